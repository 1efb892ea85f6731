"""Lessons that load and look right, but contain something that makes a learner fail."""

from datetime import date

import pytest

from kiosk.content.advice import Adviser
from kiosk.content.facts import read_facts
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.reader import read_lesson
from kiosk.folders import CHECKOUT, Folders

HEAD = "title: Bài thử\nnumber: 900\ngoal: Bác tự làm được việc này.\n"
SCREEN = """\
screens:
  o:
    - bar: Tin nhắn
    - field: o-ma
      label: Mã
    - button: xong
      label: Xong
    - button: huy
      label: {label}
"""
PHONE = SCREEN.format(label="Hủy")
OWN = "    ways: [own-phone]\n"


def say(text, more=""):
    return f"{HEAD}steps:\n  - say: {text}\n{more}"


def tap(text, wrong="Bác tìm chữ Xong.", phone=PHONE, more=""):
    steps = f"  - say: {text}\n    screen: o\n    tap: xong\n    wrong: {wrong}\n"
    return f"{HEAD}{phone}steps:\n{steps}    ways: [together, alone]\n{more}"


def typed(value, text, more=""):
    steps = f"  - say: {text}\n    alone: {text}\n    screen: o\n    wrong: Bác nhìn lại nhé.\n"
    value = f"    type: {{into: o-ma, text: '{value}'}}\n"
    return f"{HEAD}{PHONE}steps:\n{steps}{value}    ways: [together, alone]\n{more}"


def asked(right, wrong, because="Đúng rồi.", other="Đừng bác ạ."):
    choices = (
        f"      - {{text: {right}, right: true, because: {because}}}\n"
        f"      - {{text: {wrong}, because: {other}}}\n"
    )
    return say("Bác nghe nhé.", f"  - ask: Bác làm sao?\n    choices:\n{choices}")


def trouble(text):
    head = f"troubles:\n  mat:\n    title: Không có mã\n    steps:\n      - say: {text}\n"
    return HEAD + head + f"steps:\n  - say: Bác tìm mã.\n    troubles: [mat]\n{OWN}"


ARRIVES = "    arrives: {from: VNeID, text: Ma cua ban la 482915}\n"
PAPER = "    note:\n      - {label: Tên mạng, value: HOC-THU-KIOT}\n"
CHAT = "    screen: chat\nscreens:\n  chat:\n    - bar: Cháu Mai\n    - bubble: Ngoại ơi.\n"
BOX = (
    "screens:\n  o:\n    - bar: Điều khoản\n    - checkbox: xong\n      label: Đồng ý\n"
    "    - text: Xong\n"
)


@pytest.mark.parametrize(
    ("lesson", "code"),
    [
        (say("Bác mở trang ngânhàng.com nhé."), "addresses_not_listed"),
        (say("Bác mở trang QUA24H.CLICK nhé."), "addresses_not_listed"),
        (say("Bác mở trang nhanqua . com nhé."), "addresses_not_listed"),
        (say("Bác gọi 0262 3852 123 nhé."), "number_may_be_real"),
        (say("Bác gọi (024) 3825 1234 nhé."), "number_may_be_real"),
        (say("Bác gọi 84905123456 nhé."), "number_may_be_real"),
        (say("Số căn cước là 066.151.001.234 bác nhé."), "number_may_be_real"),
        (say("Số chứng minh là 240 123 456 bác nhé."), "number_may_be_real"),
        (say("Số thẻ là TS4668300123456 bác nhé."), "number_may_be_real"),
        (say("Bác chuyển vào số 970436 0123456789 nhé."), "number_may_be_real"),
        (say("Bác gọi 1900-6868 nhé."), "hotlines_not_listed"),
        (say("Bác gọi 1022 nhé."), "hotlines_not_listed"),
        (say("Bác nhắn tin tới 9198 nhé."), "hotlines_not_listed"),
        (say("Phí là 50 ngàn một lần."), "fees_not_listed"),
        (say("Phí là 50k một lần."), "fees_not_listed"),
        (say("Bác đóng lệ phí năm mươi nghìn đồng."), "fees_not_listed"),
        (say("Bác đóng 50.000 đồng tiền lệ phí."), "fees_not_listed"),
        (say("Nghe.").replace("Bài thử", "Cach dat lich kham benh"), "no_marks"),
        (say("Bác mở ví.", "    speak: Bac mo vi roi xem the.\n"), "no_marks"),
        (tap("Bác chạm Xong.", phone=SCREEN.format(label="Dang nhap lai")), "no_marks"),
        (say("Bác nhắn 5656.", "    speak: Bác nhắn 6565.\n"), "spoken_number"),
        (asked("'“Cúp máy”'", "Cúp máy"), "equal_answers"),
        (asked("Cúp máy", "Cúp máy nhé"), "equal_answers"),
        (asked("Cúp máy", "Đọc mã", "Bác nhớ nhé.", "Bác nhớ nhé."), "because_alike"),
        (say("Bác cài Ngân hàng Mẫu từ CH Play.", OWN), "invented_app"),
        (say("Bác gọi cho bà H'Mẫu Niê.", OWN), "invented_app"),
        (say("Bác chuyển tiền cho QUAN RAU CO MAU.", OWN), "invented_app"),
        (
            tap("Bác chạm Xong.", more=f"{PAPER}  - say: Bác nối HOC-THU-KIOT.\n{OWN}"),
            "practice_value",
        ),
        (typed("ab12", "Bác gõ mật khẩu của mình, ab12."), "asks_real_data"),
        (typed("0000123", "Bác gõ số điện thoại của bác, 0000123."), "asks_real_data"),
        (tap("Bác đọc to số căn cước của bác, rồi chạm Xong."), "asks_real_data"),
        (say("Sao mà bác quên hoài vậy."), "blames"),
        (say("Dễ ợt mà, ai cũng làm được."), "blames"),
        (say("Bác già rồi nên khó nhớ."), "blames"),
        (tap("Bác chạm Xong.", wrong="Bác làm gấp lên nhé."), "blames"),
        (say("Bác click vào link để download."), "other_word"),
        (typed("482951", "Mã là 482951, bác gõ vào.", ARRIVES), "code_differs"),
        (typed("482915", "Bác gõ mã kích hoạt 482915."), "code_without_message"),
        (typed("482915", "Bác gõ mã máy vừa gửi, 482915."), "code_without_message"),
        (typed("hs-001", "Bác gõ mã hs-001 trên giấy hẹn."), "paper_missing"),
        (tap("Bác bấm nút Hủy."), "other_named"),
        (tap("Bác chọn Hủy nhé."), "other_named"),
        (tap("Bác chạm Xong.", wrong="Bác tìm nút có chữ Hủy."), "other_named"),
        (tap("Bác chạm ô Đồng ý.", phone=BOX), "single_touch"),
        (trouble("Bác đọc mã OTP cho cán bộ gõ giùm."), "secret_given"),
        (say("Bác chụp căn cước gửi qua Zalo cho xã.", OWN), "secret_given"),
        (say("Bác tải tệp .apk cán bộ gửi.", OWN), "secret_given"),
        (say("Bác đưa mật khẩu cho cán bộ nhập giùm.", OWN), "secret_given"),
        (asked("Đọc mã OTP cho họ", "Cúp máy"), "secret_given"),
        (say("Bác chuyển vào số tài khoản 102 8765 4321 nhé."), "number_may_be_real"),
        (say("Xe bác biển số 47-H1 234.56 phải không?"), "number_may_be_real"),
        (say("Gọi không chín không năm một hai ba bốn năm sáu."), "number_may_be_real"),
        (typed("hoa2025", "Bác gõ mật khẩu Zalo vào đây, hoa2025."), "asks_real_data"),
        (say("Trong 10 giây, bác chọn một hình."), "blames"),
        (asked("Cúp máy", "Đọc mã").replace(", because: Đừng bác ạ.", ""), "because_missing"),
        (tap("Bác chạm Xong.", wrong="Chưa đúng rồi bác ơi."), "hint_empty"),
        (tap("Bác chạm nút màu xanh."), "colour_alone"),
        (tap("Bác nhấn giữ chữ Xong."), "gesture_other"),
        (tap("Bác chạm nút Xong bên phải."), "side_told"),
        (tap("Bác chạm nút Xong.", wrong="Bác nhìn góc dưới bên trái."), "side_told"),
        (say("Bác nhìn hình bên cạnh."), "side_told"),
        (asked("Đọc mã", "Cúp máy", "Bác chọn nút ở giữa."), "side_told"),
        (say("BÁC CHẠM VÀO ĐÂY NHÉ."), "in_capitals"),
        (say("Bác ra quầy gặp [tên cán bộ] nhé."), "gap_left"),
        (say("'Bác đọc **thật kỹ** nhé.'"), "markup_left"),
        (tap("Bác chạm Xong.", phone=SCREEN.format(label="Agribank")), "real_bank"),
        (tap("Bác chạm Xong.", more="    alone: Bác chạm Xong.\n"), "alone_tells_all"),
        (typed("hoa ", "Bác gõ hoa vào ô."), "space_unseen"),
        (say("Quý khách nghe nhé."), "other_word"),
    ],
)
def test_it_is_told(tmp_path, lesson, code):
    assert code in found(tmp_path, lesson)


@pytest.mark.parametrize(
    "lesson",
    [
        say("Địa chỉ đuôi .gov.vn, ở TP.HCM cũng vậy."),
        say("Bác gọi 113, nhắn tin tới 5656."),
        say("Bác gửi 500 nghìn cho con."),
        say("Mã OTP thì không đọc cho ai."),
        say("Ai đòi ảnh căn cước qua Zalo thì đừng gửi."),
        say("Tệp .apk người khác gửi thì không mở."),
        say("Bác nhắn 5656.", "    speak: Bác nhắn số 5656.\n"),
        asked("Không đọc mã", "Đọc mã OTP cho họ"),
        typed("482915", "Mã vừa tới, 482915. Bác gõ vào.", ARRIVES),
        tap("Bác chạm Xong.", wrong="Đừng bấm Hủy bác nhé."),
        asked("Không đọc mã OTP cho ai", "Đọc mã cho họ"),
        say("Số tài khoản in trên sổ, số thẻ 0000 0000 0001."),
        say("Chờ trong một phút rồi bác xem lại."),
        tap("Bác chạm nút màu xanh, có chữ Xong."),
        say("Bác mở ứng dụng Agribank của bác.", OWN),
        say("Bác nhấn nút nguồn bên phải máy.", OWN),
        say("Giấy tờ bác để sẵn bên cạnh."),
        say("Chữ của bác ở bên phải.", CHAT),
        say("Địa chỉ giả là dichvucong-gov[.]vip."),
    ],
)
def test_what_only_looks_so_is_left_alone(tmp_path, lesson):
    assert found(tmp_path, lesson) == []


def found(tmp_path, lesson):
    path = tmp_path / "bai-thu.yaml"
    path.write_text(lesson, encoding="utf-8")
    reading = read_lesson(path, media_in(Folders(home=CHECKOUT)))
    assert reading.lesson, reading.problems
    facts = read_facts(CHECKOUT / "lessons")
    today = date(2026, 11, 30)
    return [
        each.code for each in Adviser(reading.lesson, read_document(path), facts, today).advice()
    ]
