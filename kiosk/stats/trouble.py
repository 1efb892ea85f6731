"""What staff should know of the counters."""

from dataclasses import dataclass
from enum import StrEnum


class Ailment(StrEnum):
    """What is wrong."""

    FULL = "full"
    """The disk takes no more."""
    UNWRITABLE = "unwritable"
    """The folder or the file may not be written, or the disk fails."""
    NEWER = "newer"
    """The file belongs to a later kiosk."""
    SET_ASIDE = "set-aside"
    """The file was damaged; it was put aside, and counting began anew."""


@dataclass(frozen=True, slots=True)
class CounterProblem:
    """Something that ails the counters, and the file that it is about."""

    ailment: Ailment
    file: str


SENTENCES = {
    Ailment.FULL: "Đĩa của máy đã đầy nên số liệu chưa ghi được. Máy vẫn dạy bình thường. "
    "Xóa bớt tệp không cần, máy sẽ tự ghi tiếp.",
    Ailment.UNWRITABLE: "Máy không ghi được số liệu vào {file}. Máy vẫn dạy bình thường. "
    "Nhờ người quản trị xem quyền ghi của thư mục đó.",
    Ailment.NEWER: "Số liệu trong {file} là của bản ki-ốt mới hơn, bản này không ghi vào. "
    "Máy vẫn dạy bình thường.",
    Ailment.SET_ASIDE: "Tệp số liệu bị hỏng. Máy đã cất nó thành {file} và đếm lại từ đầu.",
}


def sentence(trouble: CounterProblem) -> str:
    """What is told to the staff, in Vietnamese."""
    return SENTENCES[trouble.ailment].format(file=trouble.file)
