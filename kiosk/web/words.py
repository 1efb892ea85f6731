"""The pages' own texts; the kiosk's texts are reused where they exist."""

from collections.abc import Mapping

from kiosk.domain import control_words, prompts
from kiosk.domain.control_words import CONTROL_WORDS
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line

CONTROLS = (
    *("home", "back", "hear", "next", "hint", "ways", "language", "adjust", "trouble"),
    *("resume", "way:watch", "way:together", "way:alone", "way:own-phone", "ways-close"),
    *("text-normal", "text-large", "text-largest", "contrast-warm", "contrast-high"),
    *("voice-normal", "voice-slow", "motion-on", "motion-off", "adjusted"),
    *("by-number", "number:erase", "number:open"),
    *("trouble-tried", "trouble-done", "trouble-close"),
    *("make:samsung", "make:oppo-vivo-xiaomi", "make:iphone", "make:android", "make:unknown"),
)
BEGIN = gettext_noop("Bắt đầu học")
"""The start page; browsers allow speech only after a touch."""
TAKE = gettext_noop("Chọn ô này")
LISTEN = gettext_noop("Chạm để nghe")
BACK_ON_PHONE = gettext_noop("Quay lại, trên điện thoại")
HOME_ON_PHONE = gettext_noop("Màn hình chính, trên điện thoại")
MESSAGES_CAME = gettext_noop("Tin nhắn đã tới. Chạm để đóng.")
SEE_MESSAGES = gettext_noop("Xem tin nhắn đã tới")
RIGHT = gettext_noop("Đúng rồi")
WRONG = gettext_noop("Chưa đúng")
STANDS_IN = gettext_noop("Đang đọc tiếng Việt")
DEVICE_VOICE = gettext_noop("Giọng của chính máy này đang đọc")
REMEMBER = gettext_noop("Bác nhớ giùm mấy điều:")
STEP_OF = gettext_noop("Bước {number} trong {count}")
PHONE = gettext_noop("Điện thoại để tập, mô phỏng")
SIMULATION = gettext_noop("MÔ PHỎNG")
EXERCISE = gettext_noop("BÀI TẬP")
NOT_FOUND = gettext_noop("Không mở được bài này. Bác thử lại khi có mạng nhé.")
ASK_NETWORK = gettext_noop("Bác hỏi cán bộ tên mạng và mật khẩu nhé.")
CHANGE_PHONE = gettext_noop("Đổi máy")
GAP_THREE = gettext_noop("Gấp ba")
GAP_FOUR = gettext_noop("Gấp bốn")
LEARNED = gettext_noop("Đã học xong")
SHOW_PASSWORD = gettext_noop("Hiện mật khẩu")
HIDE_PASSWORD = gettext_noop("Ẩn mật khẩu")
KEY_SHIFT = gettext_noop("Chữ hoa")
KEY_BACKSPACE = gettext_noop("Xóa chữ trước")
KEY_SPACE = gettext_noop("Dấu cách")
PAPERS = gettext_noop("Mang theo")
DAYS = gettext_noop("Thời hạn")
FEE = gettext_noop("Lệ phí")
WHERE = gettext_noop("Nộp ở đâu")


def lines() -> Mapping[str, Line]:
    """All texts of the pages, by the key used in their scripts."""
    own = {
        name.lower().replace("_", "-"): Line(value)
        for name, value in globals().items()
        if name.isupper() and isinstance(value, str)
    }
    said = {
        "welcome": prompts.WELCOME_HOME,
        "purpose": prompts.PURPOSE,
        "which-phone": prompts.WHICH_PHONE,
        "choose-language": prompts.CHOOSE_LANGUAGE,
        "choose-way": prompts.CHOOSE_WAY,
        "which-number": prompts.TYPE_THE_NUMBER,
        "no-lesson-of-number": prompts.NO_SUCH_NUMBER,
        "adjusting": prompts.ADJUST,
        "troubled": prompts.TROUBLE,
        "trouble-any": prompts.TROUBLE_ON_ANY_PHONE,
        "trouble-call": prompts.TROUBLE_CALL,
        "unclear": prompts.UNCLEAR,
        "unclear-call": prompts.UNCLEAR_CALL,
        "lesson-done": prompts.LESSON_DONE,
        "alone-done": prompts.ALONE_DONE,
        "text-size": control_words.TEXT_SIZE,
        "colours": control_words.COLOURS,
        "speed": control_words.SPEED,
        "motion": control_words.MOTION,
        "voice-language": control_words.VOICE_LANGUAGE,
        "another": control_words.ANOTHER_LESSON,
        "next-page": control_words.NEXT_PAGE,
        "own-done": control_words.DONE_ON_MY_PHONE,
    }
    openings = {f"opening:{way.value}": line for way, line in prompts.OPENINGS.items()}
    controls = {name: CONTROL_WORDS[name] for name in CONTROLS}
    return {**own, **said, **openings, **controls}
