import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Text that shrinks to fit its height, but not below the smallest allowed size.
Item {
    id: root

    property bool bold: warning
    property bool centred: false
    property color colour: warning ? Theme.call : Theme.faintInk
    //! Whether a screen reader reads the text.
    property bool heard: true
    property string text: ""
    property bool warning: false

    function fit(): void {
        const smallest = Theme.letters(Theme.leastCap);
        let size = Theme.letters(Theme.bodyCap);
        words.font.pixelSize = size;
        while (words.implicitHeight > root.height && size > smallest) {
            size = Math.max(smallest, Math.floor(size * 0.94));
            words.font.pixelSize = size;
        }
    }

    onHeightChanged: fit()
    onWidthChanged: fit()

    Label {
        id: words

        Accessible.ignored: !root.heard || text === ""
        Accessible.role: root.warning ? Accessible.AlertMessage : Accessible.StaticText
        color: root.colour
        font.bold: root.bold
        lineHeight: 0.85
        text: root.text
        width: parent.width
        y: root.centred ? (parent.height - height) / 2 : 0

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
