"""What is told when a translation was written, or why it was not; in Vietnamese, with its facts."""

from dataclasses import dataclass, field

from kiosk.domain.marked import marked
from kiosk.i18n.desk import ChangedMeanwhileError, PlaceholdersError, PrivateSignsError
from kiosk.i18n.gettext_tools import UnreadableError


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence for the translators of the kiosk, and what is filled into it."""

    sentence: str
    facts: tuple[str, ...] = field(default=())


REFUSALS = (
    ChangedMeanwhileError,
    PlaceholdersError,
    PrivateSignsError,
    UnreadableError,
    OSError,
)
"""What may go wrong with a translation, and is told."""
SAVED = Telling(marked("Đã lưu."))


def telling_of(problem: Exception) -> Telling:
    """Why nothing was written, and what to do."""
    match problem:
        case PlaceholdersError():
            return Telling(
                marked("Chưa lưu. Câu dịch phải có đúng các dấu như câu gốc: %1"),
                (str(problem),),
            )
        case PrivateSignsError():
            return Telling(
                marked("Chưa lưu. Có chữ chỉ phông riêng mới đọc được (%1). Hãy gõ lại chữ đó."),
                (str(problem),),
            )
        case ChangedMeanwhileError():
            return Telling(
                marked("Chưa lưu. Câu này vừa được sửa ở nơi khác. Xem lại rồi lưu lần nữa.")
            )
        case UnreadableError():
            return Telling(
                marked("Chưa lưu. Tệp %1 bị lỗi ở dòng %2. Mở tệp, sửa dòng đó rồi thử lại."),
                (problem.path.name, str(problem.line or "?")),
            )
        case _:
            return Telling(
                marked("Chưa lưu được vào máy (%1). Gọi người trông máy."), (str(problem),)
            )
