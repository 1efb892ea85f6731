import QtQuick
import QtQuick.Window
import TutorialKiosk.Controls
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! The attract page as it was last seen, shown while the kiosk behind it is being built.
Window {
    id: root

    required property real capRatio
    required property string centreName
    required property string contrast
    required property real diagonalIn
    required property real distanceFactor
    required property string family
    required property list<var> languages
    required property string textSize
    //! Somebody touched it; the kiosk begins as soon as it can.
    property bool touched: false

    color: Theme.ground
    title: "Ki-ốt"

    onClosing: close => {
        close.accepted = false;
    }

    ThemeSettings {
        capRatio: root.capRatio
        contrast: root.contrast
        diagonalIn: root.diagonalIn
        distanceFactor: root.distanceFactor
        family: root.family
        heightPx: root.height
        motion: false
        textSize: root.textSize
        widthPx: root.width
    }
    Brocade {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    Welcome {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: band.bottom
        anchors.topMargin: Theme.gap
        centreName: root.centreName
        languages: root.languages

        onBegun: root.touched = true
    }
}
