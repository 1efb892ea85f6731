pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The attract page: greets in every language in turn; a touch anywhere begins a visit.
Item {
    id: root

    readonly property LanguageViewModel languages: visit.languageChoice
    readonly property bool portrait: height > width
    required property VisitViewModel visit

    //! Sets the largest letters at which a long greeting ends above the button.
    function fit(): void {
        telling.share = 1;
        telling.forceLayout();
        while (!portrait && telling.share > 0.7 && telling.height > start.y - Theme.gap) {
            telling.share -= 0.03;
            telling.forceLayout();
        }
    }

    onHeightChanged: fit()
    onWidthChanged: fit()

    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }

        target: Theme
    }
    Timer {
        interval: 6000
        repeat: true
        running: true

        onTriggered: root.languages.greetInNext()
    }
    Picture {
        id: welcome

        readonly property real below: telling.y + telling.height + Theme.gap * 2

        height: root.portrait ? start.y - below - Theme.gap * 2 : root.height - Theme.gap * 2
        name: "welcome"
        width: root.portrait ? root.width : root.width * 0.46
        x: root.width - width
        y: root.portrait ? below : (root.height - height) / 2
    }
    Column {
        id: telling

        //! Scale of the letters relative to their usual size.
        property real share: 1

        spacing: Theme.gap * share
        width: root.portrait ? root.width - Theme.margin * 2 : root.width * 0.5
        x: Theme.margin
        y: root.portrait ? root.height * 0.04 : Math.max(0, Math.min((root.height - height) / 2 - root.height * 0.1, start.y - Theme.gap - height))

        Label {
            color: Theme.faintInk
            text: Theme.withoutOrphan(root.visit.centreName)
            width: parent.width
        }
        Label {
            capMm: Theme.greetingCap * telling.share
            color: Theme.accent
            font.bold: true
            lineHeight: 0.9
            text: root.languages.greeting
            width: parent.width

            onTextChanged: root.fit()
        }
        Brocade {
            height: Theme.band * 1.5
            width: Math.floor(Math.min(parent.width, Theme.mm(110)) / (2 * height)) * 2 * height
        }
        Label {
            capMm: Theme.bodyCap * 1.2
            lineHeight: 0.95
            text: root.languages.purpose
            visible: text !== ""
            width: parent.width

            onTextChanged: root.fit()
        }
    }
    ActionButton {
        id: start

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        capMm: Theme.bodyCap
        height: Theme.mm(30)
        iconName: "hand"
        manner: ActionButton.Lead
        objectName: "begin"
        text: root.languages.invitation
        width: Math.min(telling.width, Math.max(Theme.mm(170), implicitWidth))
        x: root.portrait ? (root.width - width) / 2 : Theme.margin

        onActivated: root.visit.begin()
        onYChanged: root.fit()
    }
    KioskButton {
        Accessible.ignored: true
        anchors.fill: parent
        focusPolicy: Qt.NoFocus
        objectName: "anywhere"
        z: -1

        onActivated: root.visit.begin()
    }
}
