import QtQuick
import TutorialKiosk.Phone

PhoneElement {
    id: root

    implicitHeight: signs.implicitHeight
    implicitWidth: signs.implicitWidth

    StatusSigns {
        id: signs

        signs: root.element.fields.status
    }
}
