"""Messages and shared functions of the commands that produce printed sheets."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli._console import stop
from kiosk.cli._words import Say, words_of
from kiosk.domain.lesson import Lesson
from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.handout.typesetter import Made, Typesetter

UNKNOWN = 2

WORDS: dict[str | PrintTrouble, str] = {
    "unknown": "Chưa có bài “{wanted}”.",
    "near": "Có phải bài này không: {near}",
    "language": "Chưa có ngôn ngữ “{wanted}”. Các ngôn ngữ có sẵn: {known}",
    "nothing_to_do": "Thêm -o TỆP.pdf để ghi ra tệp, hoặc --print để in.",
    "unwritable": "Không ghi được {path}: {why}",
    "unset": "Chưa xếp được trang giấy. Báo người lo phần mềm dòng sau:\n{why}",
    "written": "Đã ghi {path} ({pages} trang).",
    "printed": "Đã in ở máy in {printer}.",
    "left": "Tờ này còn nằm trong hàng in, dịch vụ in chạy lại thì nó có thể ra. Hủy bằng lệnh: "
    "cancel {job}",
    "no_lessons": "Chưa có bài học nào.",
    PrintTrouble.NO_SERVICE: "Chưa in được: máy chưa có dịch vụ in, hoặc dịch vụ in chưa chạy. "
    "Cài bằng lệnh: apt-get install cups cups-client",
    PrintTrouble.NO_PRINTER: "Chưa in được: không thấy máy in. Gõ `lpstat -e` để xem tên các "
    "máy in, rồi ghi tên vào mục handout trong config.yaml.",
    PrintTrouble.STOPPED: "Chưa in được: máy in đang tắt hoặc bị tạm dừng. Bật máy in, rồi gõ: "
    "cupsenable TÊN-MÁY-IN",
    PrintTrouble.NO_PAPER: "Chưa in được: máy in hết giấy. Cho thêm giấy rồi in lại.",
    PrintTrouble.REFUSED: "Chưa in được: máy in không nhận, hoặc bỏ dở.",
    PrintTrouble.TOO_LONG: "Chưa in được: chờ máy in lâu quá.",
    PrintTrouble.COVER_OPEN: "Chưa in được: nắp máy in đang mở. Đóng nắp rồi in lại.",
    PrintTrouble.JAM: "Chưa in được: máy in kẹt giấy. Gỡ giấy ra rồi in lại.",
    PrintTrouble.NO_INK: "Chưa in được: máy in hết mực, hoặc chưa có hộp mực.",
    PrintTrouble.TRAY: "Chưa in được: thiếu khay giấy, hoặc khay ra đã đầy.",
    PrintTrouble.HELD: "Chưa in được: hàng đợi đang giữ tờ in lại. Cho in tiếp: "
    "cupsenable TÊN-MÁY-IN",
    PrintTrouble.CANCELLED: "Chưa in được: tờ in đã bị hủy, do một người hoặc do chính máy in.",
    PrintTrouble.ALERT: "Chưa in được: máy in báo lỗi:",
}


def words(language: str) -> Say:
    """The messages in English if `language` is `en`, else in Vietnamese."""
    return words_of(WORDS, "en" if language == "en" else "vi")


def lesson_of(library: Library, wanted: str, say: Say) -> Lesson:
    """The lesson with this id or number; else exits and lists similar ones."""
    lesson = library.find(wanted)
    if lesson is None:
        near = "; ".join(
            f"{one.head.number} {one.head.title}" for one in library.find_similar(wanted)
        )
        hint = "\n" + say("near", near=near) if near else ""
        stop(say("unknown", wanted=wanted) + hint, UNKNOWN)
    return lesson


def typeset(
    folders: Folders,
    settings: Settings,
    say: Say,
    make: "Callable[[Typesetter], Made]",
) -> "Made":
    """Returns the result of `make`; exits with a message if typesetting fails."""
    from kiosk.handout.typesetter import (  # noqa: PLC0415 - loads Qt
        TypesettingError,
        typesetter,
    )

    with typesetter(folders, settings) as setting:
        try:
            return make(setting)
        except TypesettingError as why:
            stop(say("unset", why=why))


def write(made: "Made", path: Path, say: Say) -> None:
    """Writes the PDF and prints its path; exits with a message if writing fails."""
    try:
        path.write_bytes(made.pdf)
    except OSError as problem:
        stop(say("unwritable", path=path, why=problem.strerror))
    click.echo(say("written", path=path, pages=made.pages))
