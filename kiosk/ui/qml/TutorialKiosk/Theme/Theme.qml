pragma Singleton

import QtQuick

//! All sizes, in millimetres at the viewing distance, and all colours; no other QML file defines any.
QtObject {
    id: root

    readonly property real band: mm(5)
    readonly property real bodyCap: 5.2
    readonly property color call: high ? "#FFFFFF" : "#A61C22"
    readonly property color callInk: high ? "#8E0000" : "#FFFFFF"
    readonly property color callPressed: high ? "#E0E0E0" : "#76121A"
    // The two buttons of a call, the same in both contrasts: red to decline, green to answer.
    readonly property color callGreen: "#0B6B3A"
    readonly property color callRed: "#A61C22"
    readonly property color cameraSign: "#FFFFFF"
    readonly property color cameraView: high ? "#000000" : "#3B342E"
    property real capRatio: 0.725
    readonly property color codeInk: "#2A1A12"
    readonly property color codePaper: "#FFFFFF"
    property string contrast: "warm"
    //! What is told or marked as dangerous; another colour than `ink` in both contrasts.
    readonly property color danger: high ? "#FF9C9C" : "#A61C22"
    property real distanceFactor: 1
    //! Letters to copy one by one: capitals of 15 mm on a screen of 21.5 inches.
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

    // Colours: background and text; accent, for what leads on; calling staff; highlight, for what is asked for now.
    readonly property color accent: high ? "#8FD3FF" : "#0B5345"
    readonly property color accentInk: high ? "#000000" : "#FFFFFF"
    readonly property color accentPressed: high ? "#6CB8EA" : "#07382F"
    readonly property color ground: high ? "#000000" : "#FFF6E6"
    readonly property color hairline: high ? "#FFFFFF" : "#E3CFAE"
    property real heightPx: 1080
    readonly property bool high: contrast === "high"
    readonly property color highlight: high ? "#FFE14D" : "#AC7500"
    readonly property color highlightSoft: high ? "#3A3200" : "#FBE3A6"
    readonly property color ink: high ? "#FFFFFF" : "#2A1A12"
    readonly property color key: high ? "#1C1C1C" : "#FFFFFF"
    readonly property real keyCap: 6.6
    //! Space between the keys of the kiosk's keyboard; VVSG requires at least 2.54 mm.
    readonly property real keyGap: mm(2.8)
    readonly property color keyboard: high ? "#000000" : "#E9E3D8"
    readonly property real margin: mm(5)

    //! The minimum size of text that shrinks to fit, in the unit of `letters`.
    readonly property real leastCap: (textSize === "largest" ? 6.1 : smallCap) / textScale
    //! The same for text that must be larger in a larger text size than in the normal one.
    readonly property real leastBodyCap: textScale > 1 ? Math.max(leastCap, bodyCap / textScale) : bodyCap
    property bool motion: true
    // Pressed buttons have two rings, one of which contrasts with any background.
    readonly property color pressedOuter: high ? "#000000" : "#FFFFFF"
    readonly property color pressedRing: high ? "#FFFFFF" : "#2A1A12"
    readonly property color outline: high ? "#FFFFFF" : "#9C7B52"
    readonly property color paper: high ? "#000000" : "#FFFFFF"
    readonly property color phoneBody: high ? "#FFFFFF" : "#2A1A12"
    readonly property color phoneGround: high ? "#000000" : "#FBFAF7"
    //! Corner radius of the phone's screen.
    readonly property real phoneRadius: mm(4.6)
    //! The largest letters of the phone's screens, in multiples of the smallest.
    readonly property real phoneScale: 1.7

    // On large screens everything is larger than the minimum.
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
    //! The font size of text that is only measured, in pixels.
    readonly property int measuredPx: 100
    readonly property real smallCap: 4.8
    readonly property real smallGap: mm(2.6)
    readonly property real stroke: mm(0.6)
    readonly property color switchOff: high ? "#000000" : "#7C6F63"

    // The named sizes, in millimetres; everything but the simulated phone is laid out with these only.
    // Spaces: tinyGap 1, slimGap 1.6, smallGap 2.6, keyGap 2.8, gap 4, margin 5.
    // Icons beside text: signSmall 7, sign 10, signLarge 13, signHuge 22; alone: drawing 40, picture 60.
    // Heights: target 16 (the minimum of touch targets), row 19, primary 20, block 28.
    // Widths: columnWidth 90, buttonWidth 115, paneWidth 150; from halfWidth 180 on items are side by side,
    // from wideWidth 240 on in three columns; boardWidth 280 is a whole keyboard.
    readonly property real target: mm(16)
    //! The minimum height of a target where height is scarce: 16 mm on the screen itself, or `target` if that is
    //! smaller.
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
    // The sentence of a step: beside a phone, above one, and on an upright screen without one.
    readonly property real sentenceBesidePhoneCap: sentenceCap * 1.15
    readonly property real sentenceAbovePhoneCap: sentenceCap * 1.5
    readonly property real sentenceAloneCap: sentenceCap * 1.9
    //! The letters of a sentence beside a phone, as a multiple of the smallest letters on a phone's screen.
    readonly property real sentenceBesidePhoneScale: sentenceBesidePhoneCap * textScale / smallCap
    readonly property real unitPx: pxPerMm * Math.max(distanceFactor, Math.min(1.35, Math.max(1, room)))
    readonly property color veil: high ? "#D9000000" : "#99241A14"
    property real widthPx: 1920

    //! Converts millimetres on a lesson author's monitor (96 dpi) to pixels.
    function desktopMm(millimetres: real): real {
        return Math.round(millimetres * 96 / 25.4);
    }

    //! The URL of an icon in a colour.
    function icon(name: string, colour: color): string {
        return "image://icon/" + name + "/" + String(colour).slice(-6);
    }

    //! The pixel size of letters whose capitals have this height in millimetres, in the chosen text size.
    function letters(capMm: real): int {
        return Math.ceil(capMm * textScale * unitPx / capRatio);
    }

    //! The pixel size of letters whose capitals have at least this height in millimetres, scaled by the caller.
    function lettersAt(capMm: real, scale: real): int {
        return Math.ceil(capMm * scale * unitPx / capRatio);
    }

    //! Converts millimetres, as seen at arm's length, to pixels.
    function mm(millimetres: real): real {
        return Math.round(millimetres * unitPx);
    }

    //! Converts millimetres on the screen itself to pixels, for a screen diagonal in inches.
    function onGlass(millimetres: real, inches: real): real {
        return millimetres * Math.hypot(widthPx, heightPx) / (inches * 25.4);
    }

    //! The scale of letters in a text size.
    function scaleOf(size: string): real {
        return size === "largest" ? 1.36 : size === "large" ? 1.18 : 1;
    }

    //! A named size scaled with the chosen text size, for items that contain text.
    function scaled(size: real): real {
        return Math.round(size * textScale);
    }

    //! The background of an icon on the simulated phone: always the same for the same name.
    function tile(name: string): color {
        let sum = 0;
        for (let at = 0; at < name.length; at++)
            sum = (sum * 31 + name.charCodeAt(at)) % 1009;
        return tiles[sum % tiles.length];
    }

    //! Like `withoutBadBreaks`, but an address may break before its dots, so that its ending stays in one piece; the two
    //! letters of a country are never separated.
    function withAddressBreaks(words: string): string {
        return root.withoutBadBreaks(words).replace(/([a-z])(?=\.(?![a-z]{2}(?![a-z.]))[a-z])/gi, "$1\u200B");
    }

    //! Keeps a short last word in one line with the word before it; an address before it that may break is not
    //! affected.
    function withoutOrphan(sentence: string): string {
        return sentence.replace(/(\S\s[^ ]+ [^ \u200B]+) (\S{1,7})$/, "$1\u00a0$2");
    }

    //! The lines into which a text is broken at a width.
    function linesOf(words: string, metrics: FontMetrics, room: real): list<string> {
        const lines = [];
        for (const each of words.split(" ")) {
            const longer = lines.length > 0 ? lines[lines.length - 1] + " " + each : each;
            if (lines.length > 0 && metrics.advanceWidth(longer) <= room)
                lines[lines.length - 1] = longer;
            else
                lines.push(each);
        }
        return lines;
    }

    //! The text with the breaks prevented that would leave a word alone in a line or part a term, as far as that needs
    //! no further line of this width.
    function withGoodBreaks(words: string, metrics: FontMetrics, room: real): string {
        const joints = part => withWholeTerms(part.replace(/\u00a0/g, " ")).split("\u00a0").length - 1;
        let best = words;
        let least = Infinity;
        for (const each of [withWholeTerms(withoutOrphan(words)), withWholeTerms(words), withoutOrphan(words), words]) {
            const lines = linesOf(each, metrics, room);
            const beyond = Math.max(0, ...lines.map(line => metrics.advanceWidth(line) - room));
            const alone = lines.filter(line => !/[ \u00a0]/.test(line)).length;
            const parted = joints(words) - lines.reduce((sum, line) => sum + joints(line), 0);
            const cost = 1000 * beyond + 100 * lines.length + 2 * alone + 3 * parted;
            if (cost < least) {
                best = each;
                least = cost;
            }
        }
        return best;
    }

    //! Prevents breaks inside these names.
    function withWholeNames(words: string, names: list<string>): string {
        return names.reduce((text, name) => text.split(name).join(name.replace(/ /g, "\u00a0")), words);
    }

    //! Prevents breaks inside terms of several words that are read as one.
    function withWholeTerms(words: string): string {
        return words.replace(/(^|[^a-zà-ỹ])(công an xã|dịch vụ công|số điện thoại|bàn phím|bảo hiểm|bản chính|bản sao|bệnh viện|bưu điện|cài đặt|cán bộ|cập nhật|căn cước|chính chủ|chứng thực|con cháu|công an|công dân|công tắc|dịch vụ|đăng ký|đăng nhập|định danh|điện thoại|điện tử|điều khiển|đơn thuốc|đường dẫn|giấy tờ|hành chính|hóa đơn|hồ sơ|kết hôn|hưu trí|kết nối|khách hàng|khai sinh|khuôn mặt|kích hoạt|lừa đảo|lương hưu|màn hình|máy ảnh|mật khẩu|mẫu số|ngân hàng|nhà mạng|nhân dân|phần mềm|sổ đỏ|sức khỏe|tạm trú|tài khoản|tài sản|tờ khai|thủ tục|thường trú|tiếp tục|tin nhắn|trợ cấp|trung tâm|trực tuyến|vân tay|xã hội|xác nhận|ứng dụng|y tế)(?![a-zà-ỹ])/gi, (found, before, name) => before + name.replace(/ /g, "\u00a0"));
    }

    //! Prevents breaks at a hyphen, inside a masked number or one in groups, before đ, between a number and what it
    //! counts or identifies, and after a single letter that is part of a word: Wi-Fi, 09•• ••• •••, 0000 0000 0001,
    //! 350.000 đ, mức 2, 10 ngày and y tế stay in one piece.
    function withoutBadBreaks(words: string): string {
        const whole = words.replace(/(\S)-(?=\S)/g, "$1\u2011").replace(/(•|\d) (?=•|đ(?![a-zà-ỹ]))/g, "$1\u00a0").replace(/(^|\s)y (?=tế)/g, "$1y\u00a0").replace(/(\d{3}) (?=\d{3})/g, "$1\u00a0");
        return whole.replace(/(^|[\s(])(mức|số|năm|tháng|bước|bài) (?=\d)/gi, "$1$2\u00a0").replace(/(\d) (?=(số|ngày|giờ|phút|lần|nghìn|triệu|đồng|tuổi)(?![a-zà-ỹ]))/gi, "$1\u00a0");
    }
}
