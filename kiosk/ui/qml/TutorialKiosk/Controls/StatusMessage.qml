import QtQuick
import TutorialKiosk.Theme

//! The message for staff about their last action; hidden when it succeeded.
Item {
    id: root

    property alias colour: sign.colour
    property alias iconName: sign.name
    property alias text: words.text

    height: visible ? Math.max(sign.height, words.implicitHeight) : 0
    visible: text !== ""

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.call
        name: "warning"
        size: Theme.sign
    }
    Label {
        id: words

        Accessible.role: Accessible.AlertMessage
        anchors.left: sign.right
        anchors.leftMargin: Theme.smallGap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        capMm: Theme.smallCap
        lineHeight: 0.85
        objectName: "message"
    }
}
