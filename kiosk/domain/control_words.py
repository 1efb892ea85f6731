"""The texts on the kiosk's own buttons and captions, by target.

QML shows these texts with `qsTr`; here they are lines that can be spoken. A test compares both.
"""

from kiosk.domain.line import Line

_WORDS = {
    "home": "Về đầu",
    "back": "Quay lại",
    "hear": "Nghe lại",
    "call": "Gọi cán bộ",
    "next": "Tiếp tục",
    "hint": "Gợi ý",
    "ways": "Đổi cách học",
    "language": "Đổi tiếng",
    "adjust": "Chữ và tiếng",
    "trouble": "Máy tôi khác, chưa được",
    "resume": "Học tiếp",
    "by-number": "Gõ số bài",
    "print": "In ra giấy",
    "way:watch": "Xem máy làm",
    "way:together": "Cùng làm",
    "way:alone": "Bác tự làm",
    "way:own-phone": "Trên máy của bác",
    "ways-close": "Quay lại",
    "text-normal": "Vừa",
    "text-large": "To",
    "text-largest": "Rất to",
    "contrast-warm": "Nền sáng",
    "contrast-high": "Nền đen, chữ rõ",
    "voice-normal": "Bình thường",
    "voice-slow": "Đọc chậm",
    "motion-on": "Chuyển động",
    "motion-off": "Đứng yên",
    "quieter": "Nhỏ hơn",
    "louder": "To hơn",
    "more-voices": "Tiếng khác",
    "adjusted": "Xong",
    "number:erase": "Xóa số cuối",
    "number:open": "Mở bài",
    "number-close": "Quay lại",
    "staff-came": "Tôi không cần nữa",
    "staff-login": "Cho cán bộ",
    "offer-no": "Không, học tiếp",
    "offer-yes": "Tôi đồng ý",
    "leave-no": "Học tiếp",
    "leave-yes": "Nghỉ học",
    "still-here": "Tôi vẫn ở đây",
    "trouble-tried": "Vẫn chưa được",
    "trouble-done": "Được rồi",
    "trouble-close": "Quay lại",
    "make:samsung": "Samsung",
    "make:oppo-vivo-xiaomi": "OPPO, vivo, Xiaomi",
    "make:iphone": "iPhone",
    "make:android": "Android hãng khác",
    "make:unknown": "Không biết",
}
CONTROL_WORDS: dict[str, Line] = {name: Line(text, target=name) for name, text in _WORDS.items()}

TEXT_SIZE = Line("Cỡ chữ")
COLOURS = Line("Màu")
VOICE_LANGUAGE = Line("Nghe tiếng")
SPEED = Line("Giọng đọc")
MOTION = Line("Hình vẽ")
VOLUME = Line("Tiếng to nhỏ")
NEXT_PAGE = Line("Trang sau", target="next")
ANOTHER_LESSON = Line("Bài khác", target="next")
LESSON_BEFORE = Line("Bài lúc nãy", target="next")
DONE_ON_MY_PHONE = Line("Đã làm xong", target="next")


def control_lines() -> tuple[Line, ...]:
    captions = (each for each in globals().values() if isinstance(each, Line))
    return (*captions, *CONTROL_WORDS.values())
