"""What is told of the lessons on a stick, in words."""

from datetime import datetime

from kiosk.content.problems import Problem
from kiosk.content.takeover.offer import Offer, State
from kiosk.content.takeover.refusal import Remark
from kiosk.content.takeover.replaced import TakenOver
from kiosk.content.wording import hint_of, message_of
from kiosk.domain.marked import marked
from kiosk.ui.translator import Translator

WORDED = ("vi", "en")

# In the staff's room for USB sticks; %1 and %2 are filled in.
STATES = {
    State.NEW: marked("Bài mới"),
    State.CHANGED: marked("Có sửa đổi"),
    State.SAME: marked("Giống bài trong máy"),
    State.BROKEN: marked("Bị lỗi, cần sửa"),
    State.REFUSED: marked("Không lấy được"),
}
ICONS = {
    State.NEW: "plus",
    State.CHANGED: "again",
    State.SAME: "check",
    State.BROKEN: "warning",
    State.REFUSED: "warning",
}
REMARKS = {
    "other_title": marked("Tên bài: “%1” đổi thành “%2”."),
    "other_number": marked("Số bài: %1 đổi thành %2."),
    "other_goal": marked("Mục tiêu mới: %1"),
    "other_remember": marked("Các điều cần nhớ đã đổi."),
    "other_procedure": marked("Giấy tờ, lệ phí hoặc nơi nộp đã đổi."),
    "other_count": marked("Số bước: %1 đổi thành %2."),
    "other_words": marked("%1 bước có lời mới: bước %2."),
    "other_steps": marked("%1 bước làm khác đi: bước %2."),
    "other_screens": marked("Màn hình điện thoại trong bài đã đổi."),
    "other_notes": marked("Chỉ khác ở chỗ ghi chú."),
    "mends": marked("Thay cho bài đang bị lỗi trong máy."),
    "with_pictures": marked("Kèm %1 ảnh."),
    "with_voices": marked("Kèm %1 câu thu âm (%2)."),
    "number_taken": marked("Số %1 đã là của bài “%2”. Hãy đổi số trong tệp."),
    "number_twice": marked("Hai bài trên USB cùng số %1 (bài kia: %2). Hãy đổi một số."),
    "twice": marked("Trên USB có hai tệp cùng tên (tệp kia: %1). Hãy bỏ bớt một."),
    "link": marked("%1 chỉ là lối tắt sang chỗ khác. Hãy chép tệp thật."),
    "not_plain": marked("%1 không phải là tệp thường."),
    "too_big": marked("%1 quá lớn. Nhiều nhất %2."),
    "changes": marked("%1 đang bị sửa trong lúc chép. Hãy thử lại."),
    "unreadable": marked("Không đọc được %1 (%2). USB có thể bị hỏng."),
    "stick_gone": marked("Không thấy %1 nữa. Có thể USB đã bị rút. Bài cũ vẫn còn nguyên."),
    "name_odd": marked("Tên tệp “%1” có dấu lạ hoặc quá dài. Hãy đặt tên khác."),
    "name_reserved": marked("Tên tệp “%1” không dùng được trên Windows. Hãy đặt tên khác."),
    "no_picture": marked("%1 không phải là ảnh, hoặc ảnh bị hỏng."),
    "picture_wide": marked("Ảnh %1 rộng %2 điểm, quá lớn. Nhiều nhất %3 điểm mỗi chiều."),
    "picture_active": marked("Ảnh %1 có lệnh hoặc lối ra ngoài, không an toàn."),
    "picture_taken": marked("Ảnh %1 đang được %2 dùng. Hãy đổi tên ảnh trong bài mới."),
    "no_sound": marked("%1 không phải là tiếng thu, hoặc bị hỏng."),
    "voice_of_nothing": marked("Không rõ %1 đọc câu nào. Hãy chép cả thư mục thu âm."),
    "parcel_many": marked("Bài kèm quá nhiều tệp. Nhiều nhất %1."),
    "parcel_big": marked("Bài kèm tệp quá nặng. Nhiều nhất %1 MB."),
    "too_many": marked("USB có quá nhiều tệp bài. Chỉ xem %1 tệp đầu."),
    "too_much": marked("USB có quá nhiều tệp. Hãy để bài trong USB riêng. Chỉ xem %1 tệp đầu."),
    "disk_full": marked("Ổ đĩa của máy đã đầy. Chưa lấy gì, bài cũ vẫn còn nguyên."),
    "disk_locked": marked("Máy không cho ghi vào thư mục bài. Gọi người trông máy."),
    "disk_failed": marked("Máy ghi không được (%1). Bài cũ vẫn còn nguyên."),
    "not_sound": marked("Bài không còn dùng được. Hãy xem lại USB."),
    "nothing_new": marked("Bài này đã có trong máy rồi."),
    "changed_meanwhile": marked("%1 vừa được sửa trong máy. Hãy xem lại rồi lấy lần nữa."),
    "changed_since": marked("%1 đã được sửa sau lần lấy này. Hoàn tác lần mới hơn trước."),
    "nothing_to_undo": marked("Lần lấy này không còn để hoàn tác."),
    "taken_new": marked("Đã lấy vào máy. Bài mở bằng số %1."),
    "undone_new": marked("Đã hoàn tác. Bài này không còn trong máy."),
    "undone": marked("Đã hoàn tác. Bài cũ đã trở lại."),
    "line": marked("Dòng %1: %2"),
    "when_new": marked("Bài mới, lấy lúc %1"),
    "when": marked("Thay bài cũ, lấy lúc %1"),
}
UNKNOWN = "not_sound"


def told(remark: Remark, translator: Translator) -> str:
    """A remark in words."""
    sentence = translator.shown(REMARKS.get(remark.code, REMARKS[UNKNOWN]))
    for number, fact in enumerate(remark.facts, start=1):
        sentence = sentence.replace(f"%{number}", fact)
    return sentence


def problem_told(problem: Problem, language: str, translator: Translator) -> str:
    """What the reader of lessons found, with its line."""
    language = language if language in WORDED else WORDED[0]
    message, hint = message_of(problem, language), hint_of(problem, language)
    sentence = f"{message[:1].upper()}{message[1:]}{f' ({hint})' if hint else ''}"
    return told(Remark("line", (str(problem.line), sentence)), translator)


def row_of(offer: Offer, translator: Translator, *, chosen: bool) -> dict[str, object]:
    """A lesson of a stick as a row: `name`, `icon`, `number`, `title`, `note`, and what it may."""
    head = offer.lesson.head if offer.lesson else None
    return {
        "name": offer.file,
        "icon": ICONS[offer.state],
        "ok": offer.state not in (State.BROKEN, State.REFUSED),
        "number": str(head.number) if head else "",
        "title": head.title if head else offer.name,
        "note": translator.shown(STATES[offer.state]),
        "takeable": offer.can_be_taken,
        "chosen": chosen,
    }


def findings_of(offer: Offer, language: str, translator: Translator) -> list[dict[str, object]]:
    """What is to be told of a lesson: `what`, `ok`, `sentence`; first what it is, and its file."""
    sentences = [told(remark, translator) for remark in offer.remarks]
    if offer.state is State.BROKEN:
        sentences += [
            problem_told(problem, language, translator)
            for problem in offer.problems
            if problem.is_error or problem.code == "wrong_ending"
        ]
    ok = offer.state not in (State.BROKEN, State.REFUSED)
    what = translator.shown(STATES[offer.state])
    lines = [{"what": "", "ok": ok, "sentence": sentence} for sentence in sentences]
    return [{"what": what, "ok": ok, "sentence": offer.file}, *lines]


def kept_row(each: TakenOver, translator: Translator) -> dict[str, str]:
    """A take-over that can be taken back, as a row: `name`, `title`, `note`."""
    plan = each.plan
    day = datetime.fromisoformat(plan.done_at).strftime("%H:%M %d/%m/%Y")
    note = told(Remark("when_new" if plan.brought else "when", (day,)), translator)
    return {"name": each.name, "title": plan.title, "note": note}
