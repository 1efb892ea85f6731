"""`kiosk new`: creates a lesson from a template."""

from pathlib import Path

import click

from kiosk.authoring.inspection import numbers_in
from kiosk.authoring.skeleton import ICON, all_kinds, free_number, lesson_skeleton
from kiosk.cli._console import stop
from kiosk.cli._new_questions import Answers, ask, may_ask, no_icon
from kiosk.cli._new_words import WORDS
from kiosk.cli._options import LANG
from kiosk.cli._words import Say, words_of
from kiosk.content.media import media_in
from kiosk.content.near import plain_name
from kiosk.content.source import shown_path
from kiosk.folders import Folders, folders_from_environment
from kiosk.library.library import all_lesson_files

MAX_TITLE_LENGTH = 80
USUAL_KINDS = ("explain", "tap", "ask")


@click.command("new")
@click.argument("lesson_id", metavar="ID")
@click.option("--title", help="Tên bài. | The lesson's title.")
@click.option("--number", type=click.IntRange(1, 99999), help="Số mở bài. | Its number.")
@click.option("--icon", help="Hình nhỏ trên ô. | The icon on its tile.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(all_kinds()),
    help="Loại bước, viết được nhiều lần. | A kind of step; may be repeated.",
)
@LANG
def new(
    lesson_id: str,
    *,
    title: str | None,
    number: int | None,
    icon: str | None,
    kinds: tuple[str, ...],
    lang: str,
) -> None:
    """Tạo một bài mới để sửa dần; hỏi vài câu nếu chỉ gõ ID. | A lesson that plays as it is."""
    say = words_of(WORDS, lang)
    folders = folders_from_environment()
    path = _free_path(lesson_id, folders, say)
    if title and len(title) > MAX_TITLE_LENGTH:
        stop(say("long_title", most=MAX_TITLE_LENGTH))
    number = _number(number, folders, say)
    icons = media_in(folders).icons
    if icon and icon not in icons:
        stop(no_icon(icon, icons, say))
    answers = Answers(title or say("title"), icon or ICON, kinds or USUAL_KINDS)
    if may_ask() and not (title or icon or kinds):
        answers = ask(answers, icons, MAX_TITLE_LENGTH, say)
    shown = shown_path(path)
    text = lesson_skeleton(shown, answers.title, number, answers.kinds, answers.icon)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    click.echo(say("made", path=shown, number=number))


def _free_path(lesson_id: str, folders: Folders, say: Say) -> Path:
    if plain_name(lesson_id) != lesson_id or len(lesson_id) > 60:
        better = plain_name(lesson_id)[:60].strip("-") or "bai-moi"
        stop(say("bad_id", id=lesson_id, better=better))
    for path in all_lesson_files(folders):
        if path.stem == lesson_id:
            stop(say("exists", path=shown_path(path)))
    return folders.lessons / f"{lesson_id}.yaml"


def _number(wanted: int | None, folders: Folders, say: Say) -> int:
    taken = numbers_in(*folders.lesson_folders)
    if wanted is None:
        return free_number(taken)
    if wanted in taken:
        path, line = taken[wanted]
        place, free = f"{shown_path(path)}:{line}", free_number(taken)
        stop(say("taken", number=wanted, path=place, free=free))
    return wanted


COMMAND = new
