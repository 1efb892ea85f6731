pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! The pages in order: language, topic, translator's name, editor.
Item {
    id: root

    required property TranslatePageModel viewModel

    Loader {
        anchors.fill: parent
        sourceComponent: root.viewModel.page === "languages" ? languages : root.viewModel.page === "topics" ? topics : root.viewModel.page === "name" ? name : editor
    }
    Component {
        id: languages

        Choices {
            choices: root.viewModel.languages
            prefix: "language:"
            //: In the translators' page, above the languages.
            question: qsTr("Dịch sang tiếng nào?")

            onChosen: choice => root.viewModel.chooseLanguage(choice)
        }
    }
    Component {
        id: topics

        Choices {
            choices: root.viewModel.topics
            counted: true
            prefix: "topic:"
            question: root.viewModel.message !== "" ? root.viewModel.message : root.viewModel.busy ?
            //: In the translators' page, while files are read.
            qsTr("Đang mở…") : root.viewModel.languageName

            onChosen: choice => root.viewModel.chooseTopic(choice)
        }
    }
    Component {
        id: name

        TextEntry {
            caption: root.viewModel.reviewing ?
            //: In the translators' page: a second person, who confirms translations, says her name.
            qsTr("Tên người duyệt") :
            //: In the translators' page: whoever translates says her name, which is written beside each sentence.
            qsTr("Tên người dịch")
            longest: 60

            onEdited: words => typed = words
            onFinished: root.viewModel.tellName(typed)

            property string typed: ""
        }
    }
    Component {
        id: editor

        TranslationEditor {
            viewModel: root.viewModel
        }
    }
}
