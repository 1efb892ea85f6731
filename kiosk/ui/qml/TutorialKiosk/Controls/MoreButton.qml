import TutorialKiosk.Backend

//! A button that shows the next page of a list, if there is one.
ActionButton {
    required property TypedListModel model

    iconName: "next"
    //: Shows what else is in a list.
    text: qsTr("Xem tiếp")
    visible: model.pages > 1

    onActivated: model.turn(1)
}
