pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A column chart of the lessons opened in each hour of the day.
Item {
    id: root

    readonly property real columnWidth: width / Math.max(1, hours.count)
    //! Rows of `HourRow`.
    required property TypedListModel hours
    readonly property real largest: {
        let found = 1;
        for (let at = 0; at < columns.count; at++)
            found = Math.max(found, (columns.itemAt(at) as HourColumn)?.times ?? 0);
        return found;
    }
    //! The step between labelled hours: under narrow columns only every second or third hour is labelled.
    readonly property int written: Math.ceil(widest.implicitWidth / columnWidth)

    Label {
        id: widest

        capMm: Theme.smallCap
        text: "00 "
        visible: false
        wrapMode: Text.NoWrap
    }
    Row {
        anchors.fill: parent

        Repeater {
            id: columns

            model: root.hours

            HourColumn {
                required hour
                required index
                required times
            }
        }
    }

    component HourColumn: Item {
        id: column

        property int hour: 0
        property int index: 0
        property int times: 0

        //: Read aloud by a screen reader: an hour of the day, and how often a lesson was opened in it.
        Accessible.name: qsTr("%1 giờ: %2").arg(column.hour).arg(column.times)
        Accessible.role: Accessible.StaticText
        height: root.height
        objectName: "hour"
        width: root.columnWidth

        Label {
            Accessible.ignored: true
            anchors.bottom: bar.top
            anchors.horizontalCenter: parent.horizontalCenter
            capMm: Theme.smallCap
            font.bold: true
            lineHeight: 0.9
            text: column.times
            visible: column.times > 0
            wrapMode: Text.NoWrap
        }
        Rectangle {
            id: bar

            anchors.bottom: ground.top
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.accent
            height: (ground.y - widest.implicitHeight) * column.times / root.largest
            topLeftRadius: Theme.radius / 2
            topRightRadius: topLeftRadius
            width: parent.width * 0.7
        }
        Rectangle {
            id: ground

            anchors.bottom: written.top
            color: Theme.outline
            height: Theme.stroke
            width: parent.width
        }
        Label {
            id: written

            Accessible.ignored: true
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            capMm: Theme.smallCap
            opacity: column.index % root.written === 0 ? 1 : 0
            text: column.hour
            wrapMode: Text.NoWrap
        }
    }
}
