import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    //! Size factor, which grows with the letters, but less.
    readonly property real growth: Math.max(1, letterScale * 0.55)
    readonly property bool on: root.element.fields.on
    //! Position of the thumb, from 0 for off to 1 for on; animated when a screen shows the other state.
    property real share: on ? 1 : 0
    readonly property bool was: root.element.before.on ?? on

    Component.onCompleted: {
        if (was !== on && Theme.motion) {
            share = was ? 1 : 0;
            flip.start();
        }
    }

    NumberAnimation {
        id: flip

        duration: Theme.slide
        easing.type: Easing.InOutCubic
        property: "share"
        target: root
        to: root.on ? 1 : 0
    }

    implicitHeight: target.implicitHeight
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        Accessible.description: root.element.fields.value ?? ""
        anchors.fill: parent
        Accessible.role: Accessible.CheckBox
        checkable: true
        checked: root.on
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        // The lesson determines whether the switch is on, not the touch.
        onToggled: checked = Qt.binding(() => root.on)

        contentItem: Item {
            implicitHeight: words.implicitHeight

            PhoneWords {
                id: words

                anchors.left: parent.left
                anchors.right: track.left
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                letterScale: root.letterScale
                title: target.text
                value: root.element.fields.value ?? ""
            }
            Rectangle {
                id: track

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                border.color: root.on ? Theme.accent : Theme.outline
                border.width: Theme.high ? Theme.stroke : 0
                color: root.on ? Theme.accent : Theme.switchOff
                height: Theme.mm(9 * root.growth)
                radius: height / 2
                width: Theme.mm(16 * root.growth)

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.on ? Theme.accentInk : Theme.cameraSign
                    height: parent.height - 2 * Theme.mm(1.2 * root.growth)
                    radius: height / 2
                    width: height
                    x: Theme.mm(1.2 * root.growth) + root.share * (parent.width - width - 2 * Theme.mm(1.2 * root.growth))
                }
            }
        }
    }
}
