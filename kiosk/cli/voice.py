"""`kiosk voice`: status of voices, pre-rendering, and import and export of recordings."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from kiosk.cli._console import plain_console, stop
from kiosk.cli._installed import kiosk_folders
from kiosk.cli._options import LANG, LAYOUT, output_folder
from kiosk.cli._voice_context import VoiceContext, voice_context, voice_context_with
from kiosk.cli._voice_own import DIALECT, INSTALL, REMOVE, WITHDRAW
from kiosk.cli._voice_status import LanguageVoices, as_json, language_voices
from kiosk.cli._voice_words import words
from kiosk.content.source import shown_path
from kiosk.narration.cache import ClipCache
from kiosk.narration.pace import slow_words
from kiosk.narration.plan import Planner
from kiosk.narration.prerender import Rendered, prerender
from kiosk.narration.recordings.script import ScriptLine, written
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.worker_process import WorkerError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.cli._words import Say
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
@click.option(
    "--check", is_flag=True, help="Tìm tiếng đọc quá chậm. | Find words spoken too slowly."
)
def show_status(layout: str, lang: str, *, check: bool) -> None:
    """Câu nào do người đọc, câu nào máy đọc. | Who speaks how much."""
    say = words(lang)
    kiosk = voice_context(say("itself"), kiosk_folders())
    try:
        with WorkerProcess(kiosk.voice) as worker:
            abilities = worker.abilities
    except WorkerError as problem:
        stop(say("no_worker", why=problem))
    languages = [language_voices(kiosk, code, abilities) for code in kiosk.languages]
    if layout == "json":
        click.echo(as_json(languages))
    else:
        _print(languages, say)
    for language in languages:
        for trouble in language.troubles:
            click.echo(say(trouble.code, path=shown_path(trouble.path)), err=True)
    if check:
        _check_pace(kiosk, abilities, say)


def _check_pace(kiosk: VoiceContext, abilities: Sequence[Ability], say: Say) -> None:
    """Lists words of rendered clips that are spoken too slowly; exits with 1 if there are any."""
    cache = ClipCache(kiosk.voice.cache_folder, kiosk.voice.cache_limit_bytes)
    looked = found = 0
    for request in dict.fromkeys(_requests(kiosk, abilities, slow=False)):
        clip = cache.get(request.key)
        looked += clip is not None
        for word in slow_words(request.words, clip) if clip else ():
            found += 1
            sentence = " ".join(each.text for each in request.words)
            slow = {"word": word.text, "ms": word.ms_a_syllable, "language": request.language}
            click.echo(say("slow_word", sentence=sentence, **slow), err=True)
    click.echo(say("pace_checked", looked=looked, found=found))
    if found:
        raise SystemExit(1)


@COMMAND.command("render")
@click.option("--slow", is_flag=True, help="Đọc sẵn cả giọng chậm. | The slow voice, too.")
@LANG
def render(lang: str, *, slow: bool) -> None:
    """Đọc sẵn mọi câu của mọi bài. | Render every sentence ahead."""
    say = words(lang)
    kiosk = voice_context(say("itself"), kiosk_folders())
    cache = ClipCache(kiosk.voice.cache_folder, kiosk.voice.cache_limit_bytes)
    try:
        with WorkerProcess(kiosk.voice) as worker, _progress(say("render_what")) as report_progress:
            wanted = _requests(kiosk, worker.abilities, slow=slow)
            done = prerender(wanted, cache, worker, report_progress)
    except WorkerError as problem:
        stop(say("no_worker", why=problem))
    except KeyboardInterrupt:
        stop(say("render_stopped"), _INTERRUPTED)
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
@click.option(
    "--corpus",
    is_flag=True,
    help="Bản thu người nói đã tặng mọi người, theo kiểu Common Voice. "
    "| What speakers gave to everybody, in the layout of Common Voice.",
)
@LANG
def export(code: str, output: Path, lang: str, *, missing: bool, corpus: bool) -> None:
    """Ghi ra các câu cần thu. | Write the script to read."""
    say = words(lang)
    if corpus:
        from kiosk.cli import _voice_consent as giving  # noqa: PLC0415 - loads NumPy

        try:
            click.echo(giving.corpus(voice_context_with(code, say), code, output, say))
        except giving.REFUSALS as problem:
            stop(giving.refusal(problem, output, say))
        return
    lines = _script(voice_context_with(code, say), code, missing=missing)
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
        stop(say("export_there", path=shown_path(target)))
    except OSError as problem:
        stop(say("disk", why=problem.strerror))
    click.echo(say("exported", count=len(lines), path=shown_path(target)))


@COMMAND.command("import")
@click.argument("code", metavar="LANG")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--speaker", default="", help="Tên người đọc, tùy người ấy chọn. | Who speaks.")
@click.option(
    "--by-order",
    is_flag=True,
    help="Tệp của điện thoại, khớp theo thứ tự thu. | Names of a phone: matched by their order.",
)
@LANG
def take_in(code: str, path: Path, speaker: str, lang: str, *, by_order: bool) -> None:
    """Nhận bản thu từ thư mục hoặc tệp zip. | Take recordings in."""
    from kiosk.cli import _voice_import as importing  # noqa: PLC0415 - loads NumPy

    say = words(lang)
    kiosk = voice_context_with(code, say)
    try:
        with _progress(say("import_what")) as report_progress:
            report = importing.take_in(
                kiosk, code, path, speaker, report_progress, by_order=by_order
            )
            consent = importing.keep_consent(kiosk, code, speaker, report, say)
            taken = importing.take_words_in(kiosk, code, path, speaker, report)
    except KeyboardInterrupt:
        stop(say("import_stopped"), _INTERRUPTED)
    except importing.REFUSALS as problem:
        stop(importing.refusal(problem, path, say))
    click.echo(say("imported", kept=len(report.kept), same=report.same))
    if consent:
        click.echo(consent)
    if taken.written:
        click.echo(say("words_taken", count=taken.written))
    if taken.confirmed_otherwise:
        click.echo(say("words_confirmed", count=taken.confirmed_otherwise))
    for sentence in importing.matched_by_order(report, lang):
        click.echo(sentence)
    for sentence in importing.notes(report, lang):
        click.echo(sentence, err=True)
    raise SystemExit(0 if all(each.kept for each in report.notes) else 1)


@COMMAND.command("kit")
@click.argument("code", metavar="LANG")
@output_folder("Thư mục mới. | A new folder.")
@LANG
def kit(code: str, output: Path, lang: str) -> None:
    """Bộ câu thu trước: bảng, giấy đọc, trang cho điện thoại. | What to record first."""
    from kiosk.cli import _voice_kit as making  # noqa: PLC0415 - loads the typesetter

    say = words(lang)
    made = making.kit_of(voice_context_with(code, say), code)
    try:
        making.write(made, output, say, lang)
    except FileExistsError:
        stop(say("export_there", path=shown_path(output)))
    except OSError as problem:
        stop(say("disk", why=problem.strerror))
    except making.TypesettingError as problem:
        stop(say("kit_paper", why=problem))
    for sentence in making.milestones(made.kit, say):
        click.echo(sentence)
    click.echo(say("kit_written", count=len(made.kit.lines), path=shown_path(output)))


def _print(languages: Sequence[LanguageVoices], say: Say) -> None:
    for language in languages:
        table = Table(
            "", title=f"{language.name} ({language.code})", title_justify="left", box=None
        )
        for figure in _FIGURES:
            table.add_column(say(figure), justify="right")
        rows = ((part.title, voices) for part, voices in language.parts)
        for title, voices in ((say("whole"), language.whole), *rows):
            table.add_row(title, *(str(getattr(voices, name)) for name in _FIGURES))
        plain_console().print(table)


def _requests(kiosk: VoiceContext, abilities: Sequence[Ability], *, slow: bool) -> list[Request]:
    """The requests of all clips, by language and lesson."""
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


def _script(kiosk: VoiceContext, code: str, *, missing: bool) -> list[ScriptLine]:
    """The sentences without duplicates, each with all lessons that contain it."""
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


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, if it is a terminal; yields a function of done and total counts."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = plain_console(stderr=True)
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        bar = progress.add_task(what, total=None)
        yield lambda done, every: progress.update(bar, completed=done, total=every)


for _command in (DIALECT, INSTALL, REMOVE, WITHDRAW):
    COMMAND.add_command(_command)
