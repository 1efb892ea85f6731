import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What lies upon the page until it is touched away.
Rectangle {
    id: root

    readonly property alias body: body
    default property alias content: body.data
    property string heading: ""

    Accessible.name: heading
    Accessible.role: Accessible.Dialog
    color: Theme.ground

    Brocade {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    Label {
        id: headingLabel

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: band.bottom
        capMm: Theme.titleCap
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        text: root.heading
        visible: text !== ""
    }
    Item {
        id: body

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: headingLabel.visible ? headingLabel.bottom : band.bottom
    }
}
