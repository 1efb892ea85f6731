"""A lesson is finished with keys alone, knowing only what Orca says: a screen reader for real."""

from one_lesson_home import small_home
from orca_session import orca_beside_the_kiosk
from real_display import real_display

LESSON = "nghe-orca"
TO_THE_LESSON = (
    "Bác chạm vào màn hình để bắt đầu.",
    "Tiếng Việt. Xin chào bác! push button",
    "78. Nghe Orca.",
    "Xem máy làm",
    "2. Cùng làm push button",
)
STEPS = (
    ("Bây giờ mình cùng làm.", "Tiếp tục push button"),
    ("Bác chạm vào ô trước chữ Tôi đã đọc.", "Tôi đã đọc check box not checked"),
    ("Bác bật Đèn pin lên.", "Đèn pin check box not checked"),
    ("Bác chạm vào thẻ Danh bạ.", "Danh bạ page tab"),
    ("Mạng nào là của trung tâm?", "HOC-THU push button"),
    ("Bác chọn ô này thì chạm lần nữa.", "HOC-THU push button"),
    ("Đúng rồi. Tên này dán ở quầy.", "Tiếp tục push button"),
)
"""What is to be read of each step, and then what is pressed."""
NEXT_WAY = "Bây giờ bác tự làm nhé. Cần giúp thì chạm Gợi ý."


def test_a_lesson_is_finished_with_orca_reading(tmp_path):
    beside, home = tmp_path / "orca", small_home(tmp_path, LESSON)
    beside.mkdir()
    with (
        real_display(tmp_path, with_window_manager=False) as display,
        orca_beside_the_kiosk(display, beside, home) as orca,
    ):
        orca.wait_for_the_window()
        for name in TO_THE_LESSON:
            orca.go_to(name)
            orca.take()
        told = []
        for sentence, name in STEPS:
            told += orca.go_to(sentence) + orca.go_to(name)
            orca.take()
        orca.go_to(NEXT_WAY)
    assert told.index("Tôi đã đọc check box checked.") > told.index(STEPS[1][1] + ".")
    assert told.index("Đèn pin check box checked.") > told.index(STEPS[2][1] + ".")
