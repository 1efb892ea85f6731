pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The pages in order: language, topic, name, dialect, microphone check, consent, sentences.
Item {
    id: root

    required property StudioPageModel viewModel

    Loader {
        anchors.fill: parent
        sourceComponent: ({
                languages: languages,
                topics: topics,
                name: name,
                write: write,
                dialect: dialect,
                "write-dialect": writeDialect,
                check: check,
                consent: consent,
                agree: check,
                recorder: recorder
            })[root.viewModel.page]
    }
    Component {
        id: languages

        StudioTiles {
            //: In the recording studio, above the languages.
            question: qsTr("Thu tiếng nào?")
            prefix: "language:"
            tiles: root.viewModel.languages

            onChosen: choice => root.viewModel.chooseLanguage(choice)
            onListened: choice => root.viewModel.hearLanguage(choice)
        }
    }
    Component {
        id: topics

        Item {
            StudioTiles {
                anchors.bottom: hear.visible ? hear.top : parent.bottom
                anchors.bottomMargin: hear.visible ? Theme.smallGap : 0
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                question: root.viewModel.session.message !== "" ? root.viewModel.session.message : root.viewModel.reading ?
                //: In the recording studio, while the lessons are read.
                qsTr("Đang mở…") : root.viewModel.languageName
                prefix: "topic:"
                tiles: root.viewModel.topics

                onChosen: choice => root.viewModel.chooseTopic(choice)
                onListened: (choice, title) => root.viewModel.hearTile(title)
            }
            ActionButton {
                id: hear

                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                height: Theme.primary
                iconName: "hear"
                manner: ActionButton.Lead
                objectName: "hear-lesson"
                //: In the recording studio: plays a lesson with what was just recorded; %1 is its title.
                text: qsTr("Nghe trong bài %1").arg(root.viewModel.lessonToHear)
                visible: root.viewModel.lessonToHear !== ""
                width: Math.min(parent.width, Theme.buttonWidth * 2)

                onActivated: root.viewModel.hearLesson()
            }
        }
    }
    Component {
        id: name

        StudioTiles {
            //: In the recording studio: whoever speaks chooses a name, which is kept with each recording.
            question: qsTr("Tên người nói")
            tiles: root.viewModel.names

            onChosen: choice => {
                if (choice === "write-name")
                    root.viewModel.writeName();
                else
                    root.viewModel.tellName(choice === "nameless" ? "" : choice.substring("speaker:".length));
            }
            onListened: (choice, title) => root.viewModel.hearTile(title)
        }
    }
    Component {
        id: write

        TextEntry {
            property string typed: ""

            //: In the recording studio: whoever speaks writes a name of her choosing.
            caption: qsTr("Tên người nói")
            longest: 40

            onEdited: words => typed = words
            onFinished: root.viewModel.tellName(typed)
        }
    }
    Component {
        id: dialect

        StudioTiles {
            //: In the recording studio: whoever speaks says which dialect it is, in her own words.
            question: qsTr("Bác nói giọng vùng nào?")
            tiles: root.viewModel.dialects

            onChosen: choice => {
                if (choice === "write-dialect")
                    root.viewModel.writeDialect();
                else
                    root.viewModel.tellDialect(choice === "no-dialect" ? "" : choice.substring("dialect:".length));
            }
            onListened: (choice, title) => root.viewModel.hearTile(title)
        }
    }
    Component {
        id: writeDialect

        TextEntry {
            property string typed: ""

            //: In the recording studio: whoever speaks writes what her dialect is called.
            caption: qsTr("Giọng vùng nào")
            longest: 40

            onEdited: words => typed = words
            onFinished: root.viewModel.tellDialect(typed)
        }
    }
    Component {
        id: check

        MicrophoneCheck {
            viewModel: root.viewModel
        }
    }
    Component {
        id: consent

        StudioTiles {
            //: In the recording studio: the speaker chooses what may be done with her voice.
            question: root.viewModel.session.message !== "" ? root.viewModel.session.message : qsTr("Giọng của bác được dùng ở đâu?")
            prefix: "use:"
            tiles: root.viewModel.consent.uses

            onChosen: choice => root.viewModel.chooseUse(choice)
            onListened: choice => root.viewModel.consent.hear(choice)
        }
    }
    Component {
        id: recorder

        SentencePage {
            viewModel: root.viewModel
        }
    }
}
