pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A language by its own name; an incomplete one shows its coverage.
TileButton {
    id: root

    property string greeting: ""
    //! Whether only the greeting is recorded, and nothing else that a learner could use.
    property bool greetsOnly: false
    //! The title of the lesson, if exactly one can be taught in this language.
    property string lesson: ""
    //! The number of lessons that can be taught; 0 if there are none, or if all can.
    property int lessons: 0
    property int spoken: 0
    //: On the tile of a language: how many of all sentences are spoken in it already. At most 30 letters.
    readonly property string spokenWords: qsTr("Nói được %1 trong %2 câu").arg(grouped(spoken)).arg(grouped(total))
    property int total: 0
    property bool whole: true
    property int written: 0
    //: On the tile of a language: how many of all sentences are written in it already. At most 30 letters.
    readonly property string writtenWords: qsTr("Có chữ %1 trong %2 câu").arg(grouped(written)).arg(grouped(total))

    //! What a learner can do in an incomplete language; empty if only coverage figures describe it.
    readonly property string taughtWords: {
        if (lesson !== "")
            //: On the tile of a language: the one lesson that is taught in it. At most 30 letters with the title.
            return qsTr("Học được bài %1").arg(lesson);
        if (lessons > 0)
            //: On the tile of a language: how many lessons are taught in it. At most 30 letters.
            return qsTr("Học được %1 bài").arg(lessons);
        //: On the tile of a language of which nobody has recorded more than the greeting. At most 30 letters.
        return greetsOnly ? qsTr("Mới có lời chào") : "";
    }

    //! Formats a number with Vietnamese thousands separators.
    function grouped(count: int): string {
        return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
    }

    //! Whether the bar for text comes before the one for speech, as there are no recordings; the second bar is shown
    //! only if it fits.
    readonly property bool writtenFirst: spoken === 0 && written > 0

    capMm: whole || !compact ? Theme.sentenceCap : Theme.bodyCap * 1.3
    iconName: "language"
    extraContent: root.whole || root.taughtWords !== "" ? null : shares
    note: root.whole ? root.greeting : root.taughtWords
    spokenName: {
        const details = root.taughtWords !== "" ? [root.taughtWords] : [root.spokenWords, root.writtenWords];
        return [root.text, ...(root.whole ? [root.greeting] : details)].join(". ");
    }

    Component {
        id: shares

        Column {
            spacing: Theme.smallGap

            Share {
                id: first

                part: (root.writtenFirst ? root.written : root.spoken) / Math.max(1, root.total)
                words: root.writtenFirst ? root.writtenWords : root.spokenWords
            }
            Share {
                part: (root.writtenFirst ? root.spoken : root.written) / Math.max(1, root.total)
                visible: first.height + height + Theme.smallGap < root.noteRoom
                words: root.writtenFirst ? root.spokenWords : root.writtenWords
            }
        }
    }

    component Share: Column {
        id: share

        required property real part
        required property string words

        spacing: Theme.mm(0.8)
        width: parent?.width ?? 0

        Label {
            Accessible.ignored: true
            capMm: Theme.smallCap
            color: Theme.faintInk
            lineHeight: 0.82
            text: share.words
            width: share.width
        }
        Rectangle {
            border.color: Theme.outline
            border.width: Theme.stroke
            color: Theme.paper
            height: Theme.mm(3)
            radius: Theme.tinyGap
            width: share.width

            Rectangle {
                color: Theme.accent
                height: parent.height
                radius: parent.radius
                width: share.part > 0 ? Math.max(Theme.mm(2), Math.round(parent.width * share.part)) : 0
            }
        }
    }
}
