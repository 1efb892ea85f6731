import QtQuick
import QtQuick.Templates as T
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The one thing that can be touched: forgiving to a trembling finger, equal for touch and keys.
//! It has no looks of its own; give it a `background` and a `contentItem`.
T.AbstractButton {
    id: root

    //! The words that are read aloud for it; by default the words that are seen.
    property string spokenName: text
    //! Keys of a keyboard may follow each other quickly; only the same key twice is a tremor.
    property bool quick: false
    property bool glowing: false
    property bool pointed: false

    //! It was touched, once, on purpose.
    signal activated

    function activate(): void {
        if (TouchGate.accept(root.objectName, root.quick))
            root.activated();
    }

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.smallGap
    focusPolicy: Qt.StrongFocus
    z: pointed ? 2 : 0

    Accessible.role: Accessible.Button
    Accessible.name: spokenName
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
    onPressed: TouchGate.press(root.objectName)
    onReleased: TouchGate.release(root.objectName)
    onCanceled: TouchGate.release(root.objectName)
    onClicked: root.activate()

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.thick * 1.5
        visible: root.visualFocus
        color: "transparent"
        border.width: Theme.thick
        border.color: Theme.focus
        radius: Theme.radius + Theme.thick * 1.5
        z: 3
    }

    Loader {
        anchors.fill: parent
        active: root.pointed
        z: 4
        sourceComponent: Component {
            Finger {}
        }
    }
}
