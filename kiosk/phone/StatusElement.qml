import QtQuick
import TutorialKiosk.Phone

PhoneElement {
    id: root

    implicitWidth: signs.implicitWidth
    implicitHeight: signs.implicitHeight

    StatusSigns {
        id: signs

        signs: root.element.fields.status
    }
}
