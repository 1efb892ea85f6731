pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The whole editor: steps, phone and form, and the panels that cover them.
Item {
    id: root

    required property EditorViewModel editor
    //! Whether it is a page of the kiosk, which is left for the one before, and may have no keys.
    property bool inKiosk: false
    //! Whether everything has to stand closer together.
    readonly property bool narrow: width < Theme.desktopMm(335)
    property bool playing: false
    //! The lesson that is played; null while none is.
    readonly property EditorPlay played: playedLesson.item as EditorPlay
    //! A finger here may lie on fields and lists, not only on buttons.
    readonly property bool takesTouches: !playing
    //! What records a sentence; null until there is one.
    readonly property SentenceStudio studio: editor.studio as SentenceStudio
    required property VisitViewModel visit
    //! What is done with what was written: a function of the words.
    property var useWritten: null
    property string writtenBefore: ""
    property string writingCaption: ""
    //! The field of the form that has it already while she writes; empty for none.
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

    //! Let somebody write with keys on the screen; `done` gets what was written. A field of the form
    //! (`key`) has it already while she writes.
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
