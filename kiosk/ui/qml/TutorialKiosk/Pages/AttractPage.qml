pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Greets whoever passes, in every language in turn; a touch anywhere begins.
Item {
    id: root

    required property VisitViewModel visit

    property int turn: 0
    readonly property var greeted: visit.languages[turn % visit.languages.length]
    readonly property bool portrait: height > width

    Timer {
        interval: 6000
        running: root.visit.languages.length > 1
        repeat: true
        onTriggered: root.turn += 1
    }

    Picture {
        id: welcome

        name: "welcome"
        width: root.portrait ? root.width : root.width * 0.46
        height: root.portrait ? root.height * 0.42 : root.height - Theme.gap * 2
        anchors.top: root.portrait ? words.bottom : undefined
        anchors.right: parent.right
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.top: root.portrait ? parent.top : undefined
        anchors.topMargin: root.height * 0.06
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
        anchors.verticalCenterOffset: -root.height * 0.1
        width: root.portrait ? root.width - Theme.margin * 2 : root.width * 0.5
        spacing: Theme.gap

        Label {
            width: parent.width
            text: root.visit.centreName
            color: Theme.faintInk
        }

        Label {
            width: parent.width
            text: root.greeted.greeting
            capMm: Theme.greetingCap
            font.bold: true
            color: Theme.lead
            lineHeight: 0.9
        }

        Label {
            width: parent.width
            //: Under the greeting: what the kiosk is for.
            text: qsTr("Học dùng điện thoại, từng bước một.")
            capMm: Theme.bodyCap * 1.2
            lineHeight: 0.95
        }
    }

    ActionButton {
        objectName: "begin"
        anchors.left: root.portrait ? undefined : parent.left
        anchors.leftMargin: Theme.margin
        anchors.horizontalCenter: root.portrait ? parent.horizontalCenter : undefined
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        width: Math.min(root.width - Theme.margin * 2, Math.max(Theme.mm(170), implicitWidth))
        height: Theme.mm(30)
        manner: ActionButton.Lead
        iconName: "hand"
        capMm: Theme.bodyCap
        text: root.greeted.invitation
        onActivated: root.visit.begin()
    }

    KioskButton {
        objectName: "anywhere"
        anchors.fill: parent
        z: -1
        focusPolicy: Qt.NoFocus
        Accessible.ignored: true
        onActivated: root.visit.begin()
    }
}
