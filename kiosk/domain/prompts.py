"""The kiosk's own lines (prompts), in the source language; translated like lesson sentences."""

from kiosk.domain.control_words import control_lines
from kiosk.domain.line import Line
from kiosk.domain.way import Way

LOOK_AT_THE_GLOW = Line("Chưa đúng. Bác nhìn chỗ đang sáng nhé.")
FOLLOW_THE_FINGER = Line("Bác chạm vào chỗ ngón tay chỉ nhé.")
TRY_ANOTHER_SPOT = Line("Chưa đúng. Bác thử chỗ khác nhé.")
WRONG_LETTER = Line("Chữ vừa gõ chưa đúng. Bác chạm phím xóa, rồi gõ lại.")
ERASE_FIRST = Line("Bác chạm phím xóa trước nhé. Phím có dấu gạch chéo.")
JUST_LOOK = Line("Bước này bác chỉ xem thôi. Xem xong, bác chạm Tiếp tục.")
USE_YOUR_OWN_PHONE = Line("Bác làm trên máy của bác nhé. Hình này chỉ để xem theo.")
GO_ON_ALONE = Line("Bác làm tiếp nhé.")
TOUCH_AGAIN_TO_TAKE = Line("Bác chọn ô này thì chạm lần nữa.")
CALL_FROM = Line("Có người gọi. Điện thoại hiện tên:", sound="phone")
MESSAGE_FROM = Line("Có tin nhắn. Điện thoại hiện tên:")
ALONE_DONE = Line("Bác tự làm được rồi. Giỏi quá!")

OPENINGS: dict[Way, Line] = {
    Way.WATCH: Line("Bác ngồi xem máy làm trước. Bác chưa phải làm gì."),
    Way.TOGETHER: Line("Bây giờ mình cùng làm. Bác chạm vào chỗ đang sáng."),
    Way.ALONE: Line("Bây giờ bác tự làm nhé. Cần giúp thì chạm Gợi ý."),
    Way.OWN_PHONE: Line("Giờ bác cầm điện thoại của bác lên. Mình làm từng bước một."),
}

WHICH_PHONE = Line("Bác cầm điện thoại nào? Bác chạm vào hình giống máy của bác.")
STILL_THERE = Line("Bác còn ở đó không? Nếu không, ki-ốt này quên lượt học để người khác dùng.")
PURPOSE = Line("Học dùng điện thoại, từng bước một.")
CHOOSE_LANGUAGE = Line("Bác nghe và đọc tiếng nào?")
CHOOSE_WAY = Line("Bác muốn học cách nào?")
ADJUST = Line("Cho dễ nhìn, dễ nghe")
TROUBLE = Line("Máy của bác ra sao?")
TROUBLE_ON_ANY_PHONE = Line("Máy mỗi hãng một khác. Bác tìm chữ gần giống, hình gần giống.")
TROUBLE_CALL = Line("Vẫn chưa được thì bác gọi cán bộ nhé.")
UNCLEAR = Line("Bác chưa rõ điều gì?")
UNCLEAR_CALL = Line("Bác cứ gọi cán bộ, hỏi cho rõ nhé.")
LEAVE = Line("Bác muốn nghỉ học hay học tiếp?")
WELCOME_HOME = Line("Bác muốn học gì? Bác chạm vào một ô nhé.")
WELCOME_SERIES = Line("Việc này học mấy phần. Bác học lần lượt từng phần nhé.")
CALLING_STAFF = Line("Cán bộ sẽ đến giúp bác. Bác chờ một chút nhé.")
LESSON_DONE = Line("Bác làm xong rồi. Bác làm tốt lắm.")
STILL_ABLE = Line("Bác vẫn tự làm được. Giỏi quá!")
COME_BACK = Line("Tuần sau bác ghé lại, gõ số này. Bác tự làm thử nhé.")
SCAN_AT_HOME = Line("Học lại ở nhà: bác mở máy ảnh, quét mã này.")
OFFER = Line("Cán bộ muốn mở một bài khác cho bác.")
DO_YOU_AGREE = Line("Bác đồng ý không?")
TYPE_THE_NUMBER = Line("Bác gõ số của bài. Gõ xong, bác chạm Mở bài.")
NO_SUCH_NUMBER = Line("Chưa có bài số này. Bác hỏi cán bộ nhé.")
NOT_OUR_CODE = Line("Mã này không phải mã bài học. Bác hỏi cán bộ nhé.")
PRINTING = Line("Máy đang in. Bác chờ một chút nhé.")
PRINTED = Line("Tờ giấy in xong rồi. Bác nhận ở máy in nhé.")
PRINTER_NOT_READY = Line("Máy in chưa sẵn sàng. Bác hỏi cán bộ nhé.")
PRINTER_NOT_READY_STAFF = Line("Máy in chưa in được. Xem mục Tình trạng máy.")
PRINTED_BEFORE = Line("Tờ giấy của bài này in rồi ạ. Cần thêm, bác nhờ cán bộ nhé.")
COVER_OPEN = Line("Nắp máy in đang mở. Bác nhờ cán bộ đóng giùm nhé.")
PAPER_JAM = Line("Máy in bị kẹt giấy. Bác nhờ cán bộ gỡ giùm nhé.")
NO_INK = Line("Máy in hết mực rồi. Bác nhờ cán bộ xem giùm nhé.")
PRINTER_TRAY = Line("Khay giấy của máy in chưa đúng. Bác nhờ cán bộ xem giùm nhé.")
NO_PAPER = Line("Máy in hết giấy rồi. Bác nhờ cán bộ cho thêm giấy nhé.")
STAFF_LOGIN = Line("Mời cán bộ nhập mã PIN.")
STAFF_AREA = Line("Dành cho cán bộ")

STUDIO_LANGUAGE = Line("Bác thu tiếng nào? Bác chạm vào một ô nhé.")
STUDIO_LESSON = Line("Bác thu bài nào? Ô đầu là những câu còn thiếu.")
STUDIO_NAME = Line("Bác chọn tên của bác. Không nói tên cũng được.")
STUDIO_DIALECT = Line("Bác nói giọng vùng nào? Không nói cũng được.")
STUDIO_TRY = Line("Mình thử mi-crô. Bác giữ nút đỏ, nói một câu, rồi thả tay.")
STUDIO_HEARD = Line("Bác nghe rõ thì chạm dấu tích. Chưa rõ thì bác nói lại.")
STUDIO_CONSENT = Line("Giọng của bác được dùng ở đâu? Bác chọn một ô nhé.")
STUDIO_CONSENT_HERE = Line("Tôi đồng ý cho ki-ốt này dùng giọng của tôi.")
STUDIO_CONSENT_KIOSKS = Line("Tôi đồng ý cho mọi ki-ốt dùng giọng của tôi.")
STUDIO_CONSENT_ALL = Line("Tôi tặng giọng của tôi cho mọi người dùng tự do.")
STUDIO_SAY_CONSENT = Line("Bác giữ nút đỏ và nói câu này, tiếng nào cũng được.")
STUDIO_MAY_WITHDRAW = Line("Sau này muốn rút lại, bác nói với cán bộ.")
STUDIO_HOLD = Line("Bác nghe câu này. Rồi bác giữ nút đỏ và nói bằng tiếng của bác.")
STUDIO_KEEP = Line("Được thì bác chạm dấu tích. Chưa được thì bác nói lại.")
STUDIO_STILL_RIGHT = Line("Câu này vừa sửa. Bác nghe bản cũ, xem còn đúng không.")
STUDIO_UNDONE = Line("Máy đã bỏ bản vừa giữ. Bác nói lại câu này nhé.")
STUDIO_DONE = Line("Thu xong cả rồi. Cảm ơn bác!")
STUDIO_GREETS = Line("Tiếng của bác đã có ô ở trang chọn tiếng, và biết chào.")
STUDIO_LEADS = Line("Ki-ốt đã biết chào, dẫn đường và khen bằng tiếng của bác.")
STUDIO_TEACHES = Line("Bằng tiếng của bác, đã học trọn được bài này:")
STUDIO_NEXT_LESSON = Line("Thu tiếp thì sẽ học trọn được bài này:")
STUDIO_TOO_SHORT = Line("Tiếng ngắn quá. Bác nói hết câu rồi hãy thả tay nhé.")
STUDIO_TOO_LONG = Line("Tiếng dài quá. Bác nói gọn hơn một chút nhé.")
STUDIO_TOO_QUIET = Line("Tiếng còn nhỏ. Bác nói to hơn, gần mi-crô hơn nhé.")
STUDIO_CLIPPED = Line("Tiếng to quá nên bị rè. Bác ngồi xa mi-crô một chút nhé.")
STUDIO_NOTHING = Line("Máy chưa nghe thấy gì. Nhờ cán bộ xem mi-crô đã bật chưa.")
STUDIO_NO_MICROPHONE = Line("Máy chưa thấy mi-crô. Nhờ cán bộ cắm mi-crô vào máy.")
STUDIO_NO_SPACE = Line("Máy hết chỗ lưu rồi. Nhờ cán bộ xem giùm.")
STUDIO_NOT_SAVED = Line("Máy chưa lưu được. Nhờ cán bộ xem giùm.")

NETWORK_NAME = "Tên mạng"
PASSWORD = "Mật khẩu"  # noqa: S105 - the word, not a password
LABELS = (NETWORK_NAME, PASSWORD)
"""Words that are shown but not spoken."""


CAPITAL = Line("Chữ hoa")
_SIGNS = {
    " ": "Dấu cách", ".": "Dấu chấm", ",": "Dấu phẩy", ":": "Dấu hai chấm",
    ";": "Dấu chấm phẩy", "!": "Dấu chấm than", "?": "Dấu chấm hỏi", "'": "Dấu nháy",
    '"': "Dấu nháy kép", "-": "Gạch ngang", "_": "Gạch dưới", "/": "Gạch chéo",
    "\\": "Gạch chéo ngược", "|": "Gạch đứng", "@": "A còng", "#": "Dấu thăng",
    "$": "Dấu đô la", "%": "Dấu phần trăm", "&": "Dấu và", "*": "Dấu sao", "+": "Dấu cộng",
    "=": "Dấu bằng", "<": "Dấu nhỏ hơn", ">": "Dấu lớn hơn", "(": "Mở ngoặc tròn",
    ")": "Đóng ngoặc tròn", "[": "Mở ngoặc vuông", "]": "Đóng ngoặc vuông",
    "{": "Mở ngoặc nhọn", "}": "Đóng ngoặc nhọn", "^": "Dấu mũ", "~": "Dấu ngã",
    "`": "Dấu huyền",
}  # fmt: skip
SIGNS: dict[str, Line] = {sign: Line(name) for sign, name in _SIGNS.items()}
"""Spoken names of punctuation marks, for text that is copied letter by letter."""


def lines() -> tuple[Line, ...]:
    """Every line that the kiosk itself may say, without duplicates."""
    own = [value for value in globals().values() if isinstance(value, Line) and value]
    said = {
        line.text: line for line in (*own, *SIGNS.values(), *OPENINGS.values(), *control_lines())
    }
    return tuple(said.values())
