import QtQml
import TutorialKiosk.Theme

//! Passes the screen size, the font and the learner's preferences to the theme.
QtObject {
    id: root

    required property real capRatio
    required property string contrast
    required property real diagonalIn
    required property real distanceFactor
    required property string family
    required property real heightPx
    required property bool motion
    required property string textSize
    required property real widthPx

    readonly property list<Binding> bindings: [
        Binding {
            property: "pxPerMm"
            target: Theme
            value: Math.sqrt(root.widthPx * root.widthPx + root.heightPx * root.heightPx) / (root.diagonalIn * 25.4)
        },
        Binding {
            property: "capRatio"
            target: Theme
            value: root.capRatio
        },
        Binding {
            property: "contrast"
            target: Theme
            value: root.contrast
        },
        Binding {
            property: "distanceFactor"
            target: Theme
            value: root.distanceFactor
        },
        Binding {
            property: "family"
            target: Theme
            value: root.family
        },
        Binding {
            property: "heightPx"
            target: Theme
            value: root.heightPx
        },
        Binding {
            property: "motion"
            target: Theme
            value: root.motion
        },
        Binding {
            property: "textSize"
            target: Theme
            value: root.textSize
        },
        Binding {
            property: "widthPx"
            target: Theme
            value: root.widthPx
        }
    ]
}
