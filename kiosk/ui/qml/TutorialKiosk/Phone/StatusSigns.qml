pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The icons beside the clock; mobile data is shown when there is no Wi-Fi.
Row {
    id: root

    property list<string> signs: []

    spacing: Theme.tinyGap

    PhoneLabel {
        anchors.verticalCenter: parent.verticalCenter
        font.bold: true
        text: "4G"
        visible: !root.signs.includes("wifi") && !root.signs.includes("airplane")
    }
    Repeater {
        model: root.signs

        Icon {
            required property string modelData

            anchors.verticalCenter: parent.verticalCenter
            name: modelData
            size: Theme.signSmall
        }
    }
}
