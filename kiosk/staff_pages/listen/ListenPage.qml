pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Choice of language, the listener's name, each recording with two verdict buttons; the speakers.
Item {
    id: root

    readonly property bool done: viewModel.page === "done"
    required property ListenPageModel viewModel

    Loader {
        anchors.fill: parent
        sourceComponent: {
            switch (root.viewModel.page) {
            case "name":
                return naming;
            case "recording":
                return recording;
            case "owners":
                return owners;
            case "owner":
                return owner;
            default:
                return languages;
            }
        }
    }
    Component {
        id: languages

        ColumnLayout {
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                lineHeight: 0.85
                objectName: "listen-words"
                text: root.done ?
                //: On the page where a second person listens to recordings: she has heard all of them.
                qsTr("Nghe hết rồi. Cảm ơn cô bác!") : root.viewModel.languages.count > 0 ?
                //: On the page where a second person listens to recordings, above the languages.
                qsTr("Nghe duyệt tiếng nào?") : root.viewModel.working ? qsTr("Đang mở…") :
                //: On the page where a second person listens to recordings: there is no recording that nobody has judged.
                qsTr("Không có bản thu nào chờ nghe duyệt.")
            }
            PagedRows {
                id: list

                Layout.fillHeight: true
                Layout.fillWidth: true
                visible: !root.done
                model: root.viewModel.languages

                delegate: ActionButton {
                    required property string code
                    required property string name
                    required property int waiting

                    height: list.rowHeight
                    iconName: "language"
                    objectName: "language:" + code
                    //: On the page where a second person listens to recordings: a language, and how many recordings wait.
                    text: qsTr("%1 · %2 bản thu").arg(name).arg(waiting)
                    width: list.width

                    onActivated: root.viewModel.chooseLanguage(code)
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                MoreButton {
                    Layout.preferredHeight: Theme.primary
                    model: root.viewModel.languages
                    objectName: "more-languages"
                    //: In the staff's page for languages: shows the other ones.
                    text: qsTr("Tiếng khác")
                    visible: !root.done && root.viewModel.languages.pages > 1
                }
                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.primary
                    iconName: "person"
                    objectName: "show-owners"
                    //: On the page of recordings: leads to the names of the speakers, who may withdraw their voice.
                    text: qsTr("Rút lại giọng của một người")

                    onActivated: root.viewModel.showOwners()
                }
            }
        }
    }
    Component {
        id: owners

        VoiceOwners {
            withdrawal: root.viewModel.withdrawal

            onChosen: name => root.viewModel.chooseOwner(name)
        }
    }
    Component {
        id: owner

        VoiceOwner {
            withdrawal: root.viewModel.withdrawal
        }
    }
    Component {
        id: naming

        TextEntry {
            property string typed: ""

            //: On the page where a second person listens to recordings: she says who she is.
            caption: qsTr("Tên người nghe")
            longest: 40

            onEdited: words => typed = words
            onFinished: root.viewModel.tellName(typed)
        }
    }
    Component {
        id: recording

        ColumnLayout {
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                capMm: Theme.leastCap
                color: root.viewModel.message !== "" ? Theme.call : Theme.faintInk
                lineHeight: 0.85
                text: root.viewModel.message !== "" ? root.viewModel.message : root.viewModel.number + "/" + root.viewModel.count
            }
            Label {
                Layout.fillHeight: true
                Layout.fillWidth: true
                capMm: Theme.sentenceCap
                fontSizeMode: Text.Fit
                lineHeight: 0.9
                minimumPixelSize: Theme.lettersAt(Theme.smallCap, 1)
                objectName: "listen-source"
                text: root.viewModel.source
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
            }
            Label {
                Layout.fillWidth: true
                capMm: Theme.smallCap
                color: Theme.faintInk
                lineHeight: 0.85
                text: root.viewModel.spoken
                visible: text !== ""
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                uniformCellSizes: true

                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.block
                    iconName: "microphone"
                    manner: root.viewModel.verdict === "again" ? ActionButton.Lead : ActionButton.Quiet
                    objectName: "say-again"
                    //: On the page where a second person listens to recordings: it is to be spoken once more. At most 8 letters.
                    text: qsTr("Nói lại")

                    onActivated: root.viewModel.sayAgain()
                }
                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.block
                    iconName: "check"
                    manner: root.viewModel.verdict === "again" ? ActionButton.Quiet : ActionButton.Lead
                    objectName: "say-right"
                    //: On the page where a second person listens to recordings: it is right. At most 8 letters.
                    text: qsTr("Đúng")

                    onActivated: root.viewModel.sayRight()
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                uniformCellSizes: true

                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.primary
                    iconName: "back"
                    objectName: "before"
                    //: On the page where a second person listens to recordings, read aloud by a screen reader.
                    spokenName: qsTr("Bản thu trước")

                    onActivated: root.viewModel.turn(-1)
                }
                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.primary
                    iconName: "hear"
                    objectName: "hear-recording"
                    //: On the page where a second person listens to recordings, read aloud by a screen reader.
                    spokenName: qsTr("Nghe lại bản thu")

                    onActivated: root.viewModel.hearRecording()
                }
                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.primary
                    iconName: "next"
                    objectName: "after"
                    //: On the page where a second person listens to recordings, read aloud by a screen reader: leaves this one unjudged.
                    spokenName: qsTr("Bản thu sau")

                    onActivated: root.viewModel.turn(1)
                }
            }
        }
    }
}
