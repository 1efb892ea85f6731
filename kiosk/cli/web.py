"""`kiosk web`: the lessons as static web pages for practice at home."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli._console import progress, stop
from kiosk.cli._options import LANG, output_folder
from kiosk.cli._words import words_in
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import folders_from_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.cli._voice_context import VoiceContext
    from kiosk.domain.lesson import Lesson
    from kiosk.web.export import WebLanguage


@click.command("web")
@click.argument("lessons", nargs=-1, metavar="[LESSON…]")
@output_folder("Thư mục cho các trang. | The folder for the pages.")
@click.option(
    "--single-file",
    is_flag=True,
    help="Mỗi bài một tệp HTML, gửi được trong tin nhắn. | Each lesson as one HTML file.",
)
@click.option(
    "--language",
    "codes",
    multiple=True,
    help="Chỉ các tiếng này, ví dụ vi. | Only these languages.",
)
@click.option("--silent", is_flag=True, help="Không kèm tiếng đọc. | Without the voice.")
@LANG
def COMMAND(
    lessons: tuple[str, ...],
    output: Path,
    codes: tuple[str, ...],
    lang: str,
    *,
    single_file: bool,
    silent: bool,
) -> None:
    """Trang để học lại ở nhà. | The lessons as web pages."""
    from kiosk.cli._voice_context import voice_context  # noqa: PLC0415 - loads Qt
    from kiosk.library.library import load_library  # noqa: PLC0415
    from kiosk.web.graph import TooManyStatesError  # noqa: PLC0415

    kiosk = voice_context("", folders_from_environment())
    say = words_in(lang, kiosk.folders)
    library = load_library(kiosk.folders)
    ids = [library.id_of(each) for each in lessons]
    if None in ids:
        unknown = lessons[ids.index(None)]
        near = ", ".join(each.id for each in library.find_similar(unknown))
        text = gettext_noop("Không có bài {name}. Gần giống: {near}")
        stop(say(text, name=unknown, near=near or "–"), 2)
    chosen = [library.lessons[each] for each in (ids or library.lessons) if each]
    languages = _languages(kiosk, chosen, codes)
    try:
        if single_file:
            for lesson in chosen:
                path = _one_file(kiosk, lesson, languages, output, silent=silent)
                click.echo(path)
        else:
            _folder(
                kiosk, chosen, languages, output, silent=silent, label=say(gettext_noop("Viết bài"))
            )
            text = gettext_noop("Đã viết {count} bài. Mở {page} trên một máy chủ web.")
            click.echo(say(text, count=len(chosen), page=output / "index.html"))
    except OSError as problem:
        text = gettext_noop("Không ghi được {path}: {why}")
        stop(say(text, path=problem.filename, why=problem.strerror))
    except TooManyStatesError as problem:
        text = gettext_noop("Bài này có quá nhiều khả năng, chưa đưa lên trang được: {why}")
        stop(say(text, why=problem))


def _languages(
    kiosk: VoiceContext, lessons: Sequence[Lesson], codes: tuple[str, ...]
) -> list[WebLanguage]:
    """Vietnamese and the languages with sufficient coverage; or the languages in `codes`."""
    from kiosk.i18n.languages import SOURCE  # noqa: PLC0415
    from kiosk.web.export import WebLanguage  # noqa: PLC0415

    texts = {line.text for lesson in lessons for line in lesson.lines()}
    least = kiosk.settings.languages.least_coverage
    found = []
    for code in kiosk.settings.languages.in_order(kiosk.languages):
        catalogue = kiosk.catalogue_of[code]
        share = 100 * sum(1 for text in texts if catalogue.text(text)) / max(1, len(texts))
        wanted = code in codes if codes else code == SOURCE or share >= max(1, least)
        if wanted:
            found.append(WebLanguage(code, kiosk.languages[code], catalogue))
    return found or [WebLanguage(SOURCE, kiosk.languages[SOURCE], kiosk.catalogue_of[SOURCE])]


def _folder(
    kiosk: VoiceContext,
    lessons: Sequence[Lesson],
    languages: Sequence[WebLanguage],
    output: Path,
    *,
    silent: bool,
    label: str = "",
) -> None:
    from kiosk.narration.worker_process import WorkerProcess  # noqa: PLC0415
    from kiosk.web.export import WebEdition, write_edition  # noqa: PLC0415
    from kiosk.web.voices import CLIPS, PageVoices  # noqa: PLC0415

    with ExitStack() as stack:
        voices = None
        if not silent:
            worker = stack.enter_context(WorkerProcess(kiosk.voice))
            encoded = kiosk.folders.cache / "web-clips"
            voices = PageVoices(kiosk.voice, worker, output / CLIPS, encoded)
        report_progress = stack.enter_context(progress(label))
        centre = kiosk.settings.centre.name
        write_edition(
            WebEdition(kiosk.folders, lessons, languages, centre, output, voices, report_progress)
        )


def _one_file(
    kiosk: VoiceContext,
    lesson: Lesson,
    languages: Sequence[WebLanguage],
    output: Path,
    *,
    silent: bool,
) -> Path:
    from kiosk.web.single_file import one_page  # noqa: PLC0415

    output.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="kiosk-web-"))
    try:
        _folder(kiosk, [lesson], languages, folder, silent=silent)
        path = output / f"{lesson.id}.html"
        path.write_text(one_page(folder), "utf-8")
    finally:
        shutil.rmtree(folder)
    return path
