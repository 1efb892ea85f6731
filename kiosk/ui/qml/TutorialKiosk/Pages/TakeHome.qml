import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What learners can take home: a QR code that opens the lesson on the centre's web page, and the printed
//! sheet. Each is shown only if the centre has configured it.
Rectangle {
    id: root

    //! Whether height is scarce: the number is beside its sentence, and the button needs no sentence until there is a
    //! message. If the width is scarce too, the code has no caption.
    property bool compact: false
    //! Scale of the letters of the invitation and the number.
    property real larger: 1
    //! Space above and below.
    readonly property real padding: compact ? Theme.slimGap : Theme.smallGap
    //! The number for coming back in a later week; empty for none.
    property string comeBackNumber: ""
    property string comeBackInvitation: ""
    //! Share of the page's width: large letters need more beside a code.
    readonly property real share: code.visible && Theme.textScale > 1.2 ? 0.44 : 0.34
    required property VoiceViewModel voice

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    implicitHeight: visible ? Math.max(code.visible ? code.height : 0, words.height) + 2 * padding : 0
    radius: Theme.radius
    visible: comeBackNumber !== "" || Printing.code !== "" || Printing.available || Printing.sentence !== ""

    QrImage {
        id: code

        anchors.left: parent.left
        anchors.leftMargin: Theme.smallGap
        anchors.verticalCenter: parent.verticalCenter
        height: width
        payload: Printing.code
        width: visible ? Theme.mm(34) : 0
    }
    Column {
        id: words

        anchors.left: code.visible ? code.right : parent.left
        anchors.leftMargin: Theme.smallGap
        anchors.right: parent.right
        anchors.rightMargin: Theme.smallGap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap

        Item {
            id: comeBack

            //! Whether the number is beside its sentence instead of below.
            readonly property bool abreast: root.compact && width > 2.5 * number.implicitWidth

            height: abreast ? Math.max(invitation.height, number.height) : invitation.height + root.padding + number.height
            visible: root.comeBackNumber !== ""
            width: parent.width

            SpokenText {
                id: invitation

                capMm: Theme.smallCap * root.larger
                objectName: "come-back"
                sentence: root.comeBackInvitation
                voice: root.voice
                width: comeBack.abreast ? parent.width - number.width - Theme.gap : parent.width
            }
            Label {
                id: number

                capMm: Theme.titleCap * root.larger
                color: Theme.accent
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.letters(Theme.smallCap)
                objectName: "come-back-number"
                text: root.comeBackNumber
                width: Math.min(implicitWidth, parent.width)
                wrapMode: Text.NoWrap
                x: comeBack.abreast ? parent.width - width : 0
                y: comeBack.abreast ? (parent.height - height) / 2 : parent.height - height
            }
        }
        SpokenText {
            capMm: Theme.smallCap
            sentence: Printing.sentence || (root.compact && (Printing.available || !comeBack.abreast) ? "" : Printing.codeInvitation)
            visible: sentence !== ""
            voice: root.voice
            width: parent.width
        }
        ActionButton {
            height: Math.max(Theme.target, implicitHeight)
            iconName: "printer"
            objectName: "print"
            //: At the end of a lesson: prints the sheet to take home. At most 12 letters.
            text: qsTr("In ra giấy")
            visible: Printing.available && ["idle", "failed"].includes(Printing.state)
            width: parent.width

            onActivated: Printing.printSheet()
        }
    }
}
