pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A sentence that is shown and spoken; the word being spoken is marked.
//! Letters shrink, never below the smallest size allowed, until the sentence fits its height.
Item {
    id: root

    required property VoiceViewModel voice
    property string sentence: ""
    property real capMm: Theme.sentenceCap
    property real maximumHeight: 0
    property color colour: Theme.ink
    property int alignment: Text.AlignLeft
    property bool bold: false

    readonly property bool spokenNow: sentence !== "" && voice.sentence === sentence

    //! The first letter of the word with that number, counted from 0, or past its last one.
    function edgeOf(word: int, end: bool): int {
        let at = 0;
        const words = root.sentence.split(/(\s+)/);
        for (let i = 0; i < word * 2 && i < words.length; i++)
            at += words[i].length;
        return end ? at + (words[word * 2] ?? "").length : at;
    }

    function fit(): void {
        const smallest = Theme.letters(Theme.smallCap / Theme.textScale);
        let size = Theme.letters(root.capMm);
        words.font.pixelSize = size;
        while (root.maximumHeight > 0 && words.contentHeight > root.maximumHeight && size > smallest) {
            size = Math.max(smallest, Math.floor(size * 0.94));
            words.font.pixelSize = size;
        }
    }

    implicitHeight: words.contentHeight
    visible: sentence !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: sentence

    onSentenceChanged: fit()
    onWidthChanged: fit()
    onMaximumHeightChanged: fit()
    onCapMmChanged: fit()
    Component.onCompleted: fit()

    Connections {
        target: Theme

        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }
    }

    Repeater {
        model: root.spokenNow && root.voice.firstWord >= 0 ? root.voice.lastWord - root.voice.firstWord + 1 : 0

        Rectangle {
            required property int index

            readonly property int word: root.voice.firstWord + index
            readonly property rect start: words.positionToRectangle(root.edgeOf(word, false))
            readonly property rect end: words.positionToRectangle(root.edgeOf(word, true))

            x: start.x - Theme.mm(0.8)
            y: start.y
            width: end.y === start.y ? end.x - start.x + Theme.mm(1.6) : root.width - start.x
            height: start.height
            color: Theme.hereSoft
            radius: Theme.mm(1)
        }
    }

    TextEdit {
        id: words

        width: root.width
        enabled: false
        readOnly: true
        text: Theme.unbroken(root.sentence)
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.WordWrap
        color: root.colour
        font.family: Theme.family
        font.bold: root.bold
        horizontalAlignment: root.alignment
        Accessible.ignored: true
    }
}
