"""The messages after saving a translation, or about why it could not be saved."""

from dataclasses import dataclass, field

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.po_editor import (
    ChangedMeanwhileError,
    PlaceholdersError,
    PrivateSignsError,
    SamePersonError,
)
from kiosk.ui.background.jobs import NOT_DONE


@dataclass(frozen=True, slots=True)
class SaveMessage:
    """A translatable sentence and the values of its placeholders."""

    sentence: str
    facts: tuple[str, ...] = field(default=())


REFUSALS = (
    ChangedMeanwhileError,
    PlaceholdersError,
    PrivateSignsError,
    SamePersonError,
    UnreadablePoError,
    OSError,
)
"""The exceptions for which `message_of` has a message."""
SAVED = SaveMessage(gettext_noop("Đã lưu. Chờ người thứ hai duyệt."))
CONFIRMED = SaveMessage(gettext_noop("Đã duyệt. Máy hiện câu này."))

PLAIN: dict[type[BaseException], SaveMessage] = {
    SamePersonError: SaveMessage(
        gettext_noop("Chưa duyệt. Người dịch không tự duyệt. Mời người thứ hai xem câu này.")
    ),
    ChangedMeanwhileError: SaveMessage(
        gettext_noop("Chưa lưu. Câu này vừa được sửa ở nơi khác. Xem lại rồi lưu lần nữa.")
    ),
}


def message_of(problem: BaseException) -> SaveMessage:
    """The message that says why nothing was saved and what to do."""
    match problem:
        case PlaceholdersError():
            return SaveMessage(
                gettext_noop("Chưa lưu. Câu dịch phải có đúng các dấu như câu gốc: %1"),
                (str(problem),),
            )
        case PrivateSignsError():
            return SaveMessage(
                gettext_noop(
                    "Chưa lưu. Có chữ chỉ phông riêng mới đọc được (%1). Hãy gõ lại chữ đó."
                ),
                (str(problem),),
            )
        case SamePersonError() | ChangedMeanwhileError():
            return PLAIN[type(problem)]
        case UnreadablePoError():
            return SaveMessage(
                gettext_noop("Chưa lưu. Tệp %1 bị lỗi ở dòng %2. Mở tệp, sửa dòng đó rồi thử lại."),
                (problem.path.name, str(problem.line or "?")),
            )
        case OSError():
            return SaveMessage(
                gettext_noop("Chưa lưu được vào máy (%1). Gọi người trông máy."), (str(problem),)
            )
        case _:
            return SaveMessage(NOT_DONE)
