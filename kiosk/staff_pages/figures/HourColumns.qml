pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The hours of the day side by side: the higher the column, the more lessons were opened.
Item {
    id: root

    readonly property real columnWidth: width / Math.max(1, hours.length)
    //! `hour` and `times` of each.
    required property var hours
    readonly property real largest: Math.max(1, ...root.hours.map(each => each.times))
    //! Where columns are narrow, only every second or third hour is written under them.
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
            model: root.hours

            Item {
                id: column

                required property int index
                required property var modelData

                //: Read aloud by a screen reader: an hour of the day, and how often a lesson was opened in it.
                Accessible.name: qsTr("%1 giờ: %2").arg(column.modelData.hour).arg(column.modelData.times)
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
                    text: column.modelData.times
                    visible: column.modelData.times > 0
                    wrapMode: Text.NoWrap
                }
                Rectangle {
                    id: bar

                    anchors.bottom: ground.top
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: Theme.lead
                    height: (ground.y - widest.implicitHeight) * column.modelData.times / root.largest
                    topLeftRadius: Theme.radius / 2
                    topRightRadius: topLeftRadius
                    width: parent.width * 0.7
                }
                Rectangle {
                    id: ground

                    anchors.bottom: hour.top
                    color: Theme.outline
                    height: Theme.stroke
                    width: parent.width
                }
                Label {
                    id: hour

                    Accessible.ignored: true
                    anchors.bottom: parent.bottom
                    anchors.horizontalCenter: parent.horizontalCenter
                    capMm: Theme.smallCap
                    opacity: column.index % root.written === 0 ? 1 : 0
                    text: column.modelData.hour
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
