"""The messages about lessons on a USB stick."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.content.problems import Problem
from kiosk.content.spoken import ITSELF
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.staff_pages.finding_row import FindingRow, problem_text
from kiosk.ui.background.jobs import NOT_DONE
from kiosk.ui.translator import Translator
from kiosk.usb_import.history import TakenOver
from kiosk.usb_import.refusal import ImportNote
from kiosk.usb_import.usb_lesson import UsbLesson, UsbLessonState

# In the staff's page for USB sticks; %1 and %2 are filled in.
STATES = {
    UsbLessonState.NEW: gettext_noop("Bài mới"),
    UsbLessonState.CHANGED: gettext_noop("Có sửa đổi"),
    UsbLessonState.SAME: gettext_noop("Giống bài trong máy"),
    UsbLessonState.BROKEN: gettext_noop("Bị lỗi, cần sửa"),
    UsbLessonState.REFUSED: gettext_noop("Không lấy được"),
}
ICONS = {
    UsbLessonState.NEW: "plus",
    UsbLessonState.CHANGED: "again",
    UsbLessonState.SAME: "check",
    UsbLessonState.BROKEN: "warning",
    UsbLessonState.REFUSED: "warning",
}
NOTES = {
    "other_title": gettext_noop("Tên bài: “%1” đổi thành “%2”."),
    "other_number": gettext_noop("Số bài: %1 đổi thành %2."),
    "other_goal": gettext_noop("Mục tiêu mới: %1"),
    "other_remember": gettext_noop("Các điều cần nhớ đã đổi."),
    "other_closing": gettext_noop("Câu nói khi học xong: %1"),
    "other_procedure": gettext_noop("Giấy tờ, lệ phí hoặc nơi nộp đã đổi."),
    "other_count": gettext_noop("Số bước: %1 đổi thành %2."),
    "other_words": gettext_noop("%1 bước có lời mới: bước %2."),
    "other_steps": gettext_noop("%1 bước làm khác đi: bước %2."),
    "other_screens": gettext_noop("Màn hình điện thoại trong bài đã đổi."),
    "other_notes": gettext_noop("Chỉ khác ở chỗ ghi chú."),
    "mends": gettext_noop("Thay cho bài đang bị lỗi trong máy."),
    "with_pictures": gettext_noop("Kèm %1 ảnh."),
    "with_voices": gettext_noop("Kèm %1 câu thu âm (%2)."),
    "voices_replaced": gettext_noop("%1 câu thu sẽ thay bản thu đang dùng trong máy."),
    "voices_elsewhere": gettext_noop(
        "%1 câu thu sẽ được đọc cả ở: %2. Xem thử, nghe rồi hãy đồng ý."
    ),
    "voices_agreed": gettext_noop("Tiếng thu này sẽ được dùng cả ở: %2 (%1 câu)."),
    "voices_wait": gettext_noop(
        "Chưa lấy gì: tiếng thu này của bài khác, phải nghe rồi đồng ý trước."
    ),
    "unsigned_refused": gettext_noop("Trung tâm chỉ nhận bài trong gói có chữ ký của tỉnh."),
    "unsigned": gettext_noop(
        "Không có chữ ký, máy không biết ai làm ra. Chỉ lấy khi biết chắc của ai."
    ),
    "too_slow": gettext_noop("USB không trả lời nên chưa xong. Rút ra, cắm lại rồi xem lại bài."),
    "number_taken": gettext_noop("Số %1 đã là của bài “%2”. Hãy đổi số trong tệp."),
    "number_twice": gettext_noop("Hai bài trên USB cùng số %1 (bài kia: %2). Hãy đổi một số."),
    "twice": gettext_noop("Trên USB có hai tệp cùng tên (tệp kia: %1). Hãy bỏ bớt một."),
    "link": gettext_noop("%1 chỉ là lối tắt sang chỗ khác. Hãy chép tệp thật."),
    "not_plain": gettext_noop("%1 không phải là tệp thường."),
    "too_big": gettext_noop("%1 quá lớn. Nhiều nhất %2."),
    "changes": gettext_noop("%1 đang bị sửa trong lúc chép. Hãy thử lại."),
    "unreadable": gettext_noop("Không đọc được %1 (%2). USB có thể bị hỏng."),
    "stick_gone": gettext_noop("Không thấy %1 nữa. Có thể USB đã bị rút. Bài cũ vẫn còn nguyên."),
    "name_odd": gettext_noop("Tên tệp “%1” có dấu lạ hoặc quá dài. Hãy đặt tên khác."),
    "name_reserved": gettext_noop("Tên tệp “%1” không dùng được trên Windows. Hãy đặt tên khác."),
    "picture_empty": gettext_noop("Ảnh %1 trống, không có gì bên trong. Hãy chép lại."),
    "picture_unknown": gettext_noop(
        "%1 không phải là ảnh mà máy đọc được. Hãy chụp màn hình ảnh ấy."
    ),
    "picture_cut": gettext_noop("Ảnh %1 bị hỏng hoặc chưa chép xong. Hãy chép lại."),
    "picture_wide": gettext_noop("Ảnh %1 quá lớn (%3 điểm). Nhiều nhất %2 triệu điểm."),
    "picture_big": gettext_noop("Ảnh %1 nặng %3 MB. Nhiều nhất %2 MB."),
    "picture_heavy": gettext_noop("Ảnh %1 mở quá lâu hoặc quá nặng. Hãy chụp màn hình ảnh ấy."),
    "picture_blank": gettext_noop("Ảnh %1 trống trơn, không thấy gì. Hãy lưu lại thành tệp PNG."),
    "picture_many_parts": gettext_noop(
        "Hình %1 có %2 nét. Nhiều nhất %3. Hãy lưu lại thành tệp PNG."
    ),
    "picture_active": gettext_noop(
        "Hình %1 có lệnh bên trong (%2), không an toàn. Hãy lưu thành PNG."
    ),
    "picture_leads_out": gettext_noop(
        "Hình %1 lấy thêm thứ ở nơi khác (%2). Hãy lưu thành tệp PNG."
    ),
    "picture_foreign": gettext_noop(
        "Hình %1 có phần chữ mà máy không vẽ được. Hãy lưu thành tệp PNG."
    ),
    "picture_unreadable": gettext_noop("Không mở được ảnh %1 (%2)."),
    "picture_not_kept": gettext_noop("Máy không có chỗ để chuẩn bị ảnh %1 (%2)."),
    "picture_taken": gettext_noop("Ảnh %1 đang được %2 dùng. Hãy đổi tên ảnh trong bài mới."),
    "no_sound": gettext_noop("%1 không phải là tiếng thu, hoặc bị hỏng."),
    "voice_of_nothing": gettext_noop("Không rõ %1 đọc câu nào. Hãy chép cả thư mục thu âm."),
    "bundle_many": gettext_noop("Bài kèm quá nhiều tệp. Nhiều nhất %1."),
    "bundle_big": gettext_noop("Bài kèm tệp quá nặng. Nhiều nhất %1 MB."),
    "too_many": gettext_noop("USB có quá nhiều tệp bài. Chỉ xem %1 tệp đầu."),
    "too_much": gettext_noop(
        "USB có quá nhiều tệp. Hãy để bài trong USB riêng. Chỉ xem %1 tệp đầu."
    ),
    "packed": gettext_noop("Không xem được bên trong %1. Hãy mở trên máy tính, rồi chép tệp bài."),
    "disk_full": gettext_noop("Ổ đĩa của máy đã đầy. Chưa lấy gì, bài cũ vẫn còn nguyên."),
    "disk_locked": gettext_noop("Máy không cho ghi vào thư mục bài. Gọi người trông máy."),
    "disk_failed": gettext_noop("Máy ghi không được (%1). Bài cũ vẫn còn nguyên."),
    "not_done": NOT_DONE,
    "not_sound": gettext_noop("Bài không còn dùng được. Hãy xem lại USB."),
    "nothing_new": gettext_noop("Bài này đã có trong máy rồi."),
    "changed_meanwhile": gettext_noop("%1 vừa được sửa trong máy. Hãy xem lại rồi lấy lần nữa."),
    "changed_since": gettext_noop("%1 đã được sửa sau lần lấy này. Hoàn tác lần mới hơn trước."),
    "nothing_to_undo": gettext_noop("Lần lấy này không còn để hoàn tác."),
    "taken_new": gettext_noop("Đã lấy vào máy. Bài mở bằng số %1."),
    "taken_without": gettext_noop("Đã lấy vào máy, số %1. Còn %2 câu thu của bài khác, chưa dùng."),
    "undone_new": gettext_noop("Đã hoàn tác. Bài này không còn trong máy."),
    "undone": gettext_noop("Đã hoàn tác. Bài cũ đã trở lại."),
    "line": gettext_noop("Dòng %1: %2"),
    "when_new": gettext_noop("Bài mới, lấy lúc %1"),
    "when": gettext_noop("Thay bài cũ, lấy lúc %1"),
}
UNKNOWN = "not_sound"
ITSELF_TITLE = gettext_noop("Lời của ki-ốt")
MAX_NAMED = 4


@dataclass(frozen=True, slots=True)
class UsbRow:
    """A row: a lesson on a USB stick, a stick, or an import that can be undone."""

    name: str
    title: str
    icon_name: str
    note: str = ""
    number: str = ""
    ok: bool = True
    takeable: bool = False
    """Whether the lesson can be chosen for import."""
    chosen: bool = False


def note_text(note: ImportNote, translator: Translator) -> str:
    sentence = translator.shown(NOTES.get(note.code, NOTES[UNKNOWN]))
    for number, fact in enumerate(note.facts, start=1):
        sentence = sentence.replace(f"%{number}", fact)
    return sentence


def line_text(problem: Problem, language: str, translator: Translator) -> str:
    """The message of a problem in the lesson file, with its line number."""
    facts = (str(problem.line), problem_text(problem, language))
    return note_text(ImportNote("line", facts), translator)


def lesson_row(offer: UsbLesson, translator: Translator, *, chosen: bool) -> UsbRow:
    """The row of a lesson on a stick."""
    head = offer.lesson.head if offer.lesson else None
    return UsbRow(
        name=offer.file,
        title=head.title if head else offer.name,
        icon_name=ICONS[offer.state],
        note=translator.shown(STATES[offer.state]),
        number=str(head.number) if head else "",
        ok=offer.state not in (UsbLessonState.BROKEN, UsbLessonState.REFUSED),
        takeable=offer.can_be_taken,
        chosen=chosen,
    )


def elsewhere_of(offer: UsbLesson, translator: Translator) -> str:
    """The titles of other lessons that would also use these recordings; at most `MAX_NAMED`."""
    names = [translator.shown(ITSELF_TITLE) if each == ITSELF else each for each in offer.elsewhere]
    more = ", …" if len(names) > MAX_NAMED else ""
    return f"{', '.join(names[:MAX_NAMED])}{more}"


def findings_of(
    offer: UsbLesson, language: str, translator: Translator, *, agreed: bool
) -> list[FindingRow]:
    """The findings about a lesson, the row with its state and file first.

    `agreed`: whether staff agreed that other lessons use its recordings, too.
    """
    first: list[tuple[bool, ImportNote]] = []
    if offer.elsewhere:
        count = str(sum(bool(clip.also) for clip in offer.clips))
        code = "voices_agreed" if agreed else "voices_elsewhere"
        first.append((agreed, ImportNote(code, (count, elsewhere_of(offer, translator)))))
    if offer.can_be_taken:
        first.append((False, ImportNote("unsigned")))
    sentences = [note_text(note, translator) for note in offer.notes]
    if offer.state is UsbLessonState.BROKEN:
        sentences += [
            line_text(problem, language, translator)
            for problem in offer.problems
            if problem.is_error or problem.code == "wrong_ending"
        ]
    ok = offer.state not in (UsbLessonState.BROKEN, UsbLessonState.REFUSED)
    what = translator.shown(STATES[offer.state])
    return [
        FindingRow(offer.file, what=what, ok=ok),
        *(FindingRow(note_text(note, translator), ok=well) for well, note in first),
        *(FindingRow(sentence, ok=ok) for sentence in sentences),
    ]


def kept_row(each: TakenOver, translator: Translator) -> UsbRow:
    """The row of an import that can be undone."""
    plan = each.plan
    day = datetime.fromisoformat(plan.done_at).strftime("%H:%M %d/%m/%Y")
    note = note_text(ImportNote("when_new" if plan.brought else "when", (day,)), translator)
    return UsbRow(each.name, plan.title, "undo", note)
