pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The list of steps: the text of each, its jumps, its number of errors.
Rectangle {
    id: root

    required property EditorViewModel editor

    border.color: Theme.hairline
    border.width: Theme.desktopMm(0.3)
    color: Theme.paper
    radius: Theme.desktopMm(2)

    ListView {
        id: list

        //! Index at which a dragged step would be dropped; -1 when none is dragged.
        property int dropAt: -1
        //! Scroll step while a step is held at the upper or lower edge.
        property real pull: 0
        //! The width of the rows, which leaves room for the arrows.
        readonly property real rowWidth: width - (root.editor.arrows.count > 0 ? Theme.desktopMm(8) : 0)

        anchors.bottom: tools.top
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(1.5)
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.desktopMm(1000)
        clip: true
        currentIndex: root.editor.step
        highlightMoveDuration: 0
        model: root.editor.steps
        objectName: "editor-steps"
        spacing: Theme.desktopMm(1)

        delegate: KioskButton {
            id: row

            required property string arrows
            required property bool chosen
            required property string iconName
            required property int index
            required property int problems
            required property string title
            required property string words

            height: Math.max(Theme.desktopMm(13), lines.height + Theme.desktopMm(2))
            implicitHeight: height
            objectName: "editor-step:" + index
            padding: 0
            quick: true
            spokenName: (index + 1) + ". " + title + ". " + words
            width: list.rowWidth

            background: Rectangle {
                border.color: row.problems > 0 ? Theme.call : row.chosen ? Theme.accent : Theme.hairline
                border.width: Theme.desktopMm(row.chosen || row.problems > 0 ? 0.6 : 0.3)
                color: drag.active || list.dropAt === row.index ? Theme.rightSoft : row.chosen ? Theme.highlightSoft : row.pressed ? Theme.quietPressed : Theme.ground
                radius: Theme.desktopMm(1.6)
            }
            contentItem: Item {
                DragHandler {
                    id: drag

                    function place(): int {
                        const at = list.contentItem.mapFromItem(null, centroid.scenePosition);
                        return list.indexAt(Theme.desktopMm(4), at.y);
                    }

                    grabPermissions: PointerHandler.CanTakeOverFromAnything
                    target: null

                    onActiveChanged: {
                        const to = list.dropAt;
                        list.pull = 0;
                        list.dropAt = active ? row.index : -1;
                        if (!active && to >= 0 && to !== row.index)
                            root.editor.moveStep(row.index, to);
                    }
                    onCentroidChanged: {
                        if (!active)
                            return;
                        const y = list.mapFromItem(null, centroid.scenePosition).y;
                        const edge = Theme.desktopMm(8);
                        list.pull = y < edge ? y - edge : Math.max(0, y - list.height + edge);
                        follow();
                    }

                    function follow(): void {
                        if (place() >= 0)
                            list.dropAt = place();
                    }
                }
                FrameAnimation {
                    running: drag.active && list.pull !== 0

                    onTriggered: {
                        const last = list.originY + Math.max(0, list.contentHeight - list.height);
                        list.contentY = Math.max(list.originY, Math.min(last, list.contentY + list.pull * frameTime * 16));
                        drag.follow();
                    }
                }
                DesktopText {
                    id: number

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.desktopMm(1.5)
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: true
                    horizontalAlignment: Text.AlignRight
                    sizeMm: 4.4
                    text: row.index + 1
                    width: Theme.desktopMm(6)
                }
                Icon {
                    id: sign

                    anchors.left: number.right
                    anchors.leftMargin: Theme.desktopMm(1.5)
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.accent
                    name: row.iconName
                    size: Theme.desktopMm(6)
                }
                Column {
                    id: lines

                    anchors.left: sign.right
                    anchors.leftMargin: Theme.desktopMm(1.5)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.desktopMm(1.5)
                    anchors.verticalCenter: parent.verticalCenter

                    DesktopText {
                        elide: Text.ElideRight
                        maximumLineCount: 2
                        sizeMm: 3.6
                        text: row.words || row.title
                        width: parent.width
                    }
                    DesktopText {
                        color: Theme.highlight
                        font.bold: true
                        maximumLineCount: 2
                        sizeMm: 3.3
                        text: row.arrows
                        visible: text !== ""
                        width: parent.width
                    }
                }
                Rectangle {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.desktopMm(1)
                    anchors.top: parent.top
                    anchors.topMargin: Theme.desktopMm(0.6)
                    color: Theme.call
                    height: Theme.desktopMm(5)
                    radius: height / 2
                    visible: row.problems > 0
                    width: height

                    DesktopText {
                        anchors.centerIn: parent
                        color: Theme.callInk
                        font.bold: true
                        sizeMm: 3.2
                        text: row.problems
                    }
                }
            }

            onActivated: root.editor.chooseStep(row.index)
        }

        EditorArrows {
            editor: root.editor
            list: list
            rowWidth: list.rowWidth
        }
    }
    Column {
        id: tools

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(1.5)
        anchors.right: parent.right
        spacing: Theme.desktopMm(1)

        Row {
            spacing: Theme.desktopMm(1)
            visible: root.editor.part !== "head"

            DesktopButton {
                iconName: "up"
                objectName: "editor-up"
                small: true
                //: In the lesson editor: move what is chosen up.
                text: qsTr("Lên")

                onActivated: root.editor.moveChosen(-1)
            }
            DesktopButton {
                iconName: "down"
                objectName: "editor-down"
                small: true
                //: In the lesson editor: move what is chosen down.
                text: qsTr("Xuống")

                onActivated: root.editor.moveChosen(1)
            }
            DesktopButton {
                iconName: "document"
                objectName: "editor-copy"
                //: In the lesson editor: what is chosen, a second time.
                text: qsTr("Nhân đôi")

                onActivated: root.editor.duplicateChosen()
            }
            DesktopButton {
                iconName: "cross"
                objectName: "editor-remove"
                small: true
                //: In the lesson editor: remove what is chosen.
                text: qsTr("Xóa")

                onActivated: root.editor.removeChosen()
            }
        }
        DesktopButton {
            chosen: true
            iconName: "plus"
            objectName: "editor-add-step"
            //: In the lesson editor: add a step.
            text: qsTr("Thêm bước")
            width: parent.width

            onActivated: root.editor.pickStep()
        }
    }
}
