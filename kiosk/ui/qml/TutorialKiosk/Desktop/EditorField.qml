pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! One field of a form: its title and the control for its type of value.
Item {
    id: root

    required property string control
    required property int depth
    required property EditorViewModel editor
    required property string facts
    readonly property bool heads: ["list", "group", "named"].includes(control)
    required property string iconName
    //! Whether an item's buttons are beside its box: for short texts whose only title is a number.
    readonly property bool beside: item && !heads && control !== "sentence"
    readonly property real boxWidth: column.width - (beside ? tools.width + Theme.desktopMm(1) : 0)
    required property bool item
    required property string key
    required property bool keysOnScreen
    required property int longest
    required property bool picks
    required property bool present
    required property string recorded
    required property string problem
    required property string title
    required property string value
    required property string words
    readonly property bool writing: line.activeFocus
    readonly property bool writes: !heads && !picks && control !== "switch"

    signal writeRequested(caption: string, text: string, key: string, done: var)

    function commit(): void {
        pause.stop();
        if (root.plain(line.text) !== root.value)
            root.editor.setField(root.key, line.text);
    }
    //! The text as in the file: without leading, trailing and repeated spaces.
    function plain(text: string): string {
        return text.trim().replace(/\s+/g, " ");
    }

    onValueChanged: {
        if (root.plain(line.text) !== value)
            line.text = value;
    }
    height: column.height
    implicitHeight: height

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.desktopMm(3) * root.depth
        anchors.right: parent.right
        spacing: Theme.desktopMm(0.6)

        Item {
            height: root.beside ? 1 : Math.max(caption.height, tools.height)
            width: parent.width

            DesktopText {
                id: caption

                anchors.left: parent.left
                anchors.right: tools.left
                anchors.verticalCenter: parent.verticalCenter
                color: root.heads ? Theme.ink : Theme.faintInk
                font.bold: root.heads
                sizeMm: root.heads ? 4 : 3.5
                text: root.title
                visible: !root.beside
            }
            Row {
                id: tools

                anchors.right: parent.right
                spacing: Theme.desktopMm(0.6)
                y: root.beside ? column.spacing : 0

                DesktopButton {
                    iconName: "hear"
                    objectName: "editor-hear:" + root.key
                    small: true
                    //: In the lesson editor: hear this sentence.
                    text: qsTr("Nghe")
                    visible: root.control === "sentence" && root.present

                    onActivated: root.editor.hear(line.text)
                }
                DesktopButton {
                    chosen: root.recorded !== ""
                    iconName: "microphone"
                    objectName: "editor-record:" + root.key
                    small: true
                    //: In the lesson editor: speak this sentence, for the kiosk to say it in that voice.
                    text: qsTr("Thu giọng")
                    visible: root.control === "sentence" && root.present

                    onActivated: {
                        root.commit();
                        root.editor.record(line.text);
                    }
                }
                DesktopButton {
                    iconName: "up"
                    objectName: "editor-item-up:" + root.key
                    small: true
                    //: In the lesson editor: move this item up.
                    text: qsTr("Lên")
                    visible: root.item

                    onActivated: root.editor.moveItem(root.key, -1)
                }
                DesktopButton {
                    iconName: "cross"
                    objectName: "editor-item-remove:" + root.key
                    small: true
                    //: In the lesson editor: remove this item.
                    text: qsTr("Xóa")
                    visible: root.item

                    onActivated: root.editor.removeItem(root.key)
                }
                DesktopButton {
                    iconName: "plus"
                    objectName: "editor-item-add:" + root.key
                    small: true
                    //: In the lesson editor: add an item.
                    text: qsTr("Thêm")
                    visible: (root.control === "list" || root.control === "named") || (root.control === "group" && !root.present)

                    onActivated: root.editor.addItem(root.key)
                }
                DesktopButton {
                    chosen: root.value === "true"
                    iconName: root.value === "true" ? "check" : ""
                    objectName: "editor-toggle:" + root.key
                    //: In the lesson editor: a switch that is on, or off.
                    text: root.value === "true" ? qsTr("Có") : qsTr("Không")
                    visible: root.control === "switch"

                    onActivated: root.editor.toggle(root.key)
                }
            }
        }
        KioskButton {
            height: Theme.desktopMm(10)
            implicitHeight: height
            objectName: "editor-pick:" + root.key
            padding: 0
            quick: true
            spokenName: root.title + ". " + root.value
            visible: root.picks && !root.heads
            width: root.boxWidth

            background: Rectangle {
                border.color: root.problem ? Theme.call : Theme.outline
                border.width: Theme.desktopMm(0.4)
                color: Theme.ground
                radius: Theme.desktopMm(1.2)
            }
            contentItem: Item {
                Icon {
                    id: drawing

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.desktopMm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.accent
                    name: root.iconName
                    size: Theme.desktopMm(7)
                    visible: name !== ""
                }
                DesktopText {
                    anchors.left: drawing.visible ? drawing.right : parent.left
                    anchors.leftMargin: Theme.desktopMm(2)
                    anchors.right: arrow.left
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.present ? Theme.ink : Theme.faintInk
                    elide: Text.ElideRight
                    //: In the lesson editor, where nothing is chosen yet.
                    text: root.words || root.value || qsTr("Chọn…")
                    wrapMode: Text.NoWrap
                }
                Icon {
                    id: arrow

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.desktopMm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.accent
                    name: "down"
                    size: Theme.desktopMm(5)
                }
            }

            onActivated: root.editor.pick(root.key)
        }
        Rectangle {
            border.color: root.problem ? Theme.call : line.activeFocus ? Theme.accent : Theme.outline
            border.width: Theme.desktopMm(line.activeFocus ? 0.6 : 0.4)
            color: Theme.ground
            height: Math.max(Theme.desktopMm(10), line.contentHeight + Theme.desktopMm(3.4))
            radius: Theme.desktopMm(1.2)
            visible: root.writes
            width: root.boxWidth

            TextEdit {
                id: line

                readonly property bool takesText: true

                Accessible.name: root.title
                activeFocusOnPress: !root.keysOnScreen
                activeFocusOnTab: true
                anchors.left: parent.left
                anchors.leftMargin: Theme.desktopMm(2)
                anchors.right: parent.right
                anchors.rightMargin: Theme.desktopMm(2)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.desktopMm(4.2)
                objectName: "editor-text:" + root.key
                selectByMouse: true
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap

                Component.onCompleted: text = root.value
                Keys.onEnterPressed: root.commit()
                Keys.onReturnPressed: root.commit()
                Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus()
                onActiveFocusChanged: {
                    if (!activeFocus)
                        root.commit();
                }
                onTextChanged: {
                    if (activeFocus && ["sentence", "label"].includes(root.control))
                        pause.restart();
                }

                //! Typed text is saved to the draft after a pause, even while the field keeps the focus.
                Timer {
                    id: pause

                    interval: 600

                    onTriggered: {
                        if (line.text.trim() !== "")
                            root.commit();
                    }
                }
            }
            KioskButton {
                anchors.fill: parent
                focusPolicy: Qt.NoFocus
                objectName: "editor-field:" + root.key
                quick: true
                spokenName: root.title
                visible: root.keysOnScreen || !line.activeFocus

                onActivated: {
                    if (root.keysOnScreen) {
                        root.writeRequested(root.title, root.value, root.key, text => root.editor.setField(root.key, text));
                    } else {
                        line.forceActiveFocus();
                        line.selectAll();
                    }
                }
            }
        }
        DesktopText {
            color: root.editor.isLong(line.text) ? Theme.call : Theme.faintInk
            objectName: "editor-advice:" + root.key
            sizeMm: 3.2
            text: root.recorded === "" ? root.editor.adviceOn(line.text) :
            //: In the lesson editor, under a sentence: %1 says how long it is, %2 in which languages it was recorded.
            qsTr("%1. Đã thu: %2.").arg(root.editor.adviceOn(line.text)).arg(root.recorded)
            visible: root.control === "sentence" && line.text !== ""
            width: parent.width
        }
        DesktopText {
            objectName: "editor-facts:" + root.key
            sizeMm: 3.2
            //: In the lesson editor, under a sentence: what it states, and who says so; %1 are the facts.
            text: qsTr("Dữ kiện: %1").arg(root.facts)
            visible: root.facts !== ""
            width: parent.width
        }
        DesktopText {
            color: Theme.call
            font.bold: true
            sizeMm: 3.4
            text: root.problem
            visible: text !== ""
            width: parent.width
        }
    }
}
