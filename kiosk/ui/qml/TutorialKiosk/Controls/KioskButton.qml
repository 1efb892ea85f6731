pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The base of everything touchable: tolerant of trembling fingers, with equal behaviour for touch and keys.
//! It has no appearance of its own; set a `background` and a `contentItem`.
T.AbstractButton {
    id: root

    property bool glowing: false
    //! Whether its label is being spoken; the button lights up meanwhile.
    readonly property bool labelSpoken: SpokenTarget.name !== "" && SpokenTarget.name === choiceName
    //! The name of the choice for which the button lights up while it is spoken.
    property string choiceName: objectName
    //! Whether two touches in a row have a meaning, so that the second may follow quickly.
    property bool allowsDoubleTouch: false
    property bool pointed: false
    //! Whether the hand points from the left, where it covers no label below.
    property bool pointedFromLeft: false
    //! The horizontal position at which the hand presses, as a share of the width; 0 for the default.
    property real pressedAt: 0
    //! Whether it is a key: different keys may follow each other quickly; only the same key twice counts as tremor.
    property bool quick: false

    //! Whether the button is shown as pressed in a demonstration.
    property bool shownPressed: false

    //! The text for screen readers; by default the displayed text.
    property string spokenName: text

    //! Whether a word is wider than its place.
    property bool overfull: false

    //! Emitted for an intended touch, without repetitions by tremor.
    signal activated

    function activate(): void {
        if (TouchGate.accept(root.objectName, root.quick, root.allowsDoubleTouch))
            root.activated();
    }

    Accessible.name: spokenName
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    padding: Theme.smallGap
    z: pointed ? 2 : down || shownPressed ? 1 : 0

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

    // Overlays that are shown only at times; few of the many buttons need them. The rings of a pressed button are between
    // its background and its text; only they must appear at once.
    Loader {
        active: root.down || root.shownPressed
        anchors.fill: parent
        z: -0.5

        sourceComponent: PressedRing {
            buttonRadius: (root.background as Rectangle)?.radius ?? Theme.radius
        }
    }
    Loader {
        active: root.visualFocus || root.pointed || root.labelSpoken
        anchors.fill: parent
        sourceComponent: marks
        z: 1
    }
    Component {
        id: marks

        Item {
            Glow {
                on: root.labelSpoken && !root.glowing
                z: 0
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
                    fromLeft: root.pointedFromLeft
                    presses: root.shownPressed
                    pressesAt: root.pressedAt
                }
            }
        }
    }
}
