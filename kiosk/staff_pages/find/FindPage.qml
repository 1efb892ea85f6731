pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A search field, its keyboard, and the matching lessons.
WritingPane {
    id: root

    readonly property real badgeWidth: Math.max(Theme.row, longestNumber.implicitWidth + Theme.gap)
    readonly property real printWidth: prints ? Math.max(Theme.target, printWord.implicitWidth + Theme.smallGap * 2) + Theme.smallGap : 0
    //! Whether handouts can be printed here.
    readonly property bool prints: Printing.available
    //! A print message that is hidden because something was typed since.
    property string read: ""
    required property FindPageModel viewModel
    readonly property real titleWidth: list.width - printWidth - badgeWidth - Theme.gap - Theme.smallGap

    //: Above the field where staff look for a lesson.
    caption: qsTr("Tên bài, tên việc hoặc số")

    onEdited: words => {
        list.page = 0;
        root.read = Printing.sentence;
        root.viewModel.lookFor(words);
    }
    onFinished: root.viewModel.showFirst()

    Label {
        id: longestNumber

        capMm: Theme.bodyCap
        font.bold: true
        text: "0".repeat(root.viewModel.digits)
        visible: false
        wrapMode: Text.NoWrap
    }
    Label {
        id: printWord

        capMm: Theme.smallCap
        font.bold: true
        //: Where staff look for a lesson: prints its sheet to take home. At most 5 letters.
        text: qsTr("In")
        visible: false
        wrapMode: Text.NoWrap
    }
    PagedColumn {
        id: list

        anchors.bottom: printMessage.top
        anchors.bottomMargin: printMessage.visible || more.visible ? Theme.smallGap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Repeater {
            model: root.viewModel.lessons

            // Only rows of the visible page have buttons, because one letter may find many lessons.
            Item {
                id: row

                required property string name
                required property string number
                required property string title

                height: Math.max(Theme.scaled(Theme.row), words.implicitHeight + Theme.smallGap)
                visible: false
                width: list.width

                Title {
                    id: words

                    text: Theme.withoutBadBreaks(row.title)
                    visible: false
                    width: root.titleWidth
                }
                Loader {
                    active: row.visible
                    anchors.fill: parent

                    sourceComponent: Item {
                        Found {
                            height: parent.height
                            number: row.number
                            objectName: "found:" + row.name
                            text: row.title
                            width: parent.width - root.printWidth

                            onActivated: root.viewModel.show(row.name)
                        }
                        ActionButton {
                            anchors.right: parent.right
                            enabled: Printing.state !== "working"
                            focusPolicy: Qt.TabFocus
                            height: parent.height
                            iconName: "printer"
                            objectName: "print:" + row.name
                            //: Where staff look for a lesson, read aloud by a screen reader: prints its sheet to take home. %1 is its title.
                            spokenName: qsTr("In tờ mang về: %1").arg(row.title)
                            stacked: true
                            text: printWord.text
                            visible: root.prints
                            width: root.printWidth - Theme.smallGap

                            onActivated: {
                                root.read = "";
                                Printing.printLesson(row.name);
                            }
                        }
                    }
                }
            }
        }
    }
    Connections {
        function onRowsMoved(): void {
            list.arrangeSoon();
        }

        target: root.viewModel.lessons
    }
    StatusMessage {
        id: printMessage

        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.bottomMargin: more.visible && visible ? Theme.smallGap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        colour: Printing.state === "failed" ? Theme.call : Theme.right
        iconName: ({
                "done": "check",
                "failed": "warning"
            })[Printing.state] ?? "printer"
        text: Printing.sentence !== root.read ? Printing.sentence : ""
    }
    Label {
        anchors.centerIn: parent
        color: Theme.faintInk
        horizontalAlignment: Text.AlignHCenter
        //: Where staff look for a lesson: no lesson has these words.
        text: qsTr("Không thấy bài nào. Thử gõ ít chữ hơn.")
        visible: root.viewModel.nothingFound
        width: parent.width
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        focusPolicy: Qt.TabFocus
        height: Theme.target
        iconName: "next"
        objectName: "more-found"
        //: Where staff look for a lesson: shows the following ones.
        text: qsTr("Bài tiếp theo")
        visible: list.pages > 1
        width: parent.width

        onActivated: list.page = (list.page + 1) % list.pages
    }

    component Found: KioskButton {
        id: tile

        property string number: ""

        padding: 0
        spokenName: number + ". " + text

        background: Rectangle {
            border.color: Theme.outline
            border.width: Theme.stroke
            color: tile.pressed ? Theme.quietPressed : Theme.paper
            radius: Theme.radius
        }
        contentItem: Item {
            Rectangle {
                id: badge

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.stroke
                anchors.top: parent.top
                bottomLeftRadius: topLeftRadius
                color: Theme.accent
                topLeftRadius: Theme.radius - Theme.stroke
                width: root.badgeWidth

                Label {
                    Accessible.ignored: true
                    anchors.centerIn: parent
                    capMm: Theme.bodyCap
                    color: Theme.accentInk
                    font.bold: true
                    text: tile.number
                }
            }
            Title {
                anchors.left: badge.right
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: Theme.withoutBadBreaks(tile.text)
                width: root.titleWidth
            }
        }
    }
    component Title: Label {
        Accessible.ignored: true
        capMm: Theme.smallCap
        font.bold: true
        lineHeight: 0.85
    }
}
