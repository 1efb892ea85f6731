pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A language by its own name; an incomplete one shows its coverage.
TileButton {
    id: root

    property string greeting: ""
    //! Whether nobody has recorded more than the greeting that leads anywhere.
    property bool greetsOnly: false
    //! The title of the lesson that can be taught in it, where it is only one.
    property string lesson: ""
    //! How many lessons can be taught in it; 0 where it is none, or where all are.
    property int lessons: 0
    property int spoken: 0
    //: On the tile of a language: how many of all sentences are spoken in it already. At most 30 letters.
    readonly property string spokenWords: qsTr("Nói được %1 trong %2 câu").arg(grouped(spoken)).arg(grouped(total))
    property int total: 0
    property bool whole: true
    property int written: 0
    //: On the tile of a language: how many of all sentences are written in it already. At most 30 letters.
    readonly property string writtenWords: qsTr("Có chữ %1 trong %2 câu").arg(grouped(written)).arg(grouped(total))

    //! What can be done in a language that is not complete; empty where only figures tell it.
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

    //! A number in groups of three, as it is written in Vietnamese.
    function grouped(count: int): string {
        return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
    }

    //! At most one kind of share where there is no room for both: of what there is.
    readonly property bool writtenFirst: spoken === 0 && written > 0

    capMm: whole || !bare ? Theme.sentenceCap : Theme.bodyCap * 1.3
    iconName: "language"
    more: root.whole || root.taughtWords !== "" ? null : shares
    note: root.whole ? root.greeting : root.taughtWords
    spokenName: {
        const told = root.taughtWords !== "" ? [root.taughtWords] : [root.spokenWords, root.writtenWords];
        return [root.text, ...(root.whole ? [root.greeting] : told)].join(". ");
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
                color: Theme.lead
                height: parent.height
                radius: parent.radius
                width: share.part > 0 ? Math.max(Theme.mm(2), Math.round(parent.width * share.part)) : 0
            }
        }
    }
}
