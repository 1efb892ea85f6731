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
PRINTING = Line("Máy đang in. Bác chờ một chút nhé.")
PRINTED = Line("Tờ giấy đã sang máy in. Bác nhận ở máy in nhé.")
PRINTER_NOT_READY = Line("Máy in chưa sẵn sàng. Bác hỏi cán bộ nhé.")
NO_PAPER = Line("Máy in hết giấy rồi. Bác nhờ cán bộ cho thêm giấy nhé.")
STAFF_DOOR = Line("Mời cán bộ nhập mã PIN.")
STAFF_AREA = Line("Dành cho cán bộ")

STUDIO_LANGUAGE = Line("Bác thu tiếng nào? Bác chạm vào một ô nhé.")
STUDIO_LESSON = Line("Bác thu bài nào? Ô đầu là những câu còn thiếu.")
STUDIO_NAME = Line("Bác chọn tên của bác. Không nói tên cũng được.")
STUDIO_TRY = Line("Mình thử mi-crô. Bác giữ nút đỏ, nói một câu, rồi thả tay.")
STUDIO_HEARD = Line("Bác nghe rõ thì chạm dấu tích. Chưa rõ thì bác nói lại.")
STUDIO_HOLD = Line("Bác nghe câu này. Rồi bác giữ nút đỏ và nói bằng tiếng của bác.")
STUDIO_KEEP = Line("Được thì bác chạm dấu tích. Chưa được thì bác nói lại.")
STUDIO_STILL_RIGHT = Line("Câu này vừa sửa. Bác nghe bản cũ, xem còn đúng không.")
STUDIO_UNDONE = Line("Máy đã bỏ bản vừa giữ. Bác nói lại câu này nhé.")
STUDIO_DONE = Line("Thu xong cả rồi. Cảm ơn bác!")
STUDIO_TOO_SHORT = Line("Tiếng ngắn quá. Bác nói hết câu rồi hãy thả tay nhé.")
STUDIO_TOO_LONG = Line("Tiếng dài quá. Bác nói gọn hơn một chút nhé.")
STUDIO_TOO_QUIET = Line("Tiếng còn nhỏ. Bác nói to hơn, gần mi-crô hơn nhé.")
STUDIO_CLIPPED = Line("Tiếng to quá nên bị rè. Bác ngồi xa mi-crô một chút nhé.")
STUDIO_NOTHING = Line("Máy chưa nghe thấy gì. Nhờ cán bộ xem mi-crô đã bật chưa.")
STUDIO_NO_MICROPHONE = Line("Máy chưa thấy mi-crô. Nhờ cán bộ cắm mi-crô vào máy.")
STUDIO_NO_SPACE = Line("Máy hết chỗ lưu rồi. Nhờ cán bộ xem giúp.")
STUDIO_NOT_SAVED = Line("Máy chưa lưu được. Nhờ cán bộ xem giúp.")

NETWORK_NAME = "Tên mạng"
PASSWORD = "Mật khẩu"  # noqa: S105 - the word, not a password
LABELS = (NETWORK_NAME, PASSWORD)
"""Words that are shown but not spoken."""


def lines() -> tuple[Line, ...]:
    """Every line that the kiosk itself may say."""
    own = [value for value in globals().values() if isinstance(value, Line) and value]
    return (*own, *OPENINGS.values())
