import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: Math.min(Theme.picture * Math.max(1, width / Theme.buttonWidth), width * (root.compact ? 0.4 : 0.56))

    Picture {
        anchors.fill: parent
        name: root.element.fields.image
    }
}
