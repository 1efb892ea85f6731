import QtQuick
import QtTest
import TutorialKiosk.Theme

//! Line breaks of a text at a given width.
TestCase {
    id: root

    name: "GoodBreaks"

    //! The lines of a text at the width of another one.
    function broken(words: string, widest: string): string {
        const room = metrics.advanceWidth(widest);
        const lines = Theme.linesOf(Theme.withGoodBreaks(words, metrics, room), metrics, room);
        return lines.join("/").replace(/\u00a0/g, " ");
    }
    function test_a_term_is_parted_only_where_it_needs_another_line(): void {
        compare(root.broken("Mở Cài đặt", "Cài đặt "), "Mở/Cài đặt");
        compare(root.broken("Bác hỏi căn cước", "Bác hỏi căn"), "Bác hỏi/căn cước");
        compare(root.broken("Bật công tắc", "Bật công "), "Bật/công tắc");
        compare(root.broken("Thẻ bảo hiểm mẫu", "hiểm mẫu "), "Thẻ bảo/hiểm mẫu");
    }
    function test_no_word_is_alone_in_the_last_line(): void {
        compare(root.broken("Mang bản chính ra quầy", "Mang bản "), "Mang/bản chính/ra quầy");
    }
    function test_a_word_wider_than_the_line_changes_nothing(): void {
        compare(root.broken("căn cước", "cước"), "căn/cước");
    }

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: 40
    }
}
