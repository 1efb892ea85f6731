pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The welcome page of the first start, shown before the first task.
ColumnLayout {
    id: root

    required property FirstStartPageModel viewModel

    spacing: Theme.gap

    Item {
        Layout.fillHeight: true
    }
    Icon {
        Layout.alignment: Qt.AlignHCenter
        colour: Theme.accent
        name: "settings"
        size: Theme.block
    }
    Words {
        capMm: Theme.titleCap
        font.bold: true
        //: First start, first page; %1 is a number.
        text: qsTr("Máy mới cần chuẩn bị %1 việc.").arg(root.viewModel.count)
    }
    Words {
        //: First start, first page.
        text: qsTr("Việc nào chưa làm được thì chạm Để sau.")
    }
    Words {
        //: First start, first page.
        text: qsTr("Mất điện giữa chừng thì lần sau máy hỏi tiếp từ chỗ ấy.")
    }
    Item {
        Layout.fillHeight: true
    }

    component Words: Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
    }
}
