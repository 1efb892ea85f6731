pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! A step where learners get stuck: its text, counts of events, and its picture or phone.
Item {
    id: root

    readonly property bool hasAnswers: !step.hasPhone && step.answers.count > 0
    //! The height of the content above the text, beside the picture.
    property real headHeight: 0
    readonly property bool portrait: height > width
    readonly property real sideHeight: portrait ? height - wordsHeight - Theme.gap : height
    readonly property real sideWidth: {
        if (portrait)
            return width;
        if (step.hasPhone)
            return screen.width * screen.scale;
        return width * (hasAnswers ? 0.5 : 0.36);
    }
    required property HardStepViewModel step
    //! Whether numbers and their labels are placed side by side for lack of height.
    readonly property bool tight: height - headHeight < Theme.scaled(Theme.picture)
    readonly property real wordsHeight: portrait ? Math.min(height * 0.45, headHeight + title.height + says.implicitHeight + times.height + Theme.gap * 3) : height

    Column {
        id: words

        spacing: Theme.gap
        width: root.portrait ? root.width : root.width - root.sideWidth - Theme.gap * 2
        y: root.headHeight

        Row {
            id: title

            spacing: Theme.smallGap
            width: parent.width

            Icon {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.accent
                name: root.step.iconName
                size: Theme.sign
            }
            Label {
                capMm: Theme.smallCap
                color: Theme.accent
                font.bold: true
                height: Math.max(sign.height, implicitHeight)
                lineHeight: 0.85
                //: In the staff's page for figures: a lesson's title, and the number of the step where people get stuck.
                text: root.step.number > 0 ? qsTr("%1, bước %2").arg(Theme.withoutBadBreaks(root.step.title)).arg(root.step.number) : Theme.withoutBadBreaks(root.step.title)
                verticalAlignment: Text.AlignVCenter
                width: parent.width - sign.width - parent.spacing
            }
        }
        Item {
            height: says.contentHeight
            width: parent.width

            Label {
                id: says

                capMm: Theme.bodyCap
                fontSizeMode: Text.Fit
                height: Math.max(0, root.wordsHeight - root.headHeight - title.height - times.height - words.spacing * 2)
                lineHeight: 0.85
                minimumPixelSize: Theme.lettersAt(Theme.smallCap, 1)
                objectName: "hard-step"
                //: In the staff's page for figures: people got stuck at a step that was changed or removed since.
                text: root.step.says !== "" ? root.step.says : qsTr("Bước này đã được sửa hoặc bỏ.")
                width: parent.width
            }
        }
        Flow {
            id: times

            spacing: Theme.gap * 2
            width: parent.width

            Times {
                number: root.step.shown
                //: In the staff's page for figures, under a number: how often a step was shown.
                text: qsTr("lần xem")
            }
            Times {
                number: root.step.stuck
                //: In the staff's page for figures, under a number: how often the finger had to show what to touch.
                text: qsTr("phải chỉ tay")
            }
            Times {
                number: root.step.left
                //: In the staff's page for figures, under a number: how often the lesson was left at this step.
                text: qsTr("bỏ dở")
            }
            Times {
                number: root.step.called
                //: In the staff's page for figures, under a number: how often staff were called at this step.
                text: qsTr("gọi cán bộ")
            }
        }
    }
    Item {
        height: root.sideHeight
        width: root.sideWidth
        x: root.portrait ? 0 : root.width - width
        y: root.height - height

        // Where room is scarce, the whole screen is scaled down, as it is only displayed and not touched.
        Phone {
            id: screen

            anchors.horizontalCenter: parent.horizontalCenter
            forLookingOnly: true
            height: Math.max(Theme.paneWidth, Math.min(Theme.halfWidth, root.sideHeight))
            phone: root.step.phone
            scale: Math.min(1, root.sideHeight / height)
            transformOrigin: Item.Top
            visible: root.step.hasPhone
            width: Theme.columnWidth
        }
        Picture {
            anchors.fill: parent
            name: root.step.hasPhone ? "" : root.step.picture
        }
        FigureBars {
            anchors.fill: parent
            anchors.topMargin: root.portrait ? 0 : root.headHeight
            figures: root.step.answers
            paged: false
            share: 0.62
            visible: root.hasAnswers
        }
        Icon {
            anchors.centerIn: parent
            colour: Theme.hairline
            name: root.step.hasPhone || root.hasAnswers || root.step.picture !== "" ? "" : root.step.iconName
            size: Math.min(parent.width, parent.height) * 0.8
        }
    }

    component Times: Grid {
        id: one

        property int number: 0
        property string text: ""

        Accessible.name: number + " " + text
        Accessible.role: Accessible.StaticText
        columnSpacing: Theme.smallGap
        columns: root.tight ? 2 : 1
        verticalItemAlignment: Grid.AlignVCenter
        visible: number > 0

        Label {
            Accessible.ignored: true
            capMm: root.tight ? Theme.bodyCap : Theme.titleCap
            color: Theme.accent
            font.bold: true
            lineHeight: 0.8
            text: one.number
            wrapMode: Text.NoWrap
        }
        Label {
            Accessible.ignored: true
            capMm: Theme.smallCap
            lineHeight: 0.85
            text: one.text
            wrapMode: Text.NoWrap
        }
    }
}
