"""Problems of the counters, with messages for staff."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """The kind of problem."""

    FULL = "full"
    """The disk is full."""
    UNWRITABLE = "unwritable"
    """The folder or file is not writable, or the disk failed."""
    NEWER = "newer"
    """The file was written by a later version of the kiosk."""
    SET_ASIDE = "set-aside"
    """The file was damaged and renamed; counting starts from zero."""


@dataclass(frozen=True, slots=True)
class CounterProblem:
    """A problem of the counters and the file concerned."""

    kind: ProblemKind
    file: str


SENTENCES = {
    ProblemKind.FULL: "Đĩa của máy đã đầy nên số liệu chưa ghi được. Máy vẫn dạy bình thường. "
    "Xóa bớt tệp không cần, máy sẽ tự ghi tiếp.",
    ProblemKind.UNWRITABLE: "Máy không ghi được số liệu vào {file}. Máy vẫn dạy bình thường. "
    "Nhờ người quản trị xem quyền ghi của thư mục đó.",
    ProblemKind.NEWER: "Số liệu trong {file} là của bản ki-ốt mới hơn, bản này không ghi vào. "
    "Máy vẫn dạy bình thường.",
    ProblemKind.SET_ASIDE: "Tệp số liệu bị hỏng. Máy đã cất nó thành {file} và đếm lại từ đầu.",
}


def sentence(trouble: CounterProblem) -> str:
    """The message for staff, in Vietnamese."""
    return SENTENCES[trouble.kind].format(file=trouble.file)
