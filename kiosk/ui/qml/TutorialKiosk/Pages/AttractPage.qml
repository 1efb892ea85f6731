import QtQuick
import TutorialKiosk.Backend

//! Greets whoever passes; a touch anywhere begins.
Welcome {
    id: root

    required property VisitViewModel visit

    centreName: root.visit.centreName
    languages: root.visit.languages

    onBegun: root.visit.begin()
}
