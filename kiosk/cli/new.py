"""`kiosk new`: a lesson to begin with."""

from pathlib import Path
from typing import NoReturn

import click

from kiosk.cli._options import LANG
from kiosk.content.inspection import numbers_in
from kiosk.content.near import plain_name
from kiosk.content.skeleton import all_kinds, free_number, lesson_skeleton
from kiosk.content.source import shown_path
from kiosk.folders import folders_from_environment

LONGEST_TITLE = 80
USUAL_KINDS = ("explain", "tap", "ask")
MESSAGES = {
    "vi": {
        "bad_id": "Tên '{id}' không dùng được: chỉ chữ thường không dấu, số và gạch nối. "
        "Thử: {better}",
        "exists": "Đã có tệp {path}; không ghi đè. Chọn tên khác.",
        "taken": "Số {number} đã là của bài ở {path}. Số {free} còn trống.",
        "long_title": "Tên bài dài quá {most} chữ cái. Viết ngắn lại để bác dễ đọc.",
        "title": "Bài mới",
        "made": "Đã tạo {path}, số {number}. Sửa tệp này, rồi xem thử: "
        "kiosk run --window --lesson {number}",
    },
    "en": {
        "bad_id": "The name '{id}' cannot be used: only small plain letters, digits and hyphens. "
        "Try: {better}",
        "exists": "There is a file {path}; it stays as it is. Choose another name.",
        "taken": "The number {number} belongs to the lesson at {path}. {free} is free.",
        "long_title": "The title has more than {most} letters. A short one is easier to read.",
        "title": "Bài mới",
        "made": "Made {path}, number {number}. Edit it, then try it: "
        "kiosk run --window --lesson {number}",
    },
}


@click.command("new")
@click.argument("lesson_id", metavar="ID")
@click.option("--title", help="Tên bài. | The lesson's title.")
@click.option("--number", type=click.IntRange(1, 99999), help="Số mở bài. | Its number.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(all_kinds()),
    help="Loại bước, viết được nhiều lần. | A kind of step; may be repeated.",
)
@LANG
def new(
    lesson_id: str, title: str | None, number: int | None, kinds: tuple[str, ...], lang: str
) -> None:
    """Tạo một bài mới để sửa dần. | A new lesson that plays as it is."""
    say = MESSAGES[lang]
    folder = folders_from_environment().lessons
    if plain_name(lesson_id) != lesson_id or len(lesson_id) > 60:
        better = plain_name(lesson_id)[:60].strip("-") or "bai-moi"
        _refuse(say["bad_id"].format(id=lesson_id, better=better))
    path = folder / f"{lesson_id}.yaml"
    if path.exists():
        _refuse(say["exists"].format(path=shown_path(path)))
    if title and len(title) > LONGEST_TITLE:
        _refuse(say["long_title"].format(most=LONGEST_TITLE))
    number = _number(number, folder, say)
    shown = shown_path(path)
    text = lesson_skeleton(shown, title or say["title"], number, kinds or USUAL_KINDS)
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    click.echo(say["made"].format(path=shown, number=number))


def _number(wanted: int | None, folder: Path, say: dict[str, str]) -> int:
    taken = numbers_in(folder)
    if wanted is None:
        return free_number(taken)
    if wanted in taken:
        path, line = taken[wanted]
        place, free = f"{shown_path(path)}:{line}", free_number(taken)
        _refuse(say["taken"].format(number=wanted, path=place, free=free))
    return wanted


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(1)


COMMAND = new
