pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! One Vietnamese sentence, its translation beside it, and the keyboard.
Item {
    id: root

    readonly property bool beside: width > height
    readonly property bool low: textsHeight < Theme.scaled(Theme.buttonWidth)
    //! Whether the step's phone is shown in place of the keyboard.
    property bool pictured: viewModel.reviewing
    required property TranslatePageModel viewModel
    //! The name of the language, and whether the translation is confirmed.
    readonly property string wording: viewModel.unsure && !viewModel.edited ?
                                      //: In the translators' page, above a translation that nobody has confirmed: the language's name.
                                      (viewModel.translator === "" ? qsTr("%1 · chưa ai xác nhận").arg(viewModel.languageName) :
                                      //: In the translators' page, above a translation that waits for a second person: the language's name, and who translated.
                                      qsTr("%1 · %2 dịch, chờ duyệt").arg(viewModel.languageName).arg(viewModel.translator)) : viewModel.languageName
    readonly property bool saved: viewModel.message !== "" && !viewModel.refused
    //! Share of the text area for the Vietnamese sentence.
    readonly property real share: (source.text.length + 12) / (source.text.length + 12 + Math.max(typing.text.length, source.text.length * 1.2) + 12)
    readonly property real textsHeight: beside ? height : height - board.height - Theme.gap
    readonly property real textsWidth: beside ? width - (shown.visible ? shown.width : board.width) - Theme.gap : width

    //! The line above the sentence; where height is scarce, also the state of its translation.
    function place(): string {
        if (root.saved)
            return root.viewModel.message;
        const number = root.viewModel.number + "/" + root.viewModel.count;
        return [number, root.viewModel.whereabouts, root.low && root.viewModel.unsure ? root.wording : ""].filter(each => each !== "").join(" · ");
    }

    KeyboardViewModel {
        id: typing

        language: root.viewModel.language
        letters: root.viewModel.letters
        text: root.viewModel.translation

        onEdited: words => root.viewModel.draft(words)
        onFinished: root.viewModel.save()
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
            height: (buttons.y - y - Theme.smallGap * 2 - known.height) * root.share
            objectName: "source"
            // Shows why nothing was saved, until editing continues.
            text: root.viewModel.refused ? root.viewModel.message : root.viewModel.source
            warning: root.viewModel.refused
            width: parent.width
        }
        Label {
            id: known

            anchors.top: source.bottom
            capMm: Theme.leastCap
            color: Theme.faintInk
            fontSizeMode: Text.Fit
            height: visible ? whereabouts.font.pixelSize * 1.4 : 0
            lineHeight: 0.82
            minimumPixelSize: Theme.lettersAt(Theme.leastCap, 1)
            objectName: "known-words"
            //: In the translators' page: words of the sentence that are in a dictionary; %1 is the list of them.
            text: qsTr("Từ điển: %1").arg(root.viewModel.knownWords)
            visible: root.viewModel.knownWords !== "" && !root.low
            width: parent.width
        }
        EntryField {
            id: field

            anchors.bottom: buttons.top
            anchors.bottomMargin: Theme.smallGap
            anchors.top: known.bottom
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

                target: root.viewModel
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
                //: In the translators' page, read aloud by a screen reader: goes to the sentence before.
                spokenName: qsTr("Câu trước")
                width: Theme.primary

                onActivated: root.viewModel.turn(-1)
            }
            ActionButton {
                enabled: !root.viewModel.busy
                height: Theme.primary
                iconName: "check"
                manner: root.viewModel.edited || root.viewModel.unsure ? ActionButton.Lead : ActionButton.Quiet
                objectName: "save"
                text: root.viewModel.unsure && !root.viewModel.edited ?
                //: In the translators' page: the translation is right as it is. At most 10 letters.
                qsTr("Xác nhận") :
                //: In the translators' page: keeps the translation. At most 6 letters.
                qsTr("Lưu")
                width: parent.width - (picture.visible ? 3 : 2) * (Theme.primary + Theme.smallGap)

                onActivated: root.viewModel.save()
            }
            ActionButton {
                id: picture

                height: Theme.primary
                iconName: root.pictured ? "text-size" : "phone"
                objectName: "picture"
                spokenName: root.pictured ?
                //: In the translators' page, read aloud by a screen reader: shows the keyboard.
                qsTr("Bàn phím") :
                //: In the translators' page, read aloud by a screen reader: shows the picture of the step in which the sentence is said.
                qsTr("Hình của bước này")
                visible: root.viewModel.hasPicture
                width: Theme.primary

                onActivated: root.pictured = !root.pictured
            }
            ActionButton {
                height: Theme.primary
                iconName: "next"
                manner: root.viewModel.edited || root.viewModel.unsure ? ActionButton.Quiet : ActionButton.Lead
                objectName: "after"
                //: In the translators' page, read aloud by a screen reader: goes to the sentence after.
                spokenName: qsTr("Câu sau")
                width: Theme.primary

                onActivated: root.viewModel.turn(1)
            }
        }
    }
    ScreenKeyboard {
        id: board

        height: root.beside ? Math.min(root.height, implicitHeight * 1.4) : implicitHeight * 1.2
        keys: typing
        visible: !shown.visible
        width: root.beside ? Math.max(implicitWidth, Math.min(root.width * 0.56, Theme.boardWidth)) : root.width
        x: root.width - width
        y: root.height - height
    }
    Item {
        id: shown

        height: root.beside ? root.height : board.height
        objectName: "step-picture"
        visible: root.pictured && root.viewModel.hasPicture
        width: root.beside ? phone.width * phone.scale : root.width
        x: root.width - width
        y: root.height - height

        // The whole screen is scaled down, as it is only displayed and not touched.
        Phone {
            id: phone

            anchors.horizontalCenter: parent.horizontalCenter
            forLookingOnly: true
            height: Math.max(Theme.scaled(Theme.halfWidth) * 1.3, parent.height)
            phone: root.viewModel.phone
            scale: parent.height / height
            transformOrigin: Item.Top
            width: Theme.scaled(Theme.columnWidth)
        }
    }
}
