import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What can be taken home: the lesson's code and, where there is a printer, its sheet.
Rectangle {
    id: root

    //! Where there is little room, the button says enough until something is to be told.
    property bool brief: false
    readonly property real padding: Theme.smallGap
    required property VoiceViewModel voice

    //! What the code is good for.
    function invitation(): string {
        if (Printing.leadsHome)
            //: Beside a code at the end of a lesson that opens a page on one's own phone.
            return qsTr("Học lại ở nhà: bác mở máy ảnh, quét mã này.");
        //: Beside a code at the end of a lesson that opens the lesson at the kiosk's scanner.
        return qsTr("Muốn học lại, bác chụp mã này.");
    }

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    implicitHeight: Math.max(code.height, words.height) + 2 * padding
    radius: Theme.radius

    QrImage {
        id: code

        anchors.left: parent.left
        anchors.leftMargin: root.padding
        anchors.verticalCenter: parent.verticalCenter
        height: width
        payload: Printing.code
        width: Theme.mm(34)
    }
    Column {
        id: words

        anchors.left: code.right
        anchors.leftMargin: root.padding
        anchors.right: parent.right
        anchors.rightMargin: root.padding
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap

        SpokenText {
            capMm: Theme.smallCap
            sentence: Printing.sentence !== "" ? Printing.sentence : root.brief && Printing.available ? "" : root.invitation()
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
