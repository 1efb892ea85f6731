import QtQuick
import TutorialKiosk.Theme

//! A problem in a line of the file: the line as written, the message, and the correction.
Rectangle {
    id: root

    required property string after
    required property string before
    required property string hint
    required property int line
    required property string message
    property bool grave: true

    border.color: grave ? Theme.call : Theme.hairline
    border.width: Theme.desktopMm(grave ? 0.5 : 0.3)
    color: Theme.paper
    implicitHeight: words.height + Theme.desktopMm(4)
    radius: Theme.desktopMm(1.6)

    Column {
        id: words

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(2)
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.desktopMm(1.2)

        DesktopText {
            //: Above a problem in a lesson file: which line of the file.
            readonly property string ofLine: qsTr("Dòng %1").arg(root.line)
            //: Above a problem in a lesson file: that it is the file's name.
            readonly property string ofName: qsTr("Tên tệp")

            color: root.grave ? Theme.call : Theme.faintInk
            font.bold: true
            text: root.line === 0 ? ofName : ofLine
            width: parent.width
        }
        Rectangle {
            color: root.grave ? Theme.highlightSoft : Theme.ground
            height: written.height + Theme.desktopMm(1.6)
            radius: Theme.desktopMm(1)
            visible: root.before !== "" || root.after !== ""
            width: parent.width

            Flow {
                id: written

                anchors.left: parent.left
                anchors.margins: Theme.desktopMm(1.5)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                DesktopText {
                    text: root.before
                    visible: text !== ""
                    width: Math.min(implicitWidth, written.width)
                }
                DesktopText {
                    color: root.grave ? Theme.call : Theme.ink
                    font.bold: root.grave
                    font.underline: root.grave
                    text: root.after
                    visible: text !== ""
                    width: Math.min(implicitWidth, written.width)
                }
            }
        }
        DesktopText {
            text: root.message
            width: parent.width
        }
        DesktopText {
            color: Theme.right
            font.bold: true
            text: root.hint === "" ? "" : "→ " + root.hint
            visible: text !== ""
            width: parent.width
        }
    }
}
