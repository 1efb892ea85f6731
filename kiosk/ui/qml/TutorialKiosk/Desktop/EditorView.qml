pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The whole editor: steps, phone and form, and the panels that cover them.
Item {
    id: root

    required property EditorViewModel editor
    //! Whether the editor is a page of the kiosk: it can be left, and there may be no keyboard.
    property bool inKiosk: false
    //! Whether the layout has to be compact.
    readonly property bool narrow: width < Theme.desktopMm(335)
    property bool playing: false
    //! The view of the lesson that is played; null for none.
    readonly property EditorPlay played: playedLesson.item as EditorPlay
    //! Marks an area where touches on fields and lists are accepted, not only on buttons.
    readonly property bool takesTouches: !playing
    //! The recorder of a sentence; null until there is one.
    readonly property SentenceStudio studio: editor.studio as SentenceStudio
    required property VisitViewModel visit
    //! The function that receives the entered text.
    property var useWritten: null
    property string writtenBefore: ""
    property string writingCaption: ""
    //! The key of the form's field that is updated during typing; empty for none.
    property string writtenKey: ""

    signal leaveRequested

    EditorBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        editor: root.editor
        keysOnScreen: root.inKiosk
        mayLeave: root.inKiosk
        narrow: root.narrow
        visit: root.visit

        onLeaveRequested: root.leaveRequested()
        onCardRequested: overlay.sourceComponent = ways
    }
    RowLayout {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(2)
        anchors.right: parent.right
        anchors.top: bar.bottom
        enabled: !overlay.item && !recording.active && root.editor.picker.sort === "" && !root.playing
        spacing: Theme.desktopMm(2)
        visible: root.editor.loaded

        EditorSteps {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.desktopMm(root.narrow ? 64 : 72)
            editor: root.editor
        }
        EditorCanvas {
            id: canvas

            Layout.fillHeight: true
            Layout.fillWidth: true
            editor: root.editor

            onWriteRequested: (caption, text, key, done) => root.write(caption, text, key, done)
        }
        EditorForm {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(Theme.desktopMm(root.narrow ? 95 : 112), root.width * 0.33)
            editor: root.editor
            keysOnScreen: bar.keysOnScreen

            onWriteRequested: (caption, text, key, done) => root.write(caption, text, key, done)
        }
    }

    //! Opens text entry with the on-screen keyboard; `done` receives the text. The form's field `key` is updated
    //! during typing.
    function write(caption: string, text: string, key: string, done: var): void {
        root.useWritten = done;
        root.writingCaption = caption;
        root.writtenBefore = text;
        root.writtenKey = key;
        overlay.sourceComponent = typing;
    }

    Component {
        id: ways

        EditorWays {
            editor: root.editor

            onClosed: overlay.sourceComponent = null
        }
    }
    Component {
        id: typing

        EditorTyping {
            caption: root.writingCaption
            before: root.writtenBefore

            onWritten: text => {
                overlay.sourceComponent = null;
                root.useWritten(text);
            }
            onClosed: {
                overlay.sourceComponent = null;
                if (root.writtenKey !== "")
                    root.editor.setField(root.writtenKey, root.writtenBefore);
            }
            onEdited: text => {
                if (root.writtenKey !== "" && text.trim() !== "")
                    root.editor.setField(root.writtenKey, text);
            }
        }
    }
    Loader {
        active: root.editor.picker.sort !== ""
        anchors.fill: parent
        anchors.topMargin: bar.height

        sourceComponent: EditorPicker {
            editor: root.editor
            enabled: !overlay.item
            keysOnScreen: bar.keysOnScreen

            onWriteRequested: (caption, text, key, done) => root.write(caption, text, key, done)
        }
    }
    Loader {
        id: recording

        active: root.studio !== null && root.studio.isOpen
        anchors.fill: parent

        sourceComponent: EditorStudio {
            studio: root.studio
        }
    }
    Loader {
        id: overlay

        anchors.fill: parent
        anchors.topMargin: bar.height
    }
    Loader {
        id: playedLesson

        active: root.playing
        anchors.fill: parent

        sourceComponent: EditorPlay {
            visit: root.visit

            onClosed: root.playing = false
        }
    }
    Connections {
        function onPlayed(): void {
            root.playing = true;
        }

        enabled: !root.inKiosk
        target: root.editor
    }
}
