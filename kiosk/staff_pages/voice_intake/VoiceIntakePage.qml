pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The steps of an import: USB stick, set of recordings, language, speaker, sentences, result.
Item {
    id: root

    readonly property bool listed: ["sets", "languages", "check"].includes(viewModel.page) && viewModel.rows.count > 0
    readonly property bool naming: viewModel.page === "name"
    required property VoiceIntakePageModel viewModel
    readonly property string words: {
        if (viewModel.message !== "")
            return viewModel.message;
        if (viewModel.page === "waiting")
            return viewModel.working ?
            //: On the page that takes recordings from a USB stick, while the stick is read.
            qsTr("Đang đọc USB…") :
            //: On the page that takes recordings from a USB stick, when there are none.
            qsTr("Cắm USB có tiếng thu vào máy");
        if (viewModel.page === "sets")
            //: On the page that takes recordings from a USB stick.
            return qsTr("Chạm vào thư mục có tiếng thu.");
        if (viewModel.page === "languages")
            //: On the page that takes recordings from a USB stick.
            return qsTr("Tiếng thu này là tiếng gì?");
        return viewModel.working ?
        //: On the page that takes recordings from a USB stick, while files are decoded, cut or kept.
        qsTr("Đang làm. Đừng rút USB.") :
        //: On the page that takes recordings from a USB stick.
        qsTr("Chạm vào từng câu để nghe xem có khớp không.");
    }

    Loader {
        active: root.naming
        anchors.fill: parent
        sourceComponent: naming
    }
    Component {
        id: naming

        TextEntry {
            property string typed: ""

            //: On the page that takes recordings from a USB stick: whose voice it is. Nothing is written for who gives no name.
            caption: qsTr("Tên người nói, hoặc để trống")
            longest: 40

            onEdited: words => typed = words
            onFinished: root.viewModel.tellName(typed)
        }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap
        visible: !root.naming

        Label {
            Layout.fillWidth: true
            capMm: root.listed ? Theme.smallCap : Theme.bodyCap
            font.bold: !root.listed
            horizontalAlignment: root.listed ? Text.AlignLeft : Text.AlignHCenter
            lineHeight: 0.85
            objectName: "intake-words"
            text: root.words
        }
        Icon {
            Layout.alignment: Qt.AlignHCenter
            colour: Theme.accent
            name: root.viewModel.page === "result" ? "microphone" : "stick"
            size: Theme.drawing
            visible: !root.listed
        }
        Item {
            Layout.fillHeight: true
            visible: !root.listed
        }
        Label {
            id: line

            capMm: Theme.smallCap
            font.bold: true
            lineHeight: 0.85
            text: "Ấ"
            visible: false
        }
        PagedRows {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: root.listed
            model: root.viewModel.rows
            //! The height for a sentence of two lines and a line of notes.
            rowHeight: Math.ceil(line.implicitHeight * (root.viewModel.page === "check" && width < Theme.barWidth ? 3 : 2) + Theme.smallGap * 2)

            delegate: KioskButton {
                id: row

                required property bool chosen
                required property string name
                required property string note
                required property bool ok
                required property string sign
                required property string title

                height: list.rowHeight
                objectName: "row:" + name
                padding: 0
                spokenName: [title, note].filter(each => each !== "").join(". ")
                width: list.width

                background: Rectangle {
                    border.color: row.chosen ? Theme.accent : Theme.outline
                    border.width: row.chosen ? Theme.thick : Theme.stroke
                    color: row.pressed ? Theme.quietPressed : Theme.paper
                    radius: Theme.radius
                }
                contentItem: RowLayout {
                    spacing: Theme.gap

                    Icon {
                        Layout.leftMargin: Theme.smallGap
                        colour: row.ok ? Theme.accent : Theme.call
                        name: row.sign
                        size: Theme.sign
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Accessible.ignored: true
                            Layout.fillWidth: true
                            capMm: Theme.smallCap
                            elide: Text.ElideRight
                            font.bold: true
                            lineHeight: 0.85
                            maximumLineCount: root.viewModel.page === "check" ? 2 : 1
                            text: row.title
                            wrapMode: Text.Wrap
                        }
                        Label {
                            Accessible.ignored: true
                            Layout.fillWidth: true
                            capMm: Theme.smallCap
                            color: row.ok ? Theme.faintInk : Theme.call
                            elide: Text.ElideRight
                            lineHeight: 0.85
                            maximumLineCount: 1
                            text: row.note
                            visible: text !== ""
                        }
                    }
                }

                onActivated: root.viewModel.choose(name)
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            uniformCellSizes: true
            visible: root.viewModel.page === "check" && root.viewModel.pieceChosen

            ActionButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.target
                enabled: !root.viewModel.working
                iconName: "plus"
                objectName: "join-piece"
                //: On the page that takes recordings: this piece and the next one are one sentence. At most 16 letters.
                text: qsTr("Gộp câu sau")

                onActivated: root.viewModel.joinPiece()
            }
            ActionButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.target
                enabled: !root.viewModel.working
                iconName: "minus"
                objectName: "part-piece"
                //: On the page that takes recordings: this piece holds two sentences. At most 16 letters.
                text: qsTr("Tách làm hai")

                onActivated: root.viewModel.partPiece()
            }
            ActionButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.target
                enabled: !root.viewModel.working
                iconName: "cross"
                objectName: "drop-piece"
                //: On the page that takes recordings: this piece is not a sentence. At most 16 letters.
                text: qsTr("Bỏ mẩu này")

                onActivated: root.viewModel.dropPiece()
            }
        }
        RowLayout {
            //! A fixed height, also without buttons: the number of rows that fit must not depend on whether there are
            //! more.
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.primary
            Layout.minimumHeight: Theme.primary
            spacing: Theme.gap
            uniformCellSizes: true

            MoreButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.primary
                model: root.viewModel.rows
                objectName: "more-rows"
                visible: root.listed && root.viewModel.rows.pages > 1
            }
            ActionButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.primary
                iconName: "undo"
                objectName: "take-back"
                //: On the page that takes recordings: takes back what was just kept.
                text: qsTr("Hoàn tác")
                visible: root.viewModel.mayUndo && !root.viewModel.working

                onActivated: root.viewModel.takeBack()
            }
            ActionButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.primary
                iconName: "check"
                manner: ActionButton.Lead
                objectName: "keep-all"
                //: On the page that takes recordings: keeps every sentence that is good; %1 is how many.
                text: qsTr("Nhận %1 câu").arg(root.viewModel.good)
                visible: root.viewModel.page === "check" && root.viewModel.good > 0 && !root.viewModel.working

                onActivated: root.viewModel.keepAll()
            }
        }
    }
}
