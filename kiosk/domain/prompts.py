"""What the kiosk itself says, in the source language; translated like the sentences of lessons."""

from kiosk.domain.line import Line
from kiosk.domain.way import Way

LOOK_AT_THE_GLOW = Line("Chưa đúng. Bác nhìn chỗ đang sáng nhé.")
FOLLOW_THE_FINGER = Line("Bác chạm vào chỗ ngón tay chỉ nhé.")
TRY_ANOTHER_SPOT = Line("Chưa đúng. Bác thử chỗ khác nhé.")
JUST_LOOK = Line("Bước này bác chỉ xem thôi. Xem xong, bác chạm Tiếp tục.")
USE_YOUR_OWN_PHONE = Line("Bác làm trên máy của bác nhé. Hình này chỉ để xem theo.")
GO_ON_ALONE = Line("Đúng rồi. Bác làm tiếp nhé.")
ALONE_DONE = Line("Bác tự làm được rồi. Giỏi quá!")

OPENINGS: dict[Way, Line] = {
    Way.WATCH: Line("Bác ngồi xem máy làm trước. Bác chưa phải làm gì."),
    Way.TOGETHER: Line("Bây giờ mình cùng làm. Bác chạm vào chỗ đang sáng."),
    Way.ALONE: Line("Bây giờ bác tự làm nhé. Cần giúp thì chạm Gợi ý."),
    Way.OWN_PHONE: Line("Giờ bác cầm điện thoại của bác lên. Mình làm từng bước một."),
}

STILL_THERE = Line("Bác còn ở đó không? Nếu không, máy sẽ xóa hết để người khác dùng.")
WELCOME_HOME = Line("Bác muốn học gì? Bác chạm vào một ô nhé.")
CALLING_STAFF = Line("Cán bộ sẽ đến giúp bác. Bác chờ một chút nhé.")
LESSON_DONE = Line("Bác làm xong rồi. Bác làm tốt lắm.")
OFFER = Line("Cán bộ muốn mở một bài khác cho bác.")
DO_YOU_AGREE = Line("Bác đồng ý không?")
TYPE_THE_NUMBER = Line("Bác gõ số của bài. Gõ xong, bác chạm Mở bài.")
NO_SUCH_NUMBER = Line("Chưa có bài số này. Bác hỏi cán bộ nhé.")
NOT_OUR_CODE = Line("Mã này không phải mã bài học. Bác hỏi cán bộ nhé.")
STAFF_DOOR = Line("Mời cán bộ nhập mã PIN.")
STAFF_AREA = Line("Dành cho cán bộ")

NETWORK_NAME = "Tên mạng"
PASSWORD = "Mật khẩu"  # noqa: S105 - the word, not a password
LABELS = (NETWORK_NAME, PASSWORD)
"""Words that are shown but not spoken."""


def lines() -> tuple[Line, ...]:
    """Every line that the kiosk itself may say."""
    own = [value for value in globals().values() if isinstance(value, Line) and value]
    return (*own, *OPENINGS.values())
