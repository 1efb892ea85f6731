import QtQuick

//! The names and drawings of the four ways through a lesson.
QtObject {
    id: root

    function iconOf(way: string): string {
        switch (way) {
        case "watch":
            return "eye";
        case "together":
            return "people";
        case "alone":
            return "star";
        default:
            return "phone";
        }
    }
    function nameOf(way: string): string {
        switch (way) {
        case "watch":
            //: First way: the kiosk shows how. At most 14 letters.
            return qsTr("Xem máy làm");
        case "together":
            //: Second way: with help. At most 14 letters.
            return qsTr("Cùng làm");
        case "alone":
            //: Third way: without help. At most 14 letters.
            return qsTr("Bác tự làm");
        default:
            //: Fourth way: on the learner's own phone. At most 16 letters.
            return qsTr("Trên máy của bác");
        }
    }
    function pictureOf(way: string): string {
        return way === "own-phone" ? "your-phone" : way;
    }
}
