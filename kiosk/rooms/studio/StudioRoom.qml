pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! From the language over the lesson, the name and the microphone to the sentences, one by one.
Item {
    id: root

    required property StudioRoomModel room

    Loader {
        anchors.fill: parent
        sourceComponent: ({
                languages: languages,
                topics: topics,
                name: name,
                write: write,
                check: check,
                desk: desk
            })[root.room.page]
    }
    Component {
        id: languages

        StudioTiles {
            //: In the recording studio, above the languages.
            question: qsTr("Thu tiếng nào?")
            tiles: root.room.languages.map(each => ({
                        icon: "language",
                        name: "language:" + each.code,
                        title: each.name
                    }))

            onChosen: choice => root.room.chooseLanguage(choice.substring("language:".length))
            onListened: choice => root.room.hearLanguage(choice.substring("language:".length))
        }
    }
    Component {
        id: topics

        StudioTiles {
            question: root.room.booth.told !== "" ? root.room.booth.told : root.room.reading ?
            //: In the recording studio, while the lessons are read.
            qsTr("Đang mở…") : root.room.languageName
            tiles: root.room.topics.map(each => ({
                        count: each.count,
                        icon: each.icon,
                        name: "topic:" + each.name,
                        number: each.number,
                        recorded: each.recorded,
                        title: each.title
                    }))

            onChosen: choice => root.room.chooseTopic(choice.substring("topic:".length))
            onListened: (choice, title) => root.room.hearTile(title)
            onSeen: names => root.room.see(names.map(each => each.substring("topic:".length)))
        }
    }
    Component {
        id: name

        StudioTiles {
            //: In the recording studio: whoever speaks chooses a name, which is kept with each recording.
            question: qsTr("Tên người nói")
            tiles: root.room.speakers.map(each => ({
                        icon: "person",
                        name: "speaker:" + each,
                        title: each
                    })).concat([
                {
                    icon: "check",
                    name: "nameless",
                    title: root.room.nameless
                },
                {
                    icon: "text-size",
                    name: "write-name",
                    //: In the recording studio: the tile that opens the keyboard, to write a new name.
                    title: qsTr("Viết tên khác")
                }
            ])

            onChosen: choice => {
                if (choice === "write-name")
                    root.room.writeName();
                else
                    root.room.tellName(choice === "nameless" ? "" : choice.substring("speaker:".length));
            }
            onListened: (choice, title) => root.room.hearTile(title)
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
            onFinished: root.room.tellName(typed)
        }
    }
    Component {
        id: check

        MicrophoneCheck {
            room: root.room
        }
    }
    Component {
        id: desk

        SentenceDesk {
            room: root.room
        }
    }
}
