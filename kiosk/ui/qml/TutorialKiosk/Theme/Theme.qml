pragma Singleton

import QtQuick

//! Sizes in millimetres as the eye sees them, and the colours. Nothing else in QML states either.
QtObject {
    id: root

    readonly property real band: mm(5)
    readonly property real bodyCap: 5.2
    readonly property color call: high ? "#FFFFFF" : "#A61C22"
    readonly property color callInk: high ? "#8E0000" : "#FFFFFF"
    readonly property color callPressed: high ? "#E0E0E0" : "#76121A"
    // The two buttons of a call, alike in both contrasts: red for no, green for yes.
    readonly property color callGreen: "#0B6B3A"
    readonly property color callRed: "#A61C22"
    readonly property color cameraSign: "#FFFFFF"
    readonly property color cameraView: high ? "#000000" : "#3B342E"
    property real capRatio: 0.725
    readonly property color codeInk: "#2A1A12"
    readonly property color codePaper: "#FFFFFF"
    property string contrast: "warm"
    property real distanceFactor: 1
    //! Letters that are copied one by one: capitals of 15 mm on a screen of 21.5 inches.
    readonly property real copyCap: 11.2
    readonly property color faintInk: high ? "#E8E8E8" : "#5A4334"
    property string family: "Andika"
    readonly property color focus: high ? "#00E5FF" : "#0057B8"
    readonly property real gap: mm(4)

    // Durations in milliseconds.
    readonly property int glide: motion ? 900 : 0
    readonly property int arrivalStays: 7000
    readonly property int slide: motion ? 220 : 0
    readonly property real greetingCap: 13

    // Colours: ground and ink; what leads on; calling a person; "here".
    readonly property color ground: high ? "#000000" : "#FFF6E6"
    readonly property color hairline: high ? "#FFFFFF" : "#E3CFAE"
    property real heightPx: 1080
    readonly property color here: high ? "#FFE14D" : "#AC7500"
    readonly property color hereSoft: high ? "#3A3200" : "#FBE3A6"
    readonly property bool high: contrast === "high"
    readonly property color ink: high ? "#FFFFFF" : "#2A1A12"
    readonly property color key: high ? "#1C1C1C" : "#FFFFFF"
    readonly property real keyCap: 6.6
    //! Between the keys of the kiosk's keyboard; 2.54 mm is the least that VVSG allows.
    readonly property real keyGap: mm(2.8)
    readonly property color keyboard: high ? "#000000" : "#E9E3D8"
    readonly property color lead: high ? "#8FD3FF" : "#0B5345"
    readonly property color leadInk: high ? "#000000" : "#FFFFFF"
    readonly property color leadPressed: high ? "#6CB8EA" : "#07382F"
    readonly property real margin: mm(5)

    //! No words that shrink to fit become smaller than this, in the size that `letters` takes.
    readonly property real leastCap: (textSize === "largest" ? 6.1 : smallCap) / textScale
    //! The same for words that are to be larger in a larger text than in the normal one.
    readonly property real leastBodyCap: textScale > 1 ? Math.max(leastCap, bodyCap / textScale) : bodyCap
    property bool motion: true
    // What is pressed has two rings, one of which stands out from any ground.
    readonly property color pressedInner: high ? "#000000" : "#FFFFFF"
    readonly property color pressedRing: high ? "#FFFFFF" : "#2A1A12"
    readonly property color outline: high ? "#FFFFFF" : "#9C7B52"
    readonly property color paper: high ? "#000000" : "#FFFFFF"
    readonly property color phoneBody: high ? "#FFFFFF" : "#2A1A12"
    readonly property color phoneGround: high ? "#000000" : "#FBFAF7"
    //! The corners of the phone's glass.
    readonly property real phoneRadius: mm(4.6)
    //! The largest letters of the phone's screens, in multiples of the smallest.
    readonly property real phoneScale: 1.7

    // Where there is room, everything is larger than it has to be.
    readonly property bool portrait: heightPx > widthPx
    readonly property real primary: mm(20)

    // Set once by the window, from the centre's settings and the person's preferences.
    property real pxPerMm: 4
    readonly property color quietPressed: high ? "#333333" : "#F3E2C3"
    readonly property real radius: mm(3.2)
    readonly property color right: high ? "#7CFFB2" : "#0B6B3A"
    readonly property color rightSoft: high ? "#003318" : "#DDF0E2"
    readonly property real room: Math.min(widthPx / pxPerMm / (portrait ? 300 : 345), heightPx / pxPerMm / (portrait ? 400 : 194))
    readonly property real sentenceCap: 9.2

    // Cap heights in millimetres at arm's length: no text is smaller than the first.
    readonly property real smallCap: 4.8
    readonly property real smallGap: mm(2.6)
    readonly property real stroke: mm(0.6)
    readonly property color switchOff: high ? "#000000" : "#7C6F63"

    // The scale, in millimetres; everything but the simulated phone is laid out with these alone.
    // Spaces: tinyGap 1, slimGap 1.6, smallGap 2.6, keyGap 2.8, gap 4, margin 5.
    // Drawings beside words: signSmall 7, sign 10, signLarge 13, signHuge 22; alone: drawing 40, picture 60.
    // Heights: target 16 (nothing that is touched is less), row 19, primary 20, block 28.
    // Widths: columnWidth 90, buttonWidth 115, paneWidth 150; from halfWidth 180 on things stand side by side,
    // from wideWidth 240 on in three columns; boardWidth 280 is a whole keyboard.
    readonly property real target: mm(16)
    //! The least height of a target where the height is wanted for more: 16 mm on the screen itself.
    readonly property real leastTarget: Math.min(target, Math.round(16 * pxPerMm * distanceFactor))
    readonly property real tinyGap: mm(1)
    readonly property real smallRadius: mm(1.6)
    readonly property real slimGap: mm(1.6)
    readonly property real signSmall: mm(7)
    readonly property real sign: mm(10)
    readonly property real signLarge: mm(13)
    readonly property real signHuge: mm(22)
    readonly property real drawing: mm(40)
    readonly property real picture: mm(60)
    readonly property real row: mm(19)
    readonly property real block: mm(28)
    readonly property real columnWidth: mm(90)
    readonly property real buttonWidth: mm(115)
    readonly property real paneWidth: mm(150)
    readonly property real halfWidth: mm(180)
    readonly property real wideWidth: mm(240)
    readonly property real barWidth: mm(330)
    readonly property real boardWidth: mm(280)
    readonly property real textScale: scaleOf(textSize)
    property string textSize: "normal"
    readonly property real thick: mm(1.4)
    readonly property color tileInk: "#FFFFFF"
    readonly property list<color> tiles: high ? ["#1C1C1C"] : ["#0B5345", "#1C5792", "#86480D", "#5B3A8C", "#A61C22", "#2F5D1E", "#54504C"]
    readonly property real titleCap: 8.2
    // The sentence of a step: beside a phone, above one, and on a tall screen without one.
    readonly property real toldCap: sentenceCap * 1.15
    readonly property real toldAboveCap: sentenceCap * 1.5
    readonly property real toldAloneCap: sentenceCap * 1.9
    //! The letters of a sentence beside a phone, in multiples of the smallest letters of a phone's screen.
    readonly property real toldScale: toldCap * textScale / smallCap
    readonly property real unitPx: pxPerMm * Math.max(distanceFactor, Math.min(1.35, Math.max(1, room)))
    readonly property color veil: high ? "#D9000000" : "#99241A14"
    property real widthPx: 1920

    //! Millimetres on the monitor of somebody who writes lessons, in pixels.
    function desktopMm(millimetres: real): real {
        return Math.round(millimetres * 96 / 25.4);
    }

    //! The address of a small drawing in a colour.
    function icon(name: string, colour: color): string {
        return "image://icon/" + name + "/" + String(colour).slice(-6);
    }

    //! The pixel size of letters whose capitals are so many millimetres high, in the wanted text size.
    function letters(capMm: real): int {
        return Math.ceil(capMm * textScale * unitPx / capRatio);
    }

    //! The pixel size of letters whose capitals are at least so many millimetres high, scaled by the caller.
    function lettersAt(capMm: real, scale: real): int {
        return Math.ceil(capMm * scale * unitPx / capRatio);
    }

    //! Millimetres, seen from arm's length, in pixels.
    function mm(millimetres: real): real {
        return Math.round(millimetres * unitPx);
    }

    //! Millimetres on the glass itself, in pixels, if its diagonal is so many inches.
    function onGlass(millimetres: real, inches: real): real {
        return millimetres * Math.hypot(widthPx, heightPx) / (inches * 25.4);
    }

    //! How much larger than usual letters of that size are.
    function scaleOf(size: string): real {
        return size === "largest" ? 1.36 : size === "large" ? 1.18 : 1;
    }

    //! A size of the scale where it holds words, which grow with the wanted text size.
    function scaled(size: real): real {
        return Math.round(size * textScale);
    }

    //! The ground of a drawing on the simulated phone: always the same for the same drawing.
    function tile(name: string): color {
        let sum = 0;
        for (let at = 0; at < name.length; at++)
            sum = (sum * 31 + name.charCodeAt(at)) % 1009;
        return tiles[sum % tiles.length];
    }

    //! The same, where an address may break before its points, so that its ending stays in one piece; a country's
    //! two letters never stand alone.
    function parted(words: string): string {
        return root.unbroken(words).replace(/([a-z])(?=\.(?![a-z]{2}(?![a-z.]))[a-z])/gi, "$1\u200B");
    }

    //! The same sentence, whose last word, where it is short, does not stand in a line alone; an address before it
    //! that may be parted is not broken for its sake.
    function joined(sentence: string): string {
        return sentence.replace(/([^ ] [^ ]+ [^ \u200B]+) (\S{1,8})$/, "$1\u00a0$2");
    }

    //! The same words, never broken at a hyphen, inside a hidden number, before đ, or between a number and what it
    //! counts or tells apart, nor after a lone letter that is half a word: Wi-Fi, 09•• ••• •••, 350.000 đ, mức 2, 10 ngày
    //! and y tế stay in one piece.
    function unbroken(words: string): string {
        const whole = words.replace(/(\S)-(?=\S)/g, "$1\u2011").replace(/(•|\d) (?=•|đ(?![a-zà-ỹ]))/g, "$1\u00a0").replace(/(^|\s)y (?=tế)/g, "$1y\u00a0");
        return whole.replace(/(^|[\s(])(mức|số|năm|tháng|bước|bài) (?=\d)/gi, "$1$2\u00a0").replace(/(\d) (?=(số|ngày|giờ|phút|lần|nghìn|triệu|đồng|tuổi)(?![a-zà-ỹ]))/gi, "$1\u00a0");
    }
}
