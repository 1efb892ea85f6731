import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: caller.tall + Theme.gap * 2
    squeezed: name.squeezed

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.high ? Theme.stroke : 0
        color: Theme.cameraView
        radius: Theme.mm(4)
    }
    PhoneColumn {
        id: caller

        anchors.centerIn: parent
        spacing: Theme.gap
        width: parent.width - 2 * Theme.gap

        PhoneLabel {
            color: Theme.cameraSign
            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: "Cuộc gọi đến"
            width: parent.width
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.cameraSign
            border.width: Theme.thick
            color: Theme.right
            height: width
            radius: width / 2
            width: Theme.mm(32)

            Icon {
                anchors.centerIn: parent
                colour: Theme.paper
                name: "ringing"
                size: Theme.mm(21)
            }
        }
        PhoneLabel {
            id: name

            capMm: Theme.bodyCap * 1.2
            color: Theme.cameraSign
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: root.element.fields.incoming
            width: parent.width
        }
    }
}
