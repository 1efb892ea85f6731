import QtQuick

//! A large drawing, by its name in media/pictures or beside the lesson.
Image {
    property string name: ""

    source: name === "" || width < 1 || height < 1 ? "" : "image://picture/" + name
    sourceSize.width: width
    sourceSize.height: height
    fillMode: Image.PreserveAspectFit
    visible: name !== ""
    Accessible.ignored: true
}
