pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property real spacing: Theme.tinyGap
    readonly property var tabs: root.element.fields.tabs
    readonly property real tallest: {
        let height = Theme.target;
        for (let at = 0; at < places.count; at++)
            height = Math.max(height, places.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }

    implicitHeight: tallest
    squeezed: {
        for (let at = 0; at < places.count; at++) {
            if ((places.itemAt(at) as TabTarget)?.squeezed)
                return true;
        }
        return false;
    }

    Row {
        spacing: root.spacing

        Repeater {
            id: places

            model: root.tabs

            TabTarget {
                required property var modelData

                height: root.tallest
                name: modelData.tab
                on: modelData.on
                text: modelData.label
                width: Math.floor((root.width - (root.tabs.length - 1) * root.spacing) / root.tabs.length)
            }
        }
    }

    component TabTarget: PhoneTarget {
        id: tab

        property bool on: false
        readonly property bool squeezed: words.squeezed

        bottomPadding: Theme.mm(2.4)
        Accessible.role: Accessible.PageTab
        Accessible.selectable: true
        Accessible.selected: on
        checkable: true
        checked: on
        element: root.element
        leftPadding: Theme.stroke
        rightPadding: Theme.stroke

        contentItem: Item {
            implicitHeight: words.implicitHeight

            PhoneLabel {
                id: words

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: tab.on ? Theme.accent : Theme.ink
                font.bold: tab.on
                horizontalAlignment: Text.AlignHCenter
                letterScale: root.letterScale
                text: tab.text
                width: parent.width
            }
        }

        // The lesson determines which tab is open, not the touch.
        onToggled: checked = Qt.binding(() => on)

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.stroke
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.accent
            height: Theme.thick
            visible: tab.on
            width: parent.width - 2 * Theme.radius
        }
    }
}
