import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What lies upon the page until it is touched away.
Rectangle {
    id: root

    property string heading: ""
    default property alias content: body.data

    readonly property alias body: body

    color: Theme.ground
    Accessible.role: Accessible.Dialog
    Accessible.name: heading

    Brocade {
        id: band

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
    }

    Label {
        id: headingLabel

        anchors.top: band.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        text: root.heading
        visible: text !== ""
        capMm: Theme.titleCap
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }

    Item {
        id: body

        anchors.top: headingLabel.visible ? headingLabel.bottom : band.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
    }
}
