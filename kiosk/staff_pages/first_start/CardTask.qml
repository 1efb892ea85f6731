pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! An outline of a bank card, which has the card's real size if the configured screen size is right.
GridLayout {
    id: root

    required property CardTaskModel viewModel
    //! Whether there is room to enlarge the outline by a coarse step.
    readonly property bool roomy: outline.width * 1.2 < ground.width && outline.height * 1.2 < ground.height

    columnSpacing: Theme.gap * 2
    columns: width > height ? 2 : 1
    rowSpacing: Theme.gap

    Item {
        id: ground

        Layout.fillHeight: true
        Layout.fillWidth: true

        Rectangle {
            id: outline

            anchors.centerIn: parent
            border.color: Theme.accent
            border.width: Theme.stroke
            color: Theme.highlightSoft
            height: Theme.onGlass(root.viewModel.cardHeightMm, root.viewModel.diagonalIn)
            objectName: "card"
            radius: Theme.radius
            width: Theme.onGlass(root.viewModel.cardWidthMm, root.viewModel.diagonalIn)

            Icon {
                anchors.centerIn: parent
                colour: Theme.accent
                name: "id-card"
                size: parent.height * 0.5
            }
        }
    }
    GridLayout {
        Layout.fillWidth: false
        Layout.preferredWidth: root.columns === 2 ? Math.min(root.width * 0.44, Theme.paneWidth) : root.width
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.gap
        uniformCellHeights: false
        uniformCellWidths: true

        Label {
            Layout.columnSpan: 2
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            objectName: "diagonal"
            //: First start, under the outline of a card: how large the screen is; %1 is a number.
            text: qsTr("Màn hình %1 inch").arg(root.viewModel.diagonalText)
        }
        SizeButton {
            iconName: "minus"
            objectName: "smaller"
            //: First start: the outline of the card becomes smaller. At most 8 letters.
            text: qsTr("Thu nhỏ")

            onActivated: root.viewModel.grow(-1)
        }
        SizeButton {
            enabled: root.roomy
            iconName: "plus"
            objectName: "larger"
            //: First start: the outline of the card becomes larger. At most 8 letters.
            text: qsTr("Phóng to")

            onActivated: root.viewModel.grow(1)
        }
        SizeButton {
            iconName: "minus"
            objectName: "much-smaller"
            //: First start: the outline of the card becomes much smaller. At most 14 letters.
            text: qsTr("Thu nhỏ nhiều")

            onActivated: root.viewModel.growMuch(-1)
        }
        SizeButton {
            enabled: root.roomy
            iconName: "plus"
            objectName: "much-larger"
            //: First start: the outline of the card becomes much larger. At most 14 letters.
            text: qsTr("Phóng to nhiều")

            onActivated: root.viewModel.growMuch(1)
        }
        StatusMessage {
            Layout.columnSpan: 2
            Layout.fillWidth: true
            Layout.preferredHeight: height
            text: root.viewModel.message
        }
    }

    component SizeButton: ActionButton {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.block
        opacity: enabled ? 1 : 0.5
    }
}
