import QtTest
import TutorialKiosk.Theme

//! Line break opportunities in texts.
TestCase {
    name: "Theme"

    function test_a_hidden_number_stays_in_one_piece(): void {
        compare(Theme.withoutBadBreaks("Số lạ 09•• ••• •••"), "Số lạ 09••\u00a0•••\u00a0•••");
    }
    function test_a_sum_stays_in_one_piece_and_other_words_after_a_number_do_not(): void {
        compare(Theme.withoutBadBreaks("350.000 đ, 5 đồng"), "350.000\u00a0đ, 5\u00a0đồng");
        compare(Theme.withoutBadBreaks("Hai 2 đôi, 9 đường"), "Hai 2 đôi, 9 đường");
    }
    function test_a_number_stays_with_what_it_counts_or_tells_apart(): void {
        compare(Theme.withoutBadBreaks("VNeID mức 2. Số 018"), "VNeID mức\u00a02. Số\u00a0018");
        compare(Theme.withoutBadBreaks("quá 5 lần, bấm 6 số"), "quá 5\u00a0lần, bấm 6\u00a0số");
        compare(Theme.withoutBadBreaks("tháng 12 năm 2026"), "tháng\u00a012 năm\u00a02026");
        compare(Theme.withoutBadBreaks("bức 2, 5 ngàyx"), "bức 2, 5 ngàyx");
    }
    function test_a_lone_letter_stays_with_the_rest_of_its_word(): void {
        compare(Theme.withoutBadBreaks("Bác thêm thẻ bảo hiểm y tế vào ví."), "Bác thêm thẻ bảo hiểm y\u00a0tế vào ví.");
        compare(Theme.withoutBadBreaks("quy tế"), "quy tế");
    }
    function test_a_name_is_not_broken_at_its_hyphen(): void {
        compare(Theme.withoutBadBreaks("HOC-THU, Wi-Fi - 5"), "HOC\u2011THU, Wi\u2011Fi - 5");
    }
    function test_a_short_last_word_takes_the_one_before_it_along(): void {
        compare(Theme.withoutOrphan("Máy cũ sẽ tự thoát ra."), "Máy cũ sẽ tự thoát\u00a0ra.");
        compare(Theme.withoutOrphan(Theme.withoutBadBreaks("2.000 đ một trang")), "2.000\u00a0đ một\u00a0trang");
        compare(Theme.withoutOrphan("hoặc chạm Quên passcode"), "hoặc chạm Quên passcode");
    }
    function test_an_address_before_the_last_word_is_not_broken_for_its_sake(): void {
        compare(Theme.withoutOrphan(Theme.withAddressBreaks("có ra online.gov.vn không")), "có ra online\u200b.gov.vn không");
        compare(Theme.withoutOrphan("thì bác làm sao"), "thì bác làm\u00a0sao");
        compare(Theme.withoutOrphan(Theme.withoutBadBreaks("Ba số 0 ở cuối.")), "Ba số\u00a00 ở\u00a0cuối.");
    }
    function test_a_name_of_several_words_is_not_parted(): void {
        compare(Theme.withWholeTerms("Bác hỏi Công an xã, hỏi số điện thoại."), "Bác hỏi Công\u00a0an\u00a0xã, hỏi số\u00a0điện\u00a0thoại.");
        compare(Theme.withWholeTerms("Thẻ căn cước công dân"), "Thẻ căn\u00a0cước công\u00a0dân");
        compare(Theme.withWholeTerms("Bác đăng nhập, đọc mã xác nhận, xem hóa đơn."), "Bác đăng\u00a0nhập, đọc mã xác\u00a0nhận, xem hóa\u00a0đơn.");
        compare(Theme.withWholeTerms("Cần đăng ký kết hôn, Mẫu số 01"), "Cần đăng\u00a0ký kết\u00a0hôn, Mẫu\u00a0số 01");
        compare(Theme.withWholeTerms("Sổ hồ sơn, y tếp"), "Sổ hồ sơn, y tếp");
    }
    function test_an_address_may_break_before_its_points_alone(): void {
        compare(Theme.withAddressBreaks("Vào bv-gov.example. Xong."), "Vào bv\u2011gov\u200b.example. Xong.");
    }
}
