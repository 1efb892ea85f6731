pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The staff overlay, for staff beside the learner: notes, all steps, language, next visit.
Sheet {
    id: root

    readonly property StaffAssistViewModel assist: visit.assist
    helps: false

    readonly property bool portrait: height > width
    readonly property PagedColumn shown: showsSteps ? steps : notes
    //! Whether the steps are shown instead of the notes.
    property bool showsSteps: false

    FactNames {
        id: names
    }
    Row {
        id: tabs

        anchors.left: parent.left
        spacing: Theme.smallGap
        width: root.portrait ? parent.width : parent.width - tools.width - Theme.gap

        ActionButton {
            Accessible.checkable: true
            Accessible.checked: !root.showsSteps
            height: Theme.target
            iconName: "info"
            manner: root.showsSteps ? ActionButton.Quiet : ActionButton.Lead
            objectName: "overlay:notes"
            //: In the staff overlay of a lesson: shows what staff should know. At most 12 letters.
            text: qsTr("Lời dặn")
            width: (parent.width - parent.spacing) / 2

            onActivated: root.showsSteps = false
        }
        ActionButton {
            Accessible.checkable: true
            Accessible.checked: root.showsSteps
            height: Theme.target
            iconName: "list"
            manner: root.showsSteps ? ActionButton.Lead : ActionButton.Quiet
            objectName: "overlay:steps"
            //: In the staff overlay of a lesson: shows all steps. At most 12 letters.
            text: qsTr("Các bước")
            width: (parent.width - parent.spacing) / 2

            onActivated: root.showsSteps = true
        }
    }
    Item {
        anchors.bottom: root.portrait ? tools.top : parent.bottom
        anchors.bottomMargin: root.portrait ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: tabs.right
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.gap

        PagedColumn {
            id: notes

            anchors.fill: parent
            visible: !root.showsSteps

            StaffOverlayFact {
                //: In the staff overlay of a lesson: the note for staff of the step that is shown.
                heading: qsTr("Ở bước này")
                height: value === "" ? 0 : implicitHeight
                value: root.assist.noteOfStep
                width: notes.width
            }
            Repeater {
                model: root.assist.facts

                StaffOverlayFact {
                    required property string name
                    required property string text

                    heading: names.nameOf(name)
                    value: text
                    width: notes.width
                }
            }
            StaffOverlayFact {
                //: In the staff overlay of a lesson: there is no note.
                heading: qsTr("Bài này không có lời dặn.")
                height: root.assist.noteOfStep === "" && root.assist.facts.count === 0 ? implicitHeight : 0
                width: notes.width
            }
        }
        PagedColumn {
            id: steps

            anchors.fill: parent
            visible: root.showsSteps

            Repeater {
                model: root.assist.steps

                StaffOverlayStep {
                    id: step

                    required property int at
                    required here
                    required number
                    required text

                    objectName: "step:" + at
                    width: steps.width

                    onActivated: root.assist.jump(step.at)
                }
            }
        }
    }
    Grid {
        id: tools

        readonly property real buttonHeight: {
            let tallest = Theme.primary;
            for (let at = 0; at < children.length; at++)
                tallest = Math.max(tallest, children[at].implicitHeight);
            return tallest;
        }
        readonly property real buttonWidth: (width - (columns - 1) * spacing) / columns

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: root.portrait ? undefined : parent.top
        columns: root.portrait ? 2 : 1
        spacing: Theme.smallGap
        width: root.portrait ? parent.width : Math.max(Theme.columnWidth, parent.width * 0.3)

        ActionButton {
            enabled: root.shown.pages > 1
            height: tools.buttonHeight
            iconName: "next"
            objectName: "overlay:more"
            opacity: enabled ? 1 : 0
            //: In the staff overlay of a lesson: the next page of notes or steps. At most 12 letters.
            text: qsTr("Trang sau")
            width: tools.buttonWidth

            onActivated: root.shown.page = (root.shown.page + 1) % root.shown.pages
        }
        ActionButton {
            height: tools.buttonHeight
            iconName: "language"
            objectName: "overlay:language"
            text: root.visit.languageChoice.chosenName
            visible: root.visit.languageChoice.tiles.count > 1
            width: tools.buttonWidth

            onActivated: root.visit.languageChoice.chooseNext()
        }
        ActionButton {
            height: tools.buttonHeight
            iconName: "play"
            objectName: "overlay:resume"
            //: In the staff overlay: back to the lesson that the person was in before. At most 16 letters.
            text: qsTr("Về bài lúc nãy")
            visible: root.assist.setAside !== ""
            width: tools.buttonWidth

            onActivated: root.assist.resume()
        }
        ActionButton {
            height: tools.buttonHeight
            iconName: "people"
            objectName: "overlay:next-person"
            //: In the staff overlay of a lesson: wipes everything for the next person. At most 13 letters.
            text: qsTr("Cho người sau")
            width: tools.buttonWidth

            onActivated: root.visit.endVisit()
        }
        ActionButton {
            height: tools.buttonHeight
            iconName: "key"
            objectName: "overlay:staff"
            //: In the staff overlay of a lesson: leads to the staff's own pages. At most 14 letters.
            text: qsTr("Trang cán bộ")
            width: tools.buttonWidth

            onActivated: root.visit.askPin()
        }
        ActionButton {
            height: tools.buttonHeight
            iconName: "back"
            objectName: "overlay:close"
            //: Closes a page and returns to the step.
            text: qsTr("Quay lại")
            width: tools.buttonWidth

            onActivated: root.assist.closeOverlay()
        }
    }
}
