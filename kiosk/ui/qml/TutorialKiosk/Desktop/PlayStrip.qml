pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Pages
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The bar over a lesson on trial: back to the editor, and the display options.
Rectangle {
    id: root

    //! The view that shows the lesson.
    required property ScaledView view
    required property VisitViewModel visit

    signal closed

    color: Theme.paper
    implicitHeight: choices.height + Theme.desktopMm(2)

    WayNames {
        id: names
    }
    Flow {
        id: choices

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(1)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.desktopMm(1)

        DesktopButton {
            chosen: true
            iconName: "back"
            objectName: "editor-play-end"
            //: In the lesson editor: end playing the lesson, and go on editing.
            text: qsTr("Soạn tiếp")

            onActivated: root.closed()
        }
        Gap {}
        Repeater {
            model: root.visit.lesson.ways

            DesktopButton {
                required property string modelData

                chosen: root.visit.lesson.way === modelData
                objectName: "editor-playing-" + modelData
                text: names.nameOf(modelData)

                onActivated: root.visit.chooseWay(modelData)
            }
        }
        Gap {}
        Repeater {
            model: ["normal", "large", "largest"]

            DesktopButton {
                required property int index
                required property string modelData

                chosen: root.visit.preferences.textSize === modelData
                objectName: "editor-text-" + modelData
                //: In the lesson editor: the three sizes of letters.
                text: [qsTr("Chữ vừa"), qsTr("Chữ to"), qsTr("Chữ rất to")][index]

                onActivated: root.visit.preferences.chooseTextSize(modelData)
            }
        }
        DesktopButton {
            chosen: root.visit.preferences.contrast === "high"
            objectName: "editor-contrast"
            //: In the lesson editor: the colours of high contrast, on or off.
            text: qsTr("Nền đen")

            onActivated: root.visit.preferences.chooseContrast(chosen ? "warm" : "high")
        }
        Gap {}
        Repeater {
            model: [[0, 0], [1920, 1080], [1366, 768], [1024, 768], [1080, 1920]]

            DesktopButton {
                required property list<int> modelData

                chosen: root.view.screenWidth === modelData[0] && root.view.screenHeight === modelData[1]
                objectName: "editor-screen-" + modelData[0] + "x" + modelData[1]
                //: In the lesson editor: play the lesson on this screen, or as on another one, which is named by its pixels.
                text: modelData[0] === 0 ? qsTr("Vừa cửa sổ") : modelData[0] + " × " + modelData[1]

                onActivated: {
                    root.view.screenWidth = modelData[0];
                    root.view.screenHeight = modelData[1];
                }
            }
        }
        Gap {}
        Repeater {
            model: root.visit.languageChoice.tiles

            DesktopButton {
                required property string code
                required property string name

                chosen: root.visit.language === code
                objectName: "editor-language-" + code
                text: name

                onActivated: root.visit.languageChoice.chooseLanguage(code)
            }
        }
    }

    //! Space between groups of choices.
    component Gap: Item {
        implicitHeight: implicitWidth
        implicitWidth: Theme.desktopMm(2.5)
    }
}
