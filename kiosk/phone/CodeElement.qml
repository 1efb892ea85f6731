import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: label.height + image.height + mark.height + 2 * Theme.tinyGap + Theme.smallGap
    squeezed: words.squeezed

    Item {
        id: label

        height: words.text === "" ? 0 : words.implicitHeight
        width: parent.width

        PhoneLabel {
            id: words

            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: withBreaksFor(root.element.fields.label ?? "", width)
            width: parent.width
        }
    }
    QrImage {
        id: image

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: label.bottom
        anchors.topMargin: Theme.tinyGap
        height: width
        payload: root.element.fields.code
        width: Math.min(Theme.mm(30) * root.letterScale, parent.width)
    }
    Rectangle {
        id: mark

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: image.bottom
        anchors.topMargin: Theme.tinyGap
        color: Theme.call
        height: exercise.implicitHeight
        radius: Theme.slimGap
        width: exercise.implicitWidth + Theme.mm(3)

        PhoneLabel {
            id: exercise

            anchors.centerIn: parent
            color: Theme.callInk
            font.bold: true
            letterScale: root.letterScale
            //: The mark on a drawn code that it is only for practice: "exercise".
            text: qsTr("BÀI TẬP")
        }
    }
}
