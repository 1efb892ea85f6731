import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The sizes that all apps of a screen have in common.
QtObject {
    id: root

    required property list<PhoneElementViewModel> elements
    //! Height left over for each row of apps, in pixels, by which small drawings may grow.
    property real spare: 0
    readonly property FontMetrics metrics: FontMetrics {
        font.family: Theme.family
        font.pixelSize: Theme.measuredPx
    }
    //! The widths of the names of one or two syllables, for letters of one pixel.
    readonly property list<real> nameWidths: {
        const widths = [];
        for (const each of root.elements) {
            const name = each.kind === "app" ? each.fields.label : "";
            if (name !== "" && name.split(" ").length <= 2)
                widths.push(widthOf(name));
        }
        return widths;
    }

    //! The size of a name in this room, relative to other text: slightly smaller if all names of one or two syllables
    //! are then in one line, beside the ring. In larger text only a name of one syllable, which cannot be parted, is much
    //! smaller.
    function nameShare(name: string, letterScale: real, room: real): real {
        const least = Math.max(0.65, Theme.leastCap * Theme.textScale / (Theme.smallCap * letterScale));
        const inOneLine = width => 0.98 * room / (width * Theme.lettersAt(Theme.smallCap, letterScale));
        const share = (width, smallest) => inOneLine(width) >= smallest ? Math.min(1, inOneLine(width)) : 1;
        const own = name.includes(" ") ? 1 : share(widthOf(name), least);
        return Math.min(own, ...root.nameWidths.map(width => share(width, Theme.textScale > 1 ? 0.95 : least)));
    }
    function widthOf(name: string): real {
        return metrics.advanceWidth(name) / Theme.measuredPx;
    }
}
