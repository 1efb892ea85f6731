pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The touch test: four corners and the middle, touched one after the other; then the result.
Item {
    id: root

    readonly property bool asks: viewModel.wanted !== ""
    required property TouchTaskModel viewModel

    Spot {
        anchors.left: parent.left
        anchors.top: parent.top
        spot: "top-left"
    }
    Spot {
        id: topRight

        anchors.right: parent.right
        anchors.top: parent.top
        spot: "top-right"
    }
    Spot {
        id: middle

        anchors.centerIn: parent
        spot: "middle"
    }
    Spot {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        spot: "bottom-left"
    }
    Spot {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spot: "bottom-right"
    }
    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.gap
        spacing: Theme.smallGap
        visible: root.asks
        width: topRight.x - topRight.width - Theme.gap * 4

        Label {
            Layout.fillWidth: true
            color: Theme.accent
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            objectName: "number"
            text: root.viewModel.number
        }
        Label {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            //: First start: the spots that are to be touched light up one after the other.
            text: qsTr("Chạm vào ô đang sáng")
        }
        StatusMessage {
            Layout.fillWidth: true
            Layout.preferredHeight: height
            text: root.viewModel.message
        }
    }
    GridLayout {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.gap
        uniformCellWidths: true
        visible: root.asks
        width: Math.min(topRight.x - topRight.width - Theme.gap * 4, Theme.wideWidth)

        BarButton {
            iconName: "back"
            objectName: "back"
            //: First start: one page back. At most 10 letters.
            text: qsTr("Quay lại")

            onActivated: root.viewModel.back()
        }
        BarButton {
            iconName: "clock"
            objectName: "later"
            //: First start: this is left for later. At most 14 letters.
            text: qsTr("Để sau")

            onActivated: root.viewModel.later()
        }
        BarButton {
            Layout.columnSpan: 2
            iconName: "cross"
            objectName: "no-answer"
            //: First start: the spot that lights up does not answer when it is touched.
            text: qsTr("Ô này không nhận chạm")

            onActivated: root.viewModel.noAnswer()
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.gap * 2
        visible: !root.asks
        width: Math.min(parent.width, Theme.boardWidth)

        Icon {
            Layout.alignment: Qt.AlignHCenter
            colour: root.viewModel.well ? Theme.right : Theme.call
            name: root.viewModel.well ? "check" : "warning"
            size: Theme.block
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            objectName: "result"
            text: root.viewModel.result
        }
        ActionButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.minimumHeight: Theme.target
            iconName: "again"
            objectName: "again"
            //: First start: the touch screen is tried once more.
            text: qsTr("Thử lại")

            onActivated: root.viewModel.again()
        }
    }

    component BarButton: ActionButton {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.primary
    }
    component Spot: KioskButton {
        id: place

        readonly property bool answered: root.viewModel.answered.includes(spot)
        readonly property bool lit: root.viewModel.wanted === spot
        readonly property bool silent: root.viewModel.silent.includes(spot)
        required property string spot

        anchors.margins: Theme.tinyGap
        height: Theme.block
        objectName: "spot:" + spot
        //: First start, read aloud by a screen reader: the spot that is to be touched, or another one.
        spokenName: lit ? qsTr("Ô đang sáng") : qsTr("Ô chưa tới lượt")
        visible: root.asks
        width: Theme.block

        background: Rectangle {
            border.color: place.lit ? Theme.accent : Theme.outline
            border.width: place.lit ? Theme.thick : Theme.stroke
            color: place.pressed ? Theme.accentPressed : place.lit ? Theme.accent : Theme.paper
            radius: Theme.radius
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                colour: place.lit ? Theme.accentInk : place.answered ? Theme.right : Theme.call
                name: place.lit ? "hand" : place.answered ? "check" : place.silent ? "cross" : ""
                size: Theme.sign
            }
        }

        onActivated: root.viewModel.touchSpot(spot)
    }
}
