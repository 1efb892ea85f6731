"""`kiosk stats`: the usage statistics of this kiosk, to read or to export."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click
from rich.table import Table

from kiosk.cli._console import plain_console, stop
from kiosk.cli._installed import kiosk_folders
from kiosk.cli._options import LANG, LAYOUT
from kiosk.cli._words import Say, words_of
from kiosk.folders import Folders
from kiosk.i18n.languages import find_languages
from kiosk.library.library import Library, load_library
from kiosk.stats.event import Count
from kiosk.stats.figures import Figures, StuckPlace, figures_of
from kiosk.stats.groups import LEAST, safe_figures
from kiosk.stats.hours import begin_of_day, hour_now, month_of
from kiosk.stats.identity import position_known_as
from kiosk.stats.kiosk_identity import kiosk_identity
from kiosk.stats.store import EVER, NewerError, SpoiltError, read
from kiosk.stats.table import write_table
from kiosk.stats.xapi import write_statements

MESSAGES = {
    "nothing": "Chưa có số liệu nào trong {days} ngày qua.",
    "visits": "{days} ngày qua: {visits} lượt người.",
    "lessons": "Bài học",
    "lesson": "Bài",
    "opened": "Mở",
    "finished": "Học xong",
    "returns": "Trở lại, tự làm (mã trở lại trên tờ giấy)",
    "came_back": "Trở lại",
    "unaided": "Tự làm được",
    "after": "Sau khi học",
    "after_week": "1–3 tuần",
    "after_month": "từ 4 tuần",
    "stuck_places": "Chỗ bà con hay vướng",
    "step": "Bước",
    "shown": "Xem",
    "stuck": "Cần chỉ tay",
    "left": "Bỏ dở",
    "called": "Gọi cán bộ",
    "languages": "Thứ tiếng",
    "language": "Tiếng",
    "hours": "Giờ trong ngày",
    "hour": "Giờ",
    "gone": "(bước đã sửa hoặc đã bỏ)",
    "spoilt": "Tệp {path} bị hỏng. Mở ki-ốt lên, máy sẽ cất tệp hỏng và đếm lại.",
    "newer": "Tệp {path} là của bản ki-ốt mới hơn. Cập nhật ki-ốt rồi chạy lại.",
    "unreadable": "Không đọc được {path}: {why}",
    "unwritable": "Không ghi được {path}: {why}",
    "written": "Đã ghi {count} dòng vào {path}. Nhóm dưới {least} lượt được gộp lại, "
    "cả năm vẫn dưới {least} thì không ghi.",
}
MAX_PLACES = 10
BAR_LETTERS = 30


@click.group("stats")
def COMMAND() -> None:
    """Số liệu sử dụng, không có dữ liệu cá nhân. | What was used; no personal data."""


@COMMAND.command("show")
@click.option(
    "--days",
    type=click.IntRange(1, 36500),
    default=30,
    show_default=True,
    help="Bao nhiêu ngày, kể cả hôm nay. | How many days, today included.",
)
@LAYOUT
@LANG
def show(days: int, layout: str, lang: str) -> None:
    """Bài học xong, chỗ vướng, thứ tiếng, giờ. | Lessons, hard steps, languages, hours."""
    say = words_of(MESSAGES, lang)
    folders = kiosk_folders()
    now = hour_now()
    figures = figures_of(
        _counts(folders.stats, begin_of_day(now, days - 1), begin_of_day(now, -1), say)
    )
    library = load_library(folders)
    if layout == "json":
        click.echo(json.dumps(_facts(figures, library, days), ensure_ascii=False, indent=2))
    elif figures == Figures():
        click.echo(say("nothing", days=days))
    else:
        _print(figures, library, folders, days, say)


@COMMAND.command("export")
@click.option(
    "--month",
    type=click.DateTime(["%Y-%m"]),
    help="Chỉ tháng này, ví dụ 2026-11; không ghi thì lấy hết. | Only this month; else all.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["csv", "xapi"]),
    required=True,
    help="Bảng tính, hoặc câu xAPI mỗi dòng một câu JSON. | A table, or xAPI as JSON lines.",
)
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Ghi vào tệp này. | The file to write.",
)
@LANG
def export(month: datetime | None, layout: str, path: Path, lang: str) -> None:
    """Ghi số liệu đã gộp ra tệp. | Write the figures, summed up so that nobody is seen in them."""
    say = words_of(MESSAGES, lang)
    folders = kiosk_folders()
    since, until = month_of(month) if month else (0, EVER)
    figures = safe_figures(_counts(folders.stats, since, until, say))
    heads = load_library(folders).heads
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            if layout == "csv":
                write_table(figures, file)
            else:
                titles = {name: head.title for name, head in heads.items()}
                file.writelines(write_statements(figures, titles, kiosk_identity(folders.identity)))
    except OSError as problem:
        stop(say("unwritable", path=path, why=problem.strerror))
    click.echo(say("written", count=len(figures), path=path, least=LEAST))


def _counts(path: Path, since: int, until: int, say: Say) -> tuple[Count, ...]:
    try:
        return read(path, since, until)
    except SpoiltError:
        stop(say("spoilt", path=path))
    except NewerError:
        stop(say("newer", path=path))
    except sqlite3.Error as problem:
        stop(say("unreadable", path=path, why=problem))


def _facts(figures: Figures, library: Library, days: int) -> dict[str, object]:
    return {
        "days": days,
        "visits": figures.visits,
        "lessons": [
            {
                "lesson": name,
                "title": _title(library, name),
                "opened": figures.opened.get(name, 0),
                "finished": figures.finished.get(name, 0),
            }
            for name in figures.lessons
        ],
        "came_back": [
            {
                "lesson": lesson,
                "title": _title(library, lesson),
                "after": after,
                "came_back": times,
                "unaided": figures.unaided.get((lesson, after), 0),
            }
            for (lesson, after), times in figures.came_back.items()
        ],
        "stuck": [
            {**asdict(place), "says": _sentence(library, place)} for place in figures.stuck_places
        ],
        "languages": dict(figures.languages),
        "hours": {str(hour): times for hour, times in figures.hours.items()},
    }


def _title(library: Library, lesson: str) -> str:
    head = library.heads.get(lesson)
    return head.title if head else lesson


def _sentence(library: Library, place: StuckPlace) -> str:
    """The text of the step; empty if it no longer exists."""
    lesson = library.lessons.get(place.lesson)
    at = position_known_as(lesson, place.step) if lesson else None
    return lesson.steps[at].line.text if lesson and at is not None else ""


def _print(figures: Figures, library: Library, folders: Folders, days: int, say: Say) -> None:
    console = plain_console()
    console.print(say("visits", days=days, visits=figures.visits))
    console.print(_lesson_table(figures, library, say))
    if figures.came_back:
        console.print(_return_table(figures, library, say))
    if figures.stuck_places:
        console.print(_stuck_table(figures, library, say))
    names = {code: each.name for code, each in find_languages(*folders.translation_folders).items()}
    by_name = {names.get(code, code): times for code, times in figures.languages.items()}
    console.print(_bar_table("languages", "language", by_name, say))
    by_hour = {f"{hour:02d}:00": times for hour, times in figures.hours.items()}
    console.print(_bar_table("hours", "hour", by_hour, say))


def _table(title: str, words: list[str], numbers: list[str]) -> Table:
    table = Table(title=title, title_justify="left")
    for word in words:
        table.add_column(word, overflow="fold")
    for number in numbers:
        table.add_column(number, justify="right", no_wrap=True)
    return table


def _lesson_table(figures: Figures, library: Library, say: Say) -> Table:
    table = _table(say("lessons"), [say("lesson")], [say("opened"), say("finished")])
    for name in figures.lessons:
        opened, finished = figures.opened.get(name, 0), figures.finished.get(name, 0)
        table.add_row(_title(library, name), str(opened), str(finished))
    return table


def _return_table(figures: Figures, library: Library, say: Say) -> Table:
    words = [say("lesson"), say("after")]
    table = _table(say("returns"), words, [say("came_back"), say("unaided")])
    for (lesson, after), times in figures.came_back.items():
        unaided = figures.unaided.get((lesson, after), 0)
        table.add_row(_title(library, lesson), say(f"after_{after}"), str(times), str(unaided))
    return table


def _stuck_table(figures: Figures, library: Library, say: Say) -> Table:
    numbers = ("shown", "stuck", "left", "called")
    words = [say("lesson"), say("step")]
    table = _table(say("stuck_places"), words, [say(number) for number in numbers])
    for place in figures.stuck_places[:MAX_PLACES]:
        says = _sentence(library, place) or say("gone")
        counted = [str(getattr(place, number)) for number in numbers]
        table.add_row(_title(library, place.lesson), says, *counted)
    return table


def _bar_table(title: str, word: str, figures: Mapping[str, int], say: Say) -> Table:
    table = _table(say(title), [say(word)], [say("opened")])
    table.add_column()
    most = max(figures.values(), default=1)
    for name, times in figures.items():
        table.add_row(name, str(times), "█" * max(1, round(times / most * BAR_LETTERS)))
    return table
