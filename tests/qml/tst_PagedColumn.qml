import QtQuick
import QtTest
import TutorialKiosk.Controls

//! As many items per page as fit, also when items are added, removed or resized.
TestCase {
    id: test

    height: 200
    name: "PagedColumn"
    visible: true
    when: windowShown
    width: 300

    function shown(): string {
        let names = "";
        for (let at = 0; at < rows.count; at++)
            names += rows.itemAt(at).visible ? rows.itemAt(at).name : "";
        return names;
    }
    function init(): void {
        letters.clear();
        for (const name of "abcde")
            letters.append({
                name: name,
                tall: 40
            });
        column.page = 0;
        tryCompare(column, "pages", 3);
    }
    function test_a_page_holds_what_fits(): void {
        compare(shown(), "ab");
        column.page = 1;
        compare(shown(), "cd");
        column.page = 2;
        compare(shown(), "e");
    }
    function test_what_grows_is_given_room(): void {
        letters.setProperty(1, "tall", 90);
        tryCompare(column, "pages", 4);
        compare(shown(), "a");
        compare(rows.itemAt(1).y, 0);
    }
    function test_what_is_higher_than_the_page_has_one_for_itself(): void {
        letters.setProperty(0, "tall", 300);
        tryVerify(() => shown() === "a");
        column.page = 1;
        compare(shown(), "bc");
    }
    function test_nothing_is_shown_of_a_page_that_is_gone(): void {
        column.page = 2;
        letters.remove(2, 3);
        tryCompare(column, "pages", 1);
        compare(column.page, 0);
        compare(shown(), "ab");
    }

    ListModel {
        id: letters
    }
    PagedColumn {
        id: column

        height: 100
        spacing: 10
        width: 100

        Repeater {
            id: rows

            model: letters

            Item {
                required property string name
                required property int tall

                height: tall
                width: 10
            }
        }
    }
}
