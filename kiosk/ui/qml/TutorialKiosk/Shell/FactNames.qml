import QtQuick

//! The names of the facts of a procedure.
QtObject {
    function nameOf(fact: string): string {
        if (fact === "note")
            //: In the staff overlay of a lesson: the note for staff of a procedure.
            return qsTr("Lời dặn cán bộ");
        if (fact === "papers")
            //: Before the papers that a procedure asks for.
            return qsTr("Mang theo");
        if (fact === "fee")
            //: Before the fee of a procedure.
            return qsTr("Lệ phí");
        if (fact === "days")
            //: Before the time that a procedure takes.
            return qsTr("Thời hạn");
        if (fact === "where")
            //: Before the place where a procedure is filed.
            return qsTr("Nộp ở đâu");
        //: Before the address of the official page of a procedure.
        return qsTr("Trang mạng");
    }
}
