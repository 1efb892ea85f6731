"""What the commands that make paper tell."""

from typing import NoReturn

import click

from kiosk.content.library import Library
from kiosk.domain.lesson import Lesson
from kiosk.domain.print_trouble import PrintTrouble

UNKNOWN, FAILED = 2, 1

WORDS: dict[str, dict[str | PrintTrouble, str]] = {
    "vi": {
        "unknown": "Chưa có bài “{wanted}”.",
        "near": "Có phải bài này không: {near}",
        "language": "Chưa có ngôn ngữ “{wanted}”. Các ngôn ngữ có sẵn: {known}",
        "nothing_to_do": "Thêm -o TỆP.pdf để ghi ra tệp, hoặc --print để in.",
        "unwritable": "Không ghi được {path}: {why}",
        "written": "Đã ghi {path} ({pages} trang).",
        "printed": "Đã in ở máy in {printer}.",
        "no_lessons": "Chưa có bài học nào.",
        PrintTrouble.NO_SERVICE: "Chưa in được: máy chưa có dịch vụ in, hoặc dịch vụ in chưa chạy. "
        "Cài bằng lệnh: apt-get install cups cups-client",
        PrintTrouble.NO_PRINTER: "Chưa in được: không thấy máy in. Gõ `lpstat -e` để xem tên các "
        "máy in, rồi ghi tên vào mục handout trong config.yaml.",
        PrintTrouble.STOPPED: "Chưa in được: máy in đang tắt hoặc bị tạm dừng. Bật máy in, rồi gõ: "
        "cupsenable TÊN-MÁY-IN",
        PrintTrouble.NO_PAPER: "Chưa in được: máy in hết giấy. Cho thêm giấy rồi in lại.",
        PrintTrouble.REFUSED: "Chưa in được: máy in không nhận.",
        PrintTrouble.TOO_LONG: "Chưa in được: chờ máy in lâu quá mà không thấy trả lời.",
    },
    "en": {
        "unknown": "There is no lesson “{wanted}”.",
        "near": "Did you mean: {near}",
        "language": "There is no language “{wanted}”. There are: {known}",
        "nothing_to_do": "Add -o FILE.pdf to write a file, or --print to print.",
        "unwritable": "Cannot write {path}: {why}",
        "written": "Wrote {path} ({pages} pages).",
        "printed": "Printed on {printer}.",
        "no_lessons": "There are no lessons.",
        PrintTrouble.NO_SERVICE: "Not printed: there is no printer service, or it does not run. "
        "Install it: apt-get install cups cups-client",
        PrintTrouble.NO_PRINTER: "Not printed: no such printer. `lpstat -e` names the printers; "
        "write the name into the section handout of config.yaml.",
        PrintTrouble.STOPPED: "Not printed: the printer is off or was stopped. Switch it on, then: "
        "cupsenable PRINTER",
        PrintTrouble.NO_PAPER: "Not printed: the printer is out of paper. Add paper, print again.",
        PrintTrouble.REFUSED: "Not printed: the printer did not take it.",
        PrintTrouble.TOO_LONG: "Not printed: the printer did not answer in time.",
    },
}


def words(language: str) -> dict[str | PrintTrouble, str]:
    """In English for who asks for English alone, else in Vietnamese."""
    return WORDS["en" if language == "en" else "vi"]


def stop(message: str, code: int = FAILED) -> NoReturn:
    """Say why, and leave."""
    click.echo(message, err=True)
    raise SystemExit(code)


def lesson_of(library: Library, wanted: str, told: dict[str | PrintTrouble, str]) -> Lesson:
    """The lesson of an id or a number; else leave with those that may have been meant."""
    lesson = library.find(wanted)
    if lesson:
        return lesson
    lines = [told["unknown"].format(wanted=wanted)]
    near = "; ".join(f"{one.head.number} {one.head.title}" for one in library.near(wanted))
    if near:
        lines.append(told["near"].format(near=near))
    stop("\n".join(lines), UNKNOWN)
