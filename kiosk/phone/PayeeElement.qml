import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string sum: root.element.fields.sum_shown

    implicitHeight: lines.tall + 2 * lines.y
    squeezed: payee.squeezed || number.squeezed || written.squeezed

    Rectangle {
        anchors.fill: parent
        border.color: Theme.hairline
        border.width: Math.max(1, Theme.stroke / 2)
        color: Theme.paper
        radius: Theme.radius
    }
    PhoneColumn {
        id: lines

        spacing: Theme.stroke
        width: parent.width - 2 * x
        x: Theme.smallGap
        y: Theme.slimGap

        PhoneUnit {
            implicitHeight: receiver.tall
            width: parent.width

            PhoneColumn {
                id: receiver

                spacing: lines.spacing
                width: parent.width

                PhoneLabel {
                    color: Theme.faintInk
                    letterScale: root.letterScale
                    text: "Người nhận"
                    width: parent.width
                }
                PhoneLabel {
                    id: payee

                    capMm: Theme.bodyCap
                    font.bold: true
                    letterScale: root.letterScale
                    text: withBreaksFor(root.element.fields.payee, width)
                    width: parent.width
                }
            }
        }
        PhoneLabel {
            letterScale: root.letterScale
            text: withBreaksFor(root.element.fields.bank, width)
            width: parent.width
        }
        Rectangle {
            color: Theme.hairline
            height: root.sum === "" ? 0 : Math.max(1, Theme.stroke / 2)
            width: parent.width
        }
        PhoneUnit {
            implicitHeight: amount.tall
            width: parent.width

            PhoneColumn {
                id: amount

                spacing: lines.spacing
                width: parent.width

                PhoneLabel {
                    color: Theme.faintInk
                    height: text === "" ? 0 : implicitHeight
                    letterScale: root.letterScale
                    text: root.sum === "" ? "" : "Số tiền"
                    width: parent.width
                }
                PhoneLabel {
                    id: number

                    capMm: Theme.bodyCap * 1.2
                    color: Theme.accent
                    font.bold: true
                    height: text === "" ? 0 : implicitHeight
                    letterScale: root.letterScale
                    text: root.sum
                    width: parent.width
                }
            }
        }
        PhoneLabel {
            id: written

            height: text === "" ? 0 : implicitHeight
            letterScale: root.letterScale
            text: withBreaksFor(root.element.fields.in_words ?? "", width)
            width: parent.width
        }
    }
}
