pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The arrows beside the list of steps, from a jump to its target step. Their ends can be dragged to another
//! step.
Repeater {
    id: root

    required property EditorViewModel editor
    required property ListView list
    readonly property real lane: Theme.desktopMm(1.6)
    //! The width of the rows; the arrows run beside them.
    required property real rowWidth

    //! The position of a step's row from the top of the list's content, at a share of its height. Depends on the
    //! content height, because rows grow and move with their text.
    function yOf(index: int, part: real): real {
        const row = root.list.contentHeight > 0 ? root.list.itemAtIndex(index) : null;
        return row ? row.y + row.height * part : -1;
    }

    model: root.editor.arrows

    delegate: Item {
        id: arrow

        required property int end
        readonly property real from: root.yOf(start, 0.7)
        required property string key
        required property int lane
        required property int start
        readonly property real to: root.yOf(end, 0.3)
        //! Distance of the vertical line from the rows.
        readonly property real out: Theme.desktopMm(1) + (arrow.lane % 4) * root.lane

        height: root.list.contentHeight
        visible: from >= 0 && to >= 0
        width: root.list.width
        z: 1

        Rectangle {
            color: Theme.highlight
            height: Theme.desktopMm(0.5)
            width: arrow.out
            x: root.rowWidth
            y: arrow.from
        }
        Rectangle {
            color: Theme.highlight
            height: Math.abs(arrow.to - arrow.from) + Theme.desktopMm(0.5)
            width: Theme.desktopMm(0.5)
            x: root.rowWidth + arrow.out
            y: Math.min(arrow.from, arrow.to)
        }
        Rectangle {
            color: Theme.highlight
            height: Theme.desktopMm(0.5)
            width: arrow.out
            x: root.rowWidth
            y: arrow.to
        }
        Rectangle {
            id: head

            Accessible.ignored: true
            border.color: Theme.ground
            border.width: Theme.desktopMm(0.4)
            color: drag.active ? Theme.accent : Theme.highlight
            height: Theme.desktopMm(3.4)
            objectName: "editor-arrow:" + arrow.key
            radius: height / 2
            width: height
            x: root.rowWidth - width / 2
            y: drag.active ? drag.centroid.scenePosition.y - arrow.mapToItem(null, 0, 0).y - height / 2 : arrow.to - height / 2

            DragHandler {
                id: drag

                grabPermissions: PointerHandler.CanTakeOverFromAnything
                margin: Theme.desktopMm(3)
                target: null

                onActiveChanged: {
                    if (active)
                        return;
                    const place = root.list.contentItem.mapFromItem(null, centroid.scenePosition);
                    const to = root.list.indexAt(Theme.desktopMm(4), place.y);
                    if (to >= 0 && to !== arrow.end)
                        root.editor.setJump(arrow.key, to);
                }
            }
        }
    }
}
