import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The record button: records while it is held; a short touch records until the next touch.
KioskButton {
    id: root

    required property RecordingSession session
    readonly property bool hearing: session.recordingState === "recording"
    readonly property color ink: enabled ? Theme.callInk : Theme.faintInk
    property bool touched: false

    //! The label under the microphone.
    function wording(): string {
        switch (root.session.recordingState) {
        case "recording":
            //: On the large red button, while it records. At most 10 letters.
            return qsTr("Bác nói đi");
        case "muting":
        case "waking":
        case "opening":
            //: On the large red button, for a moment before it records. At most 10 letters.
            return qsTr("Chờ chút");
        case "working":
            //: On the large red button, while the recording is looked at. At most 12 letters.
            return qsTr("Đang xem lại");
        case "missing":
            //: On the large red button, when there is no microphone. At most 14 letters.
            return qsTr("Chưa có mi-crô");
        default:
            //: On the large red button that is held while one speaks. At most 12 letters.
            return qsTr("Giữ và nói");
        }
    }

    enabled: session.mayRecord
    objectName: "speak"
    text: wording()

    background: Rectangle {
        border.color: root.hearing ? Theme.highlight : root.enabled ? Theme.call : Theme.outline
        border.width: root.hearing ? Theme.thick * 2 : Theme.stroke
        color: !root.enabled ? Theme.paper : root.session.onAir && !root.hearing ? Theme.callPressed : Theme.call
        radius: Theme.radius * 2
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Theme.smallGap

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: root.ink
                name: "microphone"
                size: Math.max(Theme.signSmall, Math.min(Theme.drawing, root.availableHeight - word.implicitHeight - Theme.smallGap))
            }
            Label {
                id: word

                Accessible.ignored: true
                capMm: Theme.bodyCap
                color: root.ink
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.85
                text: root.text
                width: root.availableWidth
            }
        }
    }

    // A finger triggers press and release; keys and screen readers only activate.
    onActivated: {
        if (!touched)
            session.button.toggle();
    }
    onCanceled: {
        session.button.release();
        Qt.callLater(() => root.touched = false);
    }
    onPressed: {
        touched = true;
        session.button.press();
    }
    onReleased: {
        session.button.release();
        Qt.callLater(() => root.touched = false);
    }
}
