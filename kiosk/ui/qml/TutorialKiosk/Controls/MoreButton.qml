import TutorialKiosk.Backend

//! Shows the next page of a list, where it has more than one.
ActionButton {
    required property TypedListModel model

    iconName: "next"
    //: Shows what else is in a list.
    text: qsTr("Xem tiếp")
    visible: model.pages > 1

    onActivated: model.turn(1)
}
