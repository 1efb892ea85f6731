import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Text in a card that shrinks to fit, but not below the smallest allowed size.
Rectangle {
    id: root

    property string text: ""
    property bool warning: false

    function fit(): void {
        const smallest = Theme.lettersAt(Theme.smallCap, 1);
        let size = Theme.letters(Theme.bodyCap);
        words.font.pixelSize = size;
        while (words.implicitHeight > root.height - Theme.smallGap && size > smallest) {
            size = Math.max(smallest, Math.floor(size * 0.97));
            words.font.pixelSize = size;
        }
    }

    border.color: warning ? Theme.call : Theme.hairline
    border.width: warning ? Theme.thick : Theme.stroke
    color: Theme.paper
    radius: Theme.radius

    onHeightChanged: fit()
    onWidthChanged: fit()

    Label {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        lineHeight: 0.9
        text: root.text
        width: parent.width - 2 * x
        x: Theme.gap

        onTextChanged: root.fit()
    }
    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }

        target: Theme
    }
}
