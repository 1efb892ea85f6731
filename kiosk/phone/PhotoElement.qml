import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string shot: root.element.fields.shot

    implicitHeight: Theme.mm(50)

    PhoneTarget {
        id: target

        anchors.fill: parent
        bottomPadding: 0
        element: root.element
        leftPadding: 0
        name: root.element.target
        rightPadding: 0
        spokenName: root.shot === "blurred" ? "Ảnh mờ" : root.shot === "cut" ? "Ảnh bị cắt mất cạnh" : "Ảnh rõ"
        topPadding: 0

        // In an item of its own, so that the layout does not depend on the size of the picture.
        contentItem: Item {
            Image {
                readonly property bool isCut: root.shot === "cut"
                readonly property real share: isCut ? 2 : 1

                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: parent.top
                // A blurred photo has few pixels drawn large; a cut photo shows half of the picture, whatever its
                // middle contains.
                fillMode: isCut ? Image.PreserveAspectCrop : Image.PreserveAspectFit
                horizontalAlignment: isCut ? Image.AlignLeft : Image.AlignHCenter
                smooth: true
                source: "image://picture/" + root.element.fields.of
                sourceSize: root.shot === "blurred" ? Qt.size(Theme.signSmall, Theme.signSmall) : Qt.size(width * share, height * share)
                width: isCut ? Math.min(parent.width, height * 0.68) : parent.width
            }
        }
    }
}
