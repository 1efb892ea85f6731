pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! From the language over the lesson to its sentences: the Vietnamese, and beside it the translation.
Item {
    id: root

    required property TranslateRoomModel room

    Loader {
        anchors.fill: parent
        sourceComponent: root.room.page === "languages" ? languages : root.room.page === "topics" ? topics : root.room.page === "name" ? name : desk
    }
    Component {
        id: languages

        Choices {
            choices: root.room.languages.map(each => ({
                        icon: "language",
                        name: "language:" + each.code,
                        note: "",
                        title: each.name
                    }))
            //: In the translators' room, above the languages.
            question: qsTr("Dịch sang tiếng nào?")

            onChosen: choice => root.room.chooseLanguage(choice.substring("language:".length))
        }
    }
    Component {
        id: topics

        Choices {
            choices: root.room.topics.map(each => ({
                        icon: each.icon,
                        name: "topic:" + each.name,
                        //: In the translators' room, on a lesson: how many of its sentences want translating.
                        note: each.wanting > 0 ? qsTr("Còn %1 trong %2 câu").arg(each.wanting).arg(each.count) :
                        //: In the translators' room, on a lesson that is wholly translated.
                        qsTr("Đủ rồi"),
                        ticked: each.wanting === 0,
                        title: each.title
                    }))
            question: root.room.told !== "" ? root.room.told : root.room.busy ?
            //: In the translators' room, while files are read.
            qsTr("Đang mở…") : root.room.languageName

            onChosen: choice => root.room.chooseTopic(choice.substring("topic:".length))
        }
    }
    Component {
        id: name

        TextEntry {
            //: In the translators' room: whoever translates says her name, which is written beside each sentence.
            caption: qsTr("Tên người dịch")
            longest: 60

            onEdited: words => typed = words
            onFinished: root.room.tellName(typed)

            property string typed: ""
        }
    }
    Component {
        id: desk

        Desk {
            room: root.room
        }
    }
}
