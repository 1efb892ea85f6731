pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The one thing that can be touched: forgiving to a trembling finger, equal for touch and keys.
//! It has no looks of its own; give it a `background` and a `contentItem`.
T.AbstractButton {
    id: root

    property bool glowing: false
    //! Its words are being said: it lights up meanwhile.
    readonly property bool named: SpokenTarget.name !== "" && SpokenTarget.name === choiceName
    //! What it is called where its words are said as those of a choice.
    property string choiceName: objectName
    //! Two touches in a row are one sign, so the second one may follow quickly.
    property bool paired: false
    property bool pointed: false
    //! How far along it the hand presses, as a share of its width; 0 for as is usual.
    property real pressedAt: 0
    //! Keys of a keyboard may follow each other quickly; only the same key twice is a tremor.
    property bool quick: false

    //! It looks pressed without a finger, where the kiosk shows how it is done.
    property bool shownPressed: false

    //! The words that are read aloud for it; by default the words that are seen.
    property string spokenName: text

    //! Whether a word is wider than its place.
    property bool overfull: false

    //! It was touched, once, on purpose.
    signal activated

    function activate(): void {
        if (TouchGate.accept(root.objectName, root.quick, root.paired))
            root.activated();
    }

    Accessible.name: spokenName
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    padding: Theme.smallGap
    z: pointed ? 2 : 0

    Accessible.onPressAction: root.activate()
    Keys.onPressed: event => {
        const wanted = [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Select];
        if (!wanted.includes(event.key))
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            root.activate();
    }
    Keys.onReleased: event => {
        event.accepted = event.key === Qt.Key_Space;
    }
    onCanceled: TouchGate.release(root.objectName)
    onClicked: root.activate()
    onPressed: TouchGate.press(root.objectName)
    onReleased: TouchGate.release(root.objectName)

    // What lies upon it now and then; there are many buttons, and few of them need it.
    Loader {
        //! What is more than pressed: a finger waits for its looks, and for nothing else.
        readonly property bool marked: root.visualFocus || root.pointed || root.named

        active: marked || root.down || root.shownPressed
        anchors.fill: parent
        sourceComponent: marked ? marks : ring
        z: 1
    }
    // Two rings, of which one stands out from any ground by 3:1: so it is seen to be pressed.
    Component {
        id: ring

        PressedRing {
            radius: (root.background as Rectangle)?.radius ?? Theme.radius
        }
    }
    Component {
        id: marks

        Item {
            Glow {
                on: root.named && !root.glowing
                z: 0
            }
            PressedRing {
                anchors.fill: parent
                radius: (root.background as Rectangle)?.radius ?? Theme.radius
                visible: root.down || root.shownPressed
            }
            Rectangle {
                anchors.fill: parent
                anchors.margins: -Theme.thick * 1.5
                border.color: Theme.focus
                border.width: Theme.thick
                color: "transparent"
                radius: Theme.radius + Theme.thick * 1.5
                visible: root.visualFocus
            }
            Loader {
                active: root.pointed
                anchors.fill: parent

                sourceComponent: Finger {
                    presses: root.shownPressed
                    pressesAt: root.pressedAt
                }
            }
        }
    }
}
