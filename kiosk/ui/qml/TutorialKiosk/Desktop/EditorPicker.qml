pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! Picks one item by its picture: a kind of step, an element, an icon, a jump target.
Rectangle {
    id: root

    required property EditorViewModel editor
    required property bool keysOnScreen
    readonly property bool drawn: picker.sort === "new-element"
    //! Whether tiles are large, to look at photos and pictures before choosing.
    readonly property bool large: ["photo", "picture", "shape"].includes(picker.sort)
    readonly property bool narrow: picker.sort === "number"
    //: In the lesson editor, in the field in which one looks for an icon or a kind.
    readonly property string searching: qsTr("Tìm, có dấu hay không đều được")
    readonly property EditorPickerViewModel picker: editor.picker
    readonly property list<PhoneElementViewModel> samples: picker.samples
    readonly property bool pictured: ["folder", "icon", "new-step", "photo", "picture", "shape", "stick"].includes(picker.sort)

    //! Approximate width of a tile; 0 for rows.
    readonly property real tileMm: drawn || large ? 64 : pictured ? 44 : narrow ? 30 : 0

    signal writeRequested(caption: string, text: string, key: string, done: var)

    //! The sample element of a kind; null for none.
    function sampleOf(kind: string): PhoneElementViewModel {
        for (let at = 0; at < samples.length; at++) {
            const sample = samples[at] as PhoneElementViewModel;
            if (sample.kind === kind)
                return sample;
        }
        return null;
    }

    color: Theme.ground

    DropArea {
        anchors.fill: parent
        enabled: root.picker.sort === "picture"

        onDropped: drop => {
            if (drop.hasUrls)
                root.picker.dropPhoto(drop.urls[0]);
        }
    }
    Row {
        id: tools

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(3)
        anchors.top: parent.top
        spacing: Theme.desktopMm(2)

        DesktopButton {
            iconName: "cross"
            objectName: "editor-pick-none"
            //: In the lesson editor: pick nothing.
            text: qsTr("Thôi")

            onActivated: root.picker.close()
        }
        DesktopButton {
            iconName: "minus"
            objectName: "editor-pick-empty"
            //: In the lesson editor: clear this field.
            text: qsTr("Bỏ trống")
            visible: !["folder", "new-element", "new-step", "number", "photo", "shape", "stick"].includes(root.picker.sort)

            onActivated: root.picker.choose("")
        }
        Rectangle {
            border.color: search.activeFocus ? Theme.accent : Theme.outline
            border.width: Theme.desktopMm(0.4)
            color: Theme.paper
            height: Theme.desktopMm(10)
            radius: Theme.desktopMm(1.2)
            width: Theme.desktopMm(80)

            TextInput {
                id: search

                readonly property bool takesText: true

                anchors.fill: parent
                anchors.leftMargin: Theme.desktopMm(2)
                color: Theme.ink
                focus: true
                font.family: Theme.family
                font.pixelSize: Theme.desktopMm(4.2)
                objectName: "editor-search"
                verticalAlignment: TextInput.AlignVCenter

                Component.onCompleted: forceActiveFocus()
                onTextChanged: root.picker.search(text)
            }
            DesktopText {
                anchors.left: parent.left
                anchors.leftMargin: Theme.desktopMm(2)
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.faintInk
                text: root.searching
                visible: search.text === ""
            }
            KioskButton {
                anchors.fill: parent
                objectName: "editor-search-keys"
                quick: true
                spokenName: root.searching
                visible: root.keysOnScreen

                onActivated: root.writeRequested(root.searching, search.text, "", text => search.text = text)
            }
        }
        DesktopButton {
            iconName: "photo"
            objectName: "editor-photo"
            //: In the lesson editor: take a photo of one's own from this machine or a stick.
            text: qsTr("Ảnh của tôi")
            visible: root.picker.sort === "picture"

            onActivated: root.picker.pickPhoto()
        }
    }
    GridView {
        id: grid

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(3)
        anchors.right: parent.right
        anchors.top: tools.bottom
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        cellHeight: Theme.desktopMm(root.large ? 60 : root.drawn ? 44 : root.pictured ? 30 : 12)
        cellWidth: root.tileMm > 0 ? width / Math.max(1, Math.floor(width / Theme.desktopMm(root.tileMm))) : width
        clip: true
        model: root.picker.choices
        objectName: "editor-choices"

        delegate: KioskButton {
            id: tile

            required property string iconName
            required property int index
            required property string photo
            required property string picture
            required property string title
            required property string value

            height: grid.cellHeight - Theme.desktopMm(2)
            implicitHeight: height
            objectName: "editor-choice:" + value
            padding: 0
            quick: true
            text: title
            width: grid.cellWidth - Theme.desktopMm(2)

            background: Rectangle {
                border.color: Theme.hairline
                border.width: Theme.desktopMm(0.4)
                color: tile.pressed ? Theme.quietPressed : Theme.paper
                radius: Theme.desktopMm(2)
            }
            contentItem: Item {
                clip: true

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    colour: Theme.accent
                    name: root.drawn ? "" : tile.iconName
                    size: Theme.desktopMm(13)
                    y: Theme.desktopMm(2)
                }
                Picture {
                    anchors.horizontalCenter: parent.horizontalCenter
                    height: Theme.desktopMm(47)
                    name: tile.photo || tile.picture
                    provider: tile.photo ? "photo" : "picture"
                    width: parent.width - Theme.desktopMm(4)
                    y: Theme.desktopMm(1)
                }
                Loader {
                    id: drawing

                    readonly property PhoneElementViewModel sample: root.drawn ? root.sampleOf(tile.value) : null

                    active: sample !== null
                    anchors.bottom: label.top
                    anchors.left: parent.left
                    anchors.margins: Theme.desktopMm(2)
                    anchors.right: parent.right
                    anchors.top: parent.top

                    sourceComponent: Item {
                        id: frame

                        enabled: false

                        ElementSlot {
                            element: drawing.sample
                            height: ["fill", "whole"].includes(element.area) ? Theme.columnWidth : implicitHeight
                            scale: Math.min(1, frame.width / width, frame.height / Math.max(1, height))
                            transformOrigin: Item.Top
                            width: Theme.columnWidth
                            x: (frame.width - width) / 2
                        }
                    }
                }
                Rectangle {
                    id: label

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.desktopMm(0.6)
                    anchors.left: parent.left
                    anchors.margins: Theme.desktopMm(0.6)
                    anchors.right: parent.right
                    color: Theme.paper
                    height: root.drawn || root.pictured ? words.height + Theme.desktopMm(1.4) : parent.height - Theme.desktopMm(1.2)

                    DesktopText {
                        id: words

                        anchors.left: parent.left
                        anchors.margins: Theme.desktopMm(1)
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        font.bold: true
                        horizontalAlignment: root.drawn || root.pictured ? Text.AlignHCenter : Text.AlignLeft
                        maximumLineCount: 2
                        sizeMm: 3.8
                        text: tile.title
                    }
                }
            }

            onActivated: root.picker.choose(tile.value)
        }
    }
}
