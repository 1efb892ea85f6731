import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    //! Whether the label is beside the box; set once it is known whether height is scarce.
    property bool beside: false
    readonly property string content: root.element.fieldContent !== "" ? root.element.fieldContent : root.element.fields.value ?? ""
    // The font metrics signal a new font size only by their height; the label's own width would be updated only after
    // its height.
    readonly property real labelWidth: Math.min(0, metrics.height) + Math.ceil(metrics.advanceWidth(target.spokenName)) + 1
    //! Whether the content may be in two lines, because it has several words.
    readonly property bool hasWords: content.trim().includes(" ")
    readonly property bool hidden: secret && !root.element.phone.showsSecrets
    readonly property bool secret: root.element.fields.secret

    implicitHeight: target.implicitHeight
    squeezed: label.squeezed || root.letterScale > 1 && (written.lineCount > (root.hasWords ? 2 : 1) || beside && labelWidth > target.width * 0.5)

    onCompactChanged: beside = compact && labelWidth < target.width * 0.5 * letterScale

    FontMetrics {
        id: metrics

        font: label.font
    }
    PhoneTarget {
        id: target

        Accessible.description: root.secret ? "" : root.content
        Accessible.role: Accessible.EditableText
        anchors.left: parent.left
        anchors.right: eye.visible ? eye.left : parent.right
        anchors.rightMargin: eye.visible ? Theme.smallGap : 0
        element: root.element
        height: parent.height
        name: root.element.target
        spokenName: root.element.fields.label
        // The content for a screen reader; it is displayed in the box.
        text: root.hidden ? "•".repeat(root.content.length) : root.content

        contentItem: Item {
            implicitHeight: (root.beside ? 0 : label.implicitHeight + label.y) + box.height

            PhoneLabel {
                id: label

                Accessible.ignored: true
                color: Theme.faintInk
                letterScale: root.letterScale
                text: withBreaksFor(target.spokenName, width)
                width: root.beside ? root.labelWidth : parent.width
                // In larger text the label may be higher than an empty box.
                y: root.beside ? Math.max(Theme.textScale > 1 ? Theme.tinyGap : -height, (box.height - height) / 2) : Theme.mm(1.8 * root.letterScale - 0.8) - Theme.tinyGap
            }
            Rectangle {
                id: box

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.leftMargin: root.beside ? label.width + Theme.smallGap : 0
                anchors.right: parent.right
                border.color: root.element.active ? Theme.accent : Theme.outline
                border.width: root.element.active ? Theme.stroke * 1.6 : Theme.stroke
                color: Theme.paper
                height: Math.max(Theme.mm(11), written.implicitHeight)
                radius: Theme.slimGap

                PhoneLabel {
                    id: written

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: root.hidden
                    font.letterSpacing: root.hidden ? Theme.mm(0.8) : 0
                    letterScale: root.letterScale
                    text: root.hidden ? "•".repeat(root.content.length) : root.hasWords ? withBreaksFor(root.content, box.width - Theme.gap) : root.content
                    width: Math.min(implicitWidth, parent.width - Theme.gap)
                    wrapMode: root.hasWords ? Text.Wrap : Text.WrapAnywhere
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: (parent.height - written.implicitHeight) / 2 + Theme.stroke
                    anchors.left: written.right
                    anchors.leftMargin: Theme.mm(0.4)
                    color: Theme.accent
                    height: Theme.mm(6 * root.letterScale)
                    visible: root.element.active && written.lineCount < 2
                    width: Theme.stroke * 1.6
                }
            }
        }
    }
    PhoneTarget {
        id: eye

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        element: root.element
        height: Math.max(Theme.target, parent.height)
        name: root.element.target + "-eye"
        padding: 0
        spokenName: root.hidden ? "Hiện mật khẩu" : "Ẩn mật khẩu"
        visible: root.secret
        width: Math.round(Theme.target * 1.1)

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: root.hidden ? "eye" : "eye-off"
                size: Math.min(eye.width * 0.85, Theme.mm(9 * Math.max(1, root.letterScale * 0.7)))
            }
        }
    }
}
