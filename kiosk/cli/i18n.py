"""`kiosk i18n`: the texts for translators, and the progress of translation."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kiosk.cli._console import stop
from kiosk.cli._i18n_voices import LanguageRecordings, voices
from kiosk.cli._options import LANG, LAYOUT
from kiosk.cli._words import Say, words_of
from kiosk.content.source import shown_path
from kiosk.folders import Folders, folders_from_environment
from kiosk.i18n.gettext_tools import ToolMissingError, UnreadablePoError
from kiosk.i18n.lesson_texts import lesson_texts
from kiosk.i18n.refresh import refresh
from kiosk.i18n.screen_texts import screen_texts
from kiosk.i18n.status import LanguageStatus, TranslationCounts, status
from kiosk.i18n.template import Template, outdated, templates
from kiosk.library.library import load_library

MESSAGES = {
    "no_tool": "Máy chưa có {tool} của GNU gettext. Cài một lần: sudo apt install gettext",
    "broken_lesson": "Bài {path} đang có lỗi. Xem lỗi bằng: kiosk lint. "
    "Sửa xong rồi chạy lại; chưa tệp dịch nào bị thay đổi.",
    "unreadable": "Không đọc được {place}. Tệp được giữ nguyên, không mất câu nào. "
    "Sửa chỗ đó rồi chạy lại. (gettext: {detail})",
    "no_template": "Chưa có {place}, hoặc tệp bị hỏng. Tạo lại bằng: kiosk i18n update",
    "line": "{path}, dòng {line}",
    "outdated": "{path} chưa theo kịp bài học và màn hình. Chạy: kiosk i18n update",
    "written": "Đã ghi {path}",
    "nothing": "Các tệp dịch đã mới sẵn, không phải ghi gì.",
    "screens": "màn hình",
    "figures": "{translated}/{total} câu, chưa duyệt {fuzzy}, còn thiếu {missing}",
    "voice": "thu âm {recorded}/{total}",
    "misplaced": "{path}, dòng {line}: câu dịch phải giữ đúng {marks} như câu tiếng Việt. "
    "Câu này chưa hiện trên ki-ốt. Sửa rồi chạy lại.",
    "too_long": "{path}, dòng {line}: câu dịch dài {length} chữ, chỗ trên màn hình chỉ vừa "
    "{limit}. Viết ngắn lại.",
}


@click.group("i18n")
def COMMAND() -> None:
    """Tệp dịch cho các thứ tiếng. | Translations."""


@COMMAND.command("update")
@LANG
def update(lang: str) -> None:
    """Gom các câu mới vào tệp dịch. | Bring new texts into the PO files."""
    say = words_of(MESSAGES, lang)
    folders = folders_from_environment()
    try:
        done = refresh(_templates(folders, say), folders.translations)
    except ToolMissingError as missing:
        stop(say("no_tool", tool=missing))
    for path in done.written:
        click.echo(say("written", path=shown_path(path)))
    for broken in done.unreadable:
        click.echo(_unreadable(broken, say), err=True)
    if done.unreadable:
        raise SystemExit(1)
    if not done.written:
        click.echo(say("nothing"))


@COMMAND.command("status")
@LAYOUT
@click.option(
    "--check",
    "checked",
    is_flag=True,
    help="Kết thúc bằng 1 nếu tệp mẫu chưa theo kịp bài học và màn hình; script/test dùng cách "
    "này. | Exit 1 when a template is behind its sources; script/test asks this.",
)
@LANG
def show_status(layout: str, lang: str, *, checked: bool) -> None:
    """Đã dịch và thu âm được bao nhiêu câu. | How much is translated and recorded."""
    say = words_of(MESSAGES, lang)
    folders = folders_from_environment()
    try:
        late = outdated(_templates(folders, say), folders.translations) if checked else ()
        languages = status(folders.translations)
    except ToolMissingError as missing:
        stop(say("no_tool", tool=missing))
    except UnreadablePoError as broken:
        stop(say("no_template", place=_place(broken, say)))
    library = load_library(folders)
    spoken = {each.code: voices(library, folders, each.code) for each in languages}
    if layout == "json":
        click.echo(_as_json(languages, spoken, late if checked else None))
    else:
        _print(languages, spoken, say)
    for path in late:
        click.echo(say("outdated", path=shown_path(path)), err=True)
    unreadable = [each for language in languages for each in language.unreadable]
    for each in unreadable:
        click.echo(_unreadable(each, say), err=True)
    misplaced = [each for language in languages for each in language.misplaced]
    for wrong in misplaced:
        marks, place = ", ".join(wrong.different), shown_path(wrong.path)
        click.echo(say("misplaced", path=place, line=wrong.line, marks=marks), err=True)
    too_long = [each for language in languages for each in language.too_long]
    for wide in too_long:
        facts = {"line": wide.line, "length": wide.length, "limit": wide.limit}
        click.echo(say("too_long", path=shown_path(wide.path), **facts), err=True)
    raise SystemExit(1 if late or unreadable or misplaced or too_long else 0)


def _templates(folders: Folders, say: Say) -> tuple[Template, Template]:
    library = load_library(folders)
    for broken in library.broken:
        stop(say("broken_lesson", path=shown_path(broken.path)))
    lessons = (
        text
        for lesson in library.lessons.values()
        for text in lesson_texts(lesson, *folders.lesson_folders)
    )
    return templates(screen_texts(), lessons)


def _print(
    languages: tuple[LanguageStatus, ...], spoken: Mapping[str, LanguageRecordings], say: Say
) -> None:
    for language in languages:
        voice = spoken[language.code]
        click.echo(f"{language.code}  {language.name}  {say('voice', **asdict(voice.whole))}")
        parts = {say("screens"): language.screens, **language.lessons}
        heard = {say("screens"): voice.itself, **voice.lessons}
        for part, figures in parts.items():
            columns = [say("figures", **_numbers(figures))]
            if part in heard:
                columns.append(say("voice", **asdict(heard[part])))
            click.echo(f"  {part:24} {' · '.join(columns)}")


def _as_json(
    languages: tuple[LanguageStatus, ...],
    spoken: Mapping[str, LanguageRecordings],
    late: tuple[Path, ...] | None,
) -> str:
    facts: dict[str, Any] = {
        "languages": [
            {
                "language": language.code,
                "name": language.name,
                "screens": _numbers(language.screens),
                "lessons": {name: _numbers(each) for name, each in language.lessons.items()},
                "voice": asdict(spoken[language.code].whole),
                "voice_itself": asdict(spoken[language.code].itself),
                "voice_lessons": {
                    name: asdict(each) for name, each in spoken[language.code].lessons.items()
                },
                "unreadable": [shown_path(broken.path) for broken in language.unreadable],
                "misplaced": [
                    {"path": shown_path(each.path), "line": each.line, "marks": each.different}
                    for each in language.misplaced
                ],
            }
            for language in languages
        ]
    }
    if late is not None:
        facts["outdated"] = [shown_path(path) for path in late]
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _numbers(figures: TranslationCounts) -> dict[str, int]:
    return {**asdict(figures), "missing": figures.missing}


def _unreadable(broken: UnreadablePoError, say: Say) -> str:
    return say("unreadable", place=_place(broken, say), detail=broken.detail)


def _place(broken: UnreadablePoError, say: Say) -> str:
    path = shown_path(broken.path)
    return say("line", path=path, line=broken.line) if broken.line else path
