import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The page shown when the kiosk cannot start; it allows another attempt.
Window {
    id: root

    required property real capRatio
    required property real diagonalIn
    required property string family
    required property string reason
    required property int seconds

    signal again

    color: Theme.ground
    title: "Ki-ốt"

    onClosing: close => {
        close.accepted = false;
    }

    ThemeSettings {
        capRatio: root.capRatio
        contrast: "warm"
        diagonalIn: root.diagonalIn
        distanceFactor: 1
        family: root.family
        heightPx: root.height
        motion: false
        textSize: "normal"
        widthPx: root.width
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Label {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            capMm: Theme.greetingCap
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            //: Heading of the page that is shown when the kiosk cannot be started.
            text: qsTr("Ki-ốt đang tạm nghỉ")
        }
        Label {
            Layout.fillWidth: true
            capMm: Theme.titleCap
            horizontalAlignment: Text.AlignHCenter
            //: To the learner, when the kiosk cannot be started.
            text: qsTr("Mời bác hỏi cán bộ ở quầy nhé.")
        }
        Label {
            Layout.fillHeight: true
            Layout.fillWidth: true
            objectName: "reason"
            //: To staff, when the kiosk cannot be started. %1 is the reason. Keep the command as it is.
            text: qsTr("Cán bộ lưu ý: máy mở bốn lần không được, cả khi bỏ phần tạm và cài đặt riêng. Lý do: %1. Mời tắt máy rồi bật lại. Vẫn thế thì gõ kiosk doctor. Số liệu, bài học, cài đặt vẫn còn nguyên.").arg(root.reason)
            verticalAlignment: Text.AlignVCenter
        }
        ActionButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: Theme.primary
            manner: ActionButton.Lead
            objectName: "again"
            //: Starts the kiosk once more.
            text: qsTr("Thử mở lại")

            onActivated: root.again()
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            //: When the kiosk cannot be started. %1 is a number of seconds.
            text: qsTr("Máy cũng tự thử lại sau %1 giây.").arg(root.seconds)
        }
    }
}
