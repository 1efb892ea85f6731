pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    //! Space around the picture, more than a blurred one is wider.
    readonly property real inset: Theme.smallGap * (isBlurred ? 2 : 1)
    readonly property bool isBlurred: shot === "blurred"
    //! How many copies of a blurred photo are drawn, evenly spread over a disc as by a lens out of focus.
    readonly property int copies: isBlurred ? 7 : 1
    //! The share of the pixels that are drawn.
    readonly property real sharpness: isBlurred ? 0.12 : 1
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
            Repeater {
                model: root.copies

                Image {
                    required property int index
                    readonly property bool isCut: root.shot === "cut"
                    //! The place of this copy on the disc: equal areas, turned by the golden angle.
                    readonly property real angle: index * 2.39996
                    readonly property real away: root.isBlurred ? Math.sqrt((index + 0.5) / root.copies) * Theme.smallGap * 0.9 : 0
                    readonly property real share: isCut ? 2 : 1

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: root.inset - Math.sin(angle) * away
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.horizontalCenterOffset: Math.cos(angle) * away
                    anchors.top: parent.top
                    anchors.topMargin: root.inset + Math.sin(angle) * away
                    // A cut photo shows half of the picture, whatever its middle contains.
                    fillMode: isCut ? Image.PreserveAspectCrop : Image.PreserveAspectFit
                    horizontalAlignment: isCut ? Image.AlignLeft : Image.AlignHCenter
                    // Every copy has the same weight in what is seen.
                    opacity: 1 / (index + 1)
                    source: "image://picture/" + root.element.fields.of
                    sourceSize: Qt.size(width * share * root.sharpness, height * share * root.sharpness)
                    width: isCut ? Math.min(parent.width - 2 * root.inset, height * 0.68) : parent.width - 2 * root.inset
                }
            }
        }
    }
}
