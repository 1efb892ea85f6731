pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! One sentence in Vietnamese, its translation beside it, and the keyboard that writes it.
Item {
    id: root

    readonly property bool beside: width > height
    readonly property bool low: textsHeight < Theme.mm(116 * Theme.textScale)
    required property TranslateRoomModel room
    //! The language, and whether its words were confirmed.
    readonly property string wording: room.unsure && !room.edited ?
                                      //: In the translators' room, above a translation that nobody has confirmed: the language's name.
                                      qsTr("%1 · chưa ai xác nhận").arg(room.languageName) : room.languageName
    readonly property bool saved: room.told !== "" && !room.refused
    //! How much of the room for words the Vietnamese takes.
    readonly property real share: (source.text.length + 12) / (source.text.length + 12 + Math.max(typing.text.length, source.text.length * 1.2) + 12)
    readonly property real textsHeight: beside ? height : height - board.height - Theme.gap
    readonly property real textsWidth: beside ? width - board.width - Theme.gap : width

    //! The small words over the sentence; where there is little room, those over its translation as well.
    function place(): string {
        if (root.saved)
            return root.room.told;
        const number = root.room.number + "/" + root.room.count;
        return [number, root.room.whereabouts, root.low && root.room.unsure ? root.wording : ""].filter(each => each !== "").join(" · ");
    }

    KeyboardViewModel {
        id: typing

        language: root.room.language
        letters: root.room.letters
        text: root.room.translation

        onEdited: words => root.room.draft(words)
        onFinished: root.room.save()
    }
    Item {
        height: root.textsHeight
        width: root.textsWidth

        Label {
            id: whereabouts

            capMm: Theme.leastCap
            color: root.saved ? Theme.right : Theme.faintInk
            font.bold: root.saved
            lineHeight: 0.82
            objectName: "whereabouts"
            text: root.place()
            width: parent.width
        }
        FittedText {
            id: source

            anchors.top: whereabouts.bottom
            anchors.topMargin: Theme.smallGap
            height: (buttons.y - y - Theme.smallGap * 2) * root.share
            objectName: "source"
            // Why nothing was saved stands here until writing goes on.
            text: root.room.refused ? root.room.told : root.room.source
            warning: root.room.refused
            width: parent.width
        }
        EntryField {
            id: field

            anchors.bottom: buttons.top
            anchors.bottomMargin: Theme.smallGap
            anchors.top: source.bottom
            anchors.topMargin: Theme.smallGap
            caption: root.low ? "" : root.wording
            keys: typing
            spokenName: root.wording
            width: parent.width

            Component.onCompleted: takeFocus()

            Connections {
                function onPassageChanged(): void {
                    field.takeFocus();
                }

                target: root.room
            }
        }
        Row {
            id: buttons

            anchors.bottom: parent.bottom
            spacing: Theme.smallGap
            width: parent.width

            ActionButton {
                height: Theme.primary
                iconName: "back"
                objectName: "before"
                //: In the translators' room, read aloud by a screen reader: goes to the sentence before.
                spokenName: qsTr("Câu trước")
                width: Theme.primary

                onActivated: root.room.turn(-1)
            }
            ActionButton {
                enabled: !root.room.busy
                height: Theme.primary
                iconName: "check"
                manner: root.room.edited || root.room.unsure ? ActionButton.Lead : ActionButton.Quiet
                objectName: "save"
                text: root.room.unsure && !root.room.edited ?
                //: In the translators' room: the translation is right as it is. At most 10 letters.
                qsTr("Xác nhận") :
                //: In the translators' room: keeps the translation. At most 6 letters.
                qsTr("Lưu")
                width: parent.width - 2 * (Theme.primary + Theme.smallGap)

                onActivated: root.room.save()
            }
            ActionButton {
                height: Theme.primary
                iconName: "next"
                manner: root.room.edited || root.room.unsure ? ActionButton.Quiet : ActionButton.Lead
                objectName: "after"
                //: In the translators' room, read aloud by a screen reader: goes to the sentence after.
                spokenName: qsTr("Câu sau")
                width: Theme.primary

                onActivated: root.room.turn(1)
            }
        }
    }
    ScreenKeyboard {
        id: board

        height: root.beside ? Math.min(root.height, implicitHeight * 1.4) : implicitHeight * 1.2
        keys: typing
        width: root.beside ? Math.max(implicitWidth, Math.min(root.width * 0.56, Theme.mm(270))) : root.width
        x: root.width - width
        y: root.height - height
    }
}
