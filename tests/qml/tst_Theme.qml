import QtTest
import TutorialKiosk.Theme

//! Where words may be broken.
TestCase {
    name: "Theme"

    function test_a_hidden_number_stays_in_one_piece(): void {
        compare(Theme.unbroken("Số lạ 09•• ••• •••"), "Số lạ 09••\u00a0•••\u00a0•••");
    }
    function test_a_sum_stays_in_one_piece_and_other_words_after_a_number_do_not(): void {
        compare(Theme.unbroken("350.000 đ, 5 đồng"), "350.000\u00a0đ, 5 đồng");
    }
    function test_a_name_is_not_broken_at_its_hyphen(): void {
        compare(Theme.unbroken("HOC-THU, Wi-Fi - 5"), "HOC\u2011THU, Wi\u2011Fi - 5");
    }
    function test_an_address_may_break_before_its_points_alone(): void {
        compare(Theme.parted("Vào bv-gov.example. Xong."), "Vào bv\u2011gov\u200b.example. Xong.");
    }
}
