pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A language by its own name; of one that is not complete yet it tells how much there is.
TileButton {
    id: root

    property string greeting: ""
    property int spoken: 0
    //: On the tile of a language: how many of all sentences are spoken in it already. At most 30 letters.
    readonly property string spokenWords: qsTr("Nói được %1 trong %2 câu").arg(grouped(spoken)).arg(grouped(total))
    property int total: 0
    property bool whole: true
    property int written: 0
    //: On the tile of a language: how many of all sentences are written in it already. At most 30 letters.
    readonly property string writtenWords: qsTr("Có chữ %1 trong %2 câu").arg(grouped(written)).arg(grouped(total))

    //! A number in groups of three, as it is written in Vietnamese.
    function grouped(count: int): string {
        return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
    }

    //! At most one kind of share where there is no room for both: of what there is.
    readonly property bool writtenFirst: spoken === 0 && written > 0

    capMm: whole || !bare ? Theme.sentenceCap : Theme.bodyCap * 1.3
    iconName: "language"
    more: root.whole ? null : shares
    note: root.whole ? root.greeting : ""
    spokenName: root.whole ? [root.text, root.greeting].join(". ") : [root.text, root.spokenWords, root.writtenWords].join(". ")

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
            radius: Theme.mm(1)
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
