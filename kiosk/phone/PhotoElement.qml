pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    //! Space around the picture, more than a shaken one is wider.
    readonly property real inset: Theme.smallGap
    //! How many copies of a blurred photo are drawn.
    readonly property int shakes: 7
    //! The share of the pixels that are drawn.
    readonly property real sharpness: shot === "blurred" ? 0.3 : 1
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
                model: root.shot === "blurred" ? root.shakes : 1

                Image {
                    required property int index
                    readonly property bool isCut: root.shot === "cut"
                    //! The distance of this copy of a blurred photo from the middle one.
                    readonly property real aside: root.shot === "blurred" ? (index - (root.shakes - 1) / 2) * Theme.stroke : 0
                    readonly property real share: isCut ? 2 : 1

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: root.inset - aside / 2
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.horizontalCenterOffset: aside
                    anchors.top: parent.top
                    anchors.topMargin: root.inset + aside / 2
                    // A blurred photo is the same picture several times, beside itself, as of a hand that shakes; a cut
                    // photo shows half of the picture, whatever its middle contains.
                    fillMode: isCut ? Image.PreserveAspectCrop : Image.PreserveAspectFit
                    horizontalAlignment: isCut ? Image.AlignLeft : Image.AlignHCenter
                    opacity: root.shot === "blurred" ? 0.3 : 1
                    source: "image://picture/" + root.element.fields.of
                    sourceSize: Qt.size(width * share * root.sharpness, height * share * root.sharpness)
                    width: isCut ? Math.min(parent.width - 2 * root.inset, height * 0.68) : parent.width - 2 * root.inset
                }
            }
        }
    }
}
