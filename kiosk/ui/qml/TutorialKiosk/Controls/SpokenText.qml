pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A sentence that is shown and spoken; the word being spoken is highlighted. The font shrinks until the
//! sentence fits its height, but never below the minimum size.
Item {
    id: root

    property int alignment: Text.AlignLeft
    property bool bold: false
    property real capMm: Theme.sentenceCap
    property color colour: Theme.ink
    //! Background of the word being spoken; text must be readable on it.
    property color markColour: Theme.highlightSoft
    //! The underline of that word, with a contrast of 3:1 to any background.
    property color underlineColour: Theme.highlight
    //! The text with its line breaks prevented; `TextEdit.text` has usual spaces instead.
    property string laid: ""
    //! The text that was last fitted, with terms and names kept in one line.
    property string wanted: ""
    //! The size of its letters, in pixels, once they fit.
    readonly property int lettersPx: words.font.pixelSize
    property real maximumHeight: 0
    //! The maximum letter size in pixels, shared with the sentences beside it; 0 for the size by `capMm`.
    property int mostPx: 0
    //! Marks an item that repeats its sentence when touched.
    readonly property bool saysAgain: true
    //! The position of the touch.
    property point touchedAt
    //! Names in the sentence that stay in one line unless that needs smaller letters, longer ones first.
    property list<string> names
    property string sentence: ""
    readonly property bool spokenNow: sentence !== "" && voice.sentence === sentence
    required property VoiceViewModel voice

    //! The index of the first letter of a word, counted from 0, or with `end` the index after its last letter.
    function edgeOf(word: int, end: bool): int {
        let at = 0;
        const parts = words.text.split(/(\s+)/);
        for (let i = 0; i < word * 2 && i < parts.length; i++)
            at += parts[i].length;
        return end ? at + (parts[word * 2] ?? "").length : at;
    }
    //! Repeats the sentence; when it is touched again as the last sentence spoken, speaks the touched word.
    function activate(): void {
        if (!TouchGate.accept("sentence", false, false))
            return;
        const before = words.text.slice(0, words.positionAt(root.touchedAt.x, root.touchedAt.y - words.y));
        root.voice.touchSentence(root.sentence, before.split(/\s+/).length - 1);
    }
    function plainText(words: string): string {
        return Theme.withoutOrphan(Theme.withoutBadBreaks(words));
    }
    //! The sentence with terms and names kept in one line.
    function wholeText(): string {
        return Theme.withWholeTerms(root.plainText(Theme.withWholeNames(root.sentence, root.names)));
    }
    function fit(): void {
        const smallest = Theme.letters(Theme.leastCap);
        const usual = Theme.letters(root.capMm / Theme.textScale);
        let size = Math.min(Theme.letters(root.capMm), root.mostPx > 0 ? root.mostPx : Infinity);
        if (root.sentence === "" || root.width < 1)
            return;
        const plain = root.plainText(root.sentence);
        const whole = root.wanted = root.wholeText();
        // Set here, because the bindings of an item may be evaluated after the handlers that call this.
        words.width = root.width;
        words.font.pixelSize = size;
        words.wrapMode = TextEdit.WordWrap;
        root.lay(plain, whole);
        while (root.overfull() && size > smallest) {
            // Fewer tries where much too much is there. The size of the normal text is always tried.
            const tries = Math.log(root.maximumHeight / words.contentHeight) / Math.log(0.94) / 3;
            const smaller = Math.floor(size * Math.pow(0.94, Math.max(1, Math.min(6, Math.floor(tries) || 1))));
            size = Math.max(smallest, smaller, size > usual ? usual : 0);
            words.font.pixelSize = size;
            root.lay(plain, plain);
        }
        if (whole !== plain && root.laid === plain)
            root.lay(plain, whole);
        // An address may be wider than the line.
        if (words.contentWidth > root.width + 1)
            words.wrapMode = TextEdit.Wrap;
        else
            root.balance();
    }
    //! Fits the text to a changed height, unless it has its full size and is not too high.
    function refit(): void {
        const full = words.font.pixelSize === Theme.letters(root.capMm) && words.wrapMode === TextEdit.WordWrap;
        if (!full || root.overfull())
            root.fit();
    }
    //! Sets the text. A term stays in one line unless that needs smaller letters; an address may break only if it does
    //! not fit in a line of its own.
    function lay(plain: string, whole: string): void {
        root.put(whole);
        if (whole !== plain && root.overfull())
            root.put(plain);
        if (words.contentWidth > root.width + 1)
            root.put(Theme.withoutOrphan(Theme.withAddressBreaks(root.sentence)));
    }
    //! Lays out a text, unless it is there already.
    function put(text: string): void {
        if (text === root.laid)
            return;
        root.laid = text;
        Paragraph.show(words.textDocument, text);
    }
    //! Narrows the text as far as it needs no further line, if its last line would be much shorter than the others.
    function balance(): void {
        const lines = words.lineCount;
        const end = words.positionToRectangle(words.length);
        if (lines < 2 || root.alignment !== Text.AlignLeft || end.x > root.width * (lines > 3 ? 0.5 : 0.3))
            return;
        let low = root.width * 0.6;
        let high = root.width;
        while (high - low > Theme.smallGap) {
            words.width = (low + high) / 2;
            if (words.lineCount > lines || words.contentWidth > words.width + 1)
                low = words.width;
            else
                high = words.width;
        }
        words.width = high;
    }
    function overfull(): bool {
        return words.contentWidth > root.width + 1 || root.maximumHeight > 0 && words.contentHeight > root.maximumHeight;
    }

    Accessible.name: sentence
    Accessible.role: Accessible.StaticText
    Accessible.onPressAction: root.activate()
    // Screen readers read the focused item; without one, keyboard and switch users have fewer stops.
    activeFocusOnTab: ScreenReader.running
    implicitHeight: words.contentHeight
    visible: sentence !== ""

    Component.onCompleted: fit()
    Keys.onPressed: event => {
        event.accepted = [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Select].includes(event.key);
        if (event.accepted && !event.isAutoRepeat)
            root.activate();
    }
    onCapMmChanged: fit()
    onMaximumHeightChanged: refit()
    onMostPxChanged: fit()
    onNamesChanged: {
        if (root.sentence !== "" && root.wholeText() !== root.wanted)
            root.fit();
    }
    onSentenceChanged: fit()
    onWidthChanged: fit()

    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }

        target: Theme
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.thick * 1.5
        border.color: Theme.focus
        border.width: Theme.thick
        color: "transparent"
        radius: Theme.radius
        visible: root.activeFocus
    }
    Repeater {
        model: root.spokenNow && root.visible && root.voice.firstWord >= 0 ? root.voice.lastWord - root.voice.firstWord + 1 : 0

        Rectangle {
            readonly property rect end: words.positionToRectangle(root.edgeOf(word, true))
            required property int index
            readonly property rect start: words.positionToRectangle(root.edgeOf(word, false))
            readonly property int word: root.voice.firstWord + index

            color: root.markColour
            height: start.height
            radius: Theme.smallRadius
            width: end.y === start.y ? end.x - start.x + Theme.slimGap : root.width - start.x
            x: start.x - Theme.tinyGap
            y: start.y + words.y

            Rectangle {
                anchors.bottom: parent.bottom
                color: root.underlineColour
                height: Theme.thick
                radius: height / 2
                width: parent.width
            }
        }
    }
    TextEdit {
        id: words

        Accessible.ignored: true
        color: root.colour
        enabled: false
        font.bold: root.bold
        font.family: Theme.family
        horizontalAlignment: root.alignment
        readOnly: true
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.WordWrap
        // Lines are closer than in the font, also the last one to what is below it: half of that is above.
        y: -Math.round(font.pixelSize * 0.11)
    }
}
