pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! The phone as a canvas: the first touch selects an element, the second edits its text.
Item {
    id: root

    required property EditorViewModel editor

    //! Requests entry with the on-screen keyboard: caption, current text, key of the form's field, and a function
    //! that receives the text.
    signal writeRequested(caption: string, text: string, key: string, done: var)

    //! The item of an element in the phone, by its index.
    function slotOf(index: int): Item {
        const wanted = root.editor.phone.elements[index];
        return wanted ? root.search(phone, wanted) : null;
    }
    function search(item: Item, wanted: var): Item {
        for (const child of item.children) {
            if ((child as ElementSlot)?.element === wanted)
                return child;
            const found = root.search(child, wanted);
            if (found)
                return found;
        }
        return null;
    }
    //! The index of the element at a position of the screen; -1 for none.
    function indexAt(x: real, y: real): int {
        for (let at = root.editor.phone.elements.length - 1; at >= 0; at--) {
            const slot = root.slotOf(at);
            if (!slot)
                continue;
            const inside = glass.mapToItem(slot, x, y);
            if (inside.x >= 0 && inside.y >= 0 && inside.x <= slot.width && inside.y <= slot.height)
                return at;
        }
        return -1;
    }
    function touchAt(x: real, y: real): void {
        const best = root.indexAt(x, y);
        if (best < 0)
            return;
        if (best === root.editor.element && root.editor.wordsKey !== "")
            // Already selected: its text is edited in place.
            root.writeRequested(root.editor.formTitle, root.editor.words, root.editor.wordsKey, text => root.editor.setField(root.editor.wordsKey, text));
        else
            root.editor.chooseElement(best);
    }
    function frame(): void {
        const slot = root.editor.element >= 0 ? root.slotOf(root.editor.element) : null;
        chosen.visible = slot !== null;
        if (!slot)
            return;
        const place = glass.mapFromItem(slot, 0, 0, slot.width, slot.height);
        chosen.x = place.x - Theme.desktopMm(0.8);
        chosen.y = place.y - Theme.desktopMm(0.8);
        chosen.width = place.width + Theme.desktopMm(1.6);
        chosen.height = place.height + Theme.desktopMm(1.6);
    }

    Row {
        id: tabs

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        spacing: Theme.desktopMm(1)

        Repeater {
            model: root.editor.makes

            DesktopButton {
                required property string name
                required property string title

                chosen: root.editor.make === name
                objectName: "editor-make:" + name
                text: title

                onActivated: root.editor.chooseMake(name)
            }
        }
    }
    Item {
        id: stage

        anchors.bottom: actions.top
        anchors.bottomMargin: Theme.desktopMm(1.5)
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.desktopMm(1.5)
        width: Math.min(parent.width, height * 0.6)

        //! Laid out as large as for learners, so that it has the same content, then scaled down to the available
        //! room.
        Phone {
            id: phone

            forLookingOnly: true
            height: Math.max(stage.height, Theme.heightPx * 0.76)
            objectName: "editor-phone"
            phone: root.editor.phone
            scale: stage.height / height
            transformOrigin: Item.TopLeft
            width: stage.width / scale
        }
    }
    Item {
        id: glass

        anchors.fill: stage
        objectName: "editor-glass"

        TapHandler {
            onTapped: point => root.touchAt(point.position.x, point.position.y)
        }
        DragHandler {
            property int dragged: -1

            target: null

            onActiveChanged: {
                if (active) {
                    dragged = root.indexAt(centroid.pressPosition.x, centroid.pressPosition.y);
                    if (dragged >= 0)
                        root.editor.chooseElement(dragged);
                    return;
                }
                const to = root.indexAt(centroid.position.x, centroid.position.y);
                if (dragged >= 0 && to >= 0 && to !== dragged)
                    root.editor.moveElement(dragged, to);
                dragged = -1;
            }
        }

        Rectangle {
            id: chosen

            border.color: Theme.focus
            border.width: Theme.desktopMm(0.9)
            color: "transparent"
            objectName: "editor-chosen"
            radius: Theme.desktopMm(1.6)
            visible: false
        }
    }
    Timer {
        id: settle

        interval: 30

        onTriggered: root.frame()
    }
    Connections {
        function onChosenChanged(): void {
            settle.restart();
        }

        target: root.editor
    }
    onHeightChanged: settle.restart()
    onWidthChanged: settle.restart()

    Picture {
        anchors.bottom: nothing.top
        anchors.bottomMargin: Theme.desktopMm(3)
        anchors.horizontalCenter: stage.horizontalCenter
        height: width
        name: nothing.visible ? root.editor.stepPicture : ""
        width: stage.width * 0.6
    }
    DesktopText {
        id: nothing

        anchors.centerIn: stage
        anchors.verticalCenterOffset: root.editor.stepPicture === "" ? 0 : stage.height * 0.2
        color: Theme.faintInk
        horizontalAlignment: Text.AlignHCenter
        //: In the lesson editor, on the phone of a step that shows no screen.
        text: qsTr("Bước này không có màn hình điện thoại. Chọn một màn hình bên dưới, hoặc thêm màn hình mới.")
        visible: root.editor.phone.elements.length === 0
        width: stage.width * 0.7
    }
    Flow {
        id: actions

        anchors.bottom: strip.top
        anchors.bottomMargin: Theme.desktopMm(1.5)
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.desktopMm(1)

        DesktopButton {
            chosen: true
            iconName: "plus"
            objectName: "editor-add-element"
            //: In the lesson editor: add an element to the phone's screen.
            text: qsTr("Thêm mục")
            visible: root.editor.screen !== ""

            onActivated: root.editor.pickElement()
        }
        DesktopButton {
            iconName: "hand"
            objectName: "editor-target"
            //: In the lesson editor: what is chosen on the phone is what the learner is to touch.
            text: qsTr("Đây là chỗ chạm")
            visible: root.editor.mayTarget

            onActivated: root.editor.makeTarget()
        }
        DesktopButton {
            iconName: "check"
            objectName: "editor-use-screen"
            //: In the lesson editor: the shown screen is the one of the chosen step.
            text: qsTr("Dùng cho bước này")
            visible: root.editor.mayUseScreen

            onActivated: root.editor.useScreen()
        }
        DesktopButton {
            iconName: "phone"
            objectName: "editor-own-screen"
            //: In the lesson editor: the shown screen is another one on phones of this make.
            text: qsTr("Máy này khác")
            visible: root.editor.mayOwnScreen

            onActivated: root.editor.ownScreen()
        }
        DesktopButton {
            iconName: "document"
            objectName: "editor-copy-screen"
            //: In the lesson editor: the shown screen, a second time.
            text: qsTr("Nhân đôi màn hình")
            visible: root.editor.screen !== ""

            onActivated: root.editor.copyScreen()
        }
        DesktopButton {
            iconName: "plus"
            objectName: "editor-add-screen"
            //: In the lesson editor: add a screen of the phone.
            text: qsTr("Màn hình mới")

            onActivated: root.writeRequested(root.newTitle, "", "", text => root.editor.addScreen(text))
        }
    }
    EditorStrip {
        id: strip

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        editor: root.editor

        onRenameRequested: title => root.writeRequested(root.newTitle, title, "", text => root.editor.renameScreen(text))
    }

    //: In the lesson editor, above the field for the name of a screen of the phone.
    readonly property string newTitle: qsTr("Tên màn hình")
}
