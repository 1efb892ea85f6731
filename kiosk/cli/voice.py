"""`kiosk voice`: who speaks what, rendering ahead, and recordings brought in and out."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from kiosk.cli._options import LANG, LAYOUT
from kiosk.cli._voice_site import Site, site
from kiosk.cli._voice_status import LanguageVoices, as_json, language_voices
from kiosk.cli._voice_words import Say, words
from kiosk.content.source import shown_path
from kiosk.narration.ahead import Rendered, render_ahead
from kiosk.narration.cache import ClipCache
from kiosk.narration.plan import Planner
from kiosk.narration.recordings.script import ScriptLine, written
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.worker_process import WorkerError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.narration.engine import Ability
    from kiosk.narration.request import Request

_SCRIPT_NAME = "cau-can-thu-{code}.csv"
_MB = 1_000_000
_ENOUGH_ROOM = 1.25
_INTERRUPTED = 130
_FIGURES = ("recorded", "synthesised", "stands_in", "silent", "stale", "total")


@click.group("voice")
def COMMAND() -> None:
    """Tiếng nói: ai đọc câu nào, đọc sẵn, bản thu. | The voices."""


@COMMAND.command("status")
@LAYOUT
@LANG
def show_status(layout: str, lang: str) -> None:
    """Câu nào do người đọc, câu nào máy đọc. | Who speaks how much."""
    say = words(lang)
    kiosk = site(say("itself"))
    try:
        with WorkerProcess(kiosk.voice) as worker:
            abilities = worker.abilities
    except WorkerError as problem:
        _stop(say("no_worker", why=problem))
    languages = [language_voices(kiosk, code, abilities) for code in kiosk.languages]
    if layout == "json":
        click.echo(as_json(languages))
    else:
        _print(languages, say)
    for language in languages:
        for trouble in language.troubles:
            click.echo(say(trouble.code, path=shown_path(trouble.path)), err=True)


@COMMAND.command("render")
@click.option("--slow", is_flag=True, help="Đọc sẵn cả giọng chậm. | The slow voice, too.")
@LANG
def render(lang: str, *, slow: bool) -> None:
    """Đọc sẵn mọi câu của mọi bài. | Render every sentence ahead."""
    say = words(lang)
    kiosk = site(say("itself"))
    cache = ClipCache(kiosk.voice.cache_folder, kiosk.voice.cache_limit_bytes)
    try:
        with WorkerProcess(kiosk.voice) as worker, _progress(say("render_what")) as tell:
            wanted = _requests(kiosk, worker.abilities, slow=slow)
            done = render_ahead(wanted, cache, worker, tell)
    except WorkerError as problem:
        _stop(say("no_worker", why=problem))
    except KeyboardInterrupt:
        _stop(say("render_stopped"), _INTERRUPTED)
    _print_rendered(done, say)
    raise SystemExit(1 if done.failed or done.left_out else 0)


@COMMAND.command("export")
@click.argument("code", metavar="LANG")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Thư mục, hoặc tệp .zip. | A folder, or a .zip file.",
)
@click.option("--missing", is_flag=True, help="Chỉ câu chưa có bản thu. | Only what is missing.")
@LANG
def export(code: str, output: Path, lang: str, *, missing: bool) -> None:
    """Ghi ra các câu cần thu. | Write the script to read."""
    say = words(lang)
    lines = _script(_site_with(code, say), code, missing=missing)
    if not lines:
        click.echo(say("export_nothing"))
        return
    name = _SCRIPT_NAME.format(code=code)
    zipped = output.suffix.lower() == ".zip"
    target = output if zipped else output / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if zipped:
            with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(name, written(lines, lang))
        else:
            with target.open("xb") as file:
                file.write(written(lines, lang))
    except FileExistsError:
        _stop(say("export_there", path=shown_path(target)))
    except OSError as problem:
        _stop(say("disk", why=problem.strerror))
    click.echo(say("exported", count=len(lines), path=shown_path(target)))


@COMMAND.command("import")
@click.argument("code", metavar="LANG")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--speaker", default="", help="Tên người đọc, tùy người ấy chọn. | Who speaks.")
@LANG
def take_in(code: str, path: Path, speaker: str, lang: str) -> None:
    """Nhận bản thu từ thư mục hoặc tệp zip. | Take recordings in."""
    from kiosk.cli import _voice_import as importing  # noqa: PLC0415 - loads NumPy

    say = words(lang)
    kiosk = _site_with(code, say)
    try:
        with _progress(say("import_what")) as tell:
            report = importing.take_in(kiosk, code, path, speaker, tell)
            taken = importing.take_words_in(kiosk, code, path, speaker, report)
    except KeyboardInterrupt:
        _stop(say("import_stopped"), _INTERRUPTED)
    except importing.REFUSALS as problem:
        _stop(importing.refusal(problem, path, say))
    click.echo(say("imported", kept=len(report.kept), same=report.same))
    if taken.written:
        click.echo(say("words_taken", count=taken.written))
    if taken.confirmed_otherwise:
        click.echo(say("words_confirmed", count=taken.confirmed_otherwise))
    for told in importing.remarks(report, lang):
        click.echo(told, err=True)
    raise SystemExit(0 if all(each.kept for each in report.remarks) else 1)


def _print(languages: Sequence[LanguageVoices], say: Say) -> None:
    for language in languages:
        table = Table(
            "", title=f"{language.name} ({language.code})", title_justify="left", box=None
        )
        for figure in _FIGURES:
            table.add_column(say(figure), justify="right")
        rows = ((part.title, voices) for part, voices in language.parts)
        for title, voices in ((say("whole"), language.whole), *rows):
            table.add_row(escape(title), *(str(getattr(voices, name)) for name in _FIGURES))
        Console().print(table)


def _requests(kiosk: Site, abilities: Sequence[Ability], *, slow: bool) -> list[Request]:
    """Every clip that may be heard, in the order of the languages and lessons."""
    planner = Planner(kiosk.voice)
    plans = (
        planner.plan(utterance, abilities, slow=at_slow)
        for at_slow in ((False, True) if slow else (False,))
        for code in kiosk.languages
        for part in kiosk.parts
        for _, utterance in kiosk.utterances(part, code)
    )
    return [plan.request for plan in plans if plan]


def _print_rendered(done: Rendered, say: Say) -> None:
    click.echo(say("rendered", new=done.new, there=done.there))
    for request, why in done.failed:
        said = " ".join(word.text for word in request.words)
        click.echo(say("render_failed", words=said, language=request.language, why=why), err=True)
    if done.left_out:
        mean_bytes = done.size_bytes / (done.new + done.there or 1)
        needed_mb = (done.size_bytes + mean_bytes * done.left_out) * _ENOUGH_ROOM / _MB
        full = say("render_full", left_out=done.left_out, cache_mb=round(needed_mb) + 1)
        click.echo(full, err=True)


def _script(kiosk: Site, code: str, *, missing: bool) -> list[ScriptLine]:
    """Each sentence once, with all lessons that say it."""
    recordings = Recordings(kiosk.folders.recordings, code)
    catalogue = kiosk.catalogue_of[code]
    texts: dict[str, str] = {}
    lessons: dict[str, list[str]] = {}
    for part in kiosk.parts:
        for line in filter(None, part.lines):
            key = sentence_key(line.text)
            if not (missing and recordings.find(key)):
                texts.setdefault(key, line.text)
                lessons.setdefault(key, []).append(part.title)
    return [
        ScriptLine(text, tuple(dict.fromkeys(lessons[key])), catalogue.text(text) or "")
        for key, text in texts.items()
    ]


def _site_with(code: str, say: Say) -> Site:
    kiosk = site(say("itself"))
    if code not in kiosk.languages:
        _stop(say("unknown_language", code=code, known=", ".join(kiosk.languages)))
    return kiosk


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on the error stream, where there is a terminal; told how many are done."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        bar = progress.add_task(what, total=None)
        yield lambda done, every: progress.update(bar, completed=done, total=every)


def _stop(message: str, status: int = 1) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(status)
