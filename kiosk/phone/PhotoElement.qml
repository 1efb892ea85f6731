import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string shot: root.element.fields.shot

    implicitHeight: Theme.picture

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

        // In an item of its own: the place does not follow the size of the picture.
        contentItem: Item {
            Image {
                readonly property real share: root.shot === "cut" ? 2 : 1

                anchors.fill: parent
                // Few pixels drawn large are blurred; a picture that fills its place loses its edges.
                fillMode: root.shot === "cut" ? Image.PreserveAspectCrop : Image.PreserveAspectFit
                smooth: true
                source: "image://picture/" + root.element.fields.of
                sourceSize: root.shot === "blurred" ? Qt.size(Theme.signSmall, Theme.signSmall) : Qt.size(width * share, height * share)
            }
        }
    }
}
