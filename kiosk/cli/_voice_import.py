"""Import of recordings, and the messages about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.cli._voice_words import note_words, words
from kiosk.content.source import shown_path
from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.languages import SOURCE
from kiosk.i18n.po_editor import PrivateSignsError
from kiosk.i18n.proposals import ImportResult, Proposal, propose
from kiosk.narration.recordings.bundle import MAX_FILE_MB, MAX_FILES, BundleError, opened
from kiosk.narration.recordings.consent import ConsentListError, Consents
from kiosk.narration.recordings.importer import (
    NoScriptError,
    RecordingImport,
    RecordingNote,
    import_recordings,
)
from kiosk.narration.recordings.matching import OrderError
from kiosk.narration.recordings.script import MAX_ROWS, ScriptError
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.cli._voice_context import VoiceContext
    from kiosk.cli._words import Say

_MISSING_ONE_BY_ONE = 10
_ORIGIN = "từ danh sách thu âm (from a list of recordings): {said}"
REFUSALS = (NoScriptError, ScriptError, BundleError, OrderError, ConsentListError, OSError)


def take_in(
    kiosk: VoiceContext,
    code: str,
    path: Path,
    speaker: str,
    report_progress: Callable[[int, int], None],
    *,
    by_order: bool = False,
) -> RecordingImport:
    """Imports the recordings of a language from a folder or zip file.

    Raises:
        REFUSALS: the import failed or was incomplete.
    """
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    origin = Take("", speaker, now, device=path.name)
    recordings = Recordings(kiosk.folders.recordings, code)
    with opened(path) as bundle:
        return import_recordings(
            bundle, recordings, kiosk.sentences, origin, report_progress, by_order=by_order
        )


def keep_consent(
    kiosk: VoiceContext, code: str, speaker: str, report: RecordingImport, say: Say
) -> str:
    """Saves the recorded consent, if there is one; returns the message, empty if there is none.

    Raises:
        REFUSALS: the consent was not saved.
    """
    spoken = report.consent
    if spoken is None:
        return ""
    if not speaker:
        return say("consent_nameless", file=spoken.file)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    Consents(kiosk.folders.recordings, code).take_in(spoken, speaker, now)
    return say("consent_kept", speaker=speaker, use=say(f"use_{spoken.use}"))


def take_words_in(
    kiosk: VoiceContext, code: str, path: Path, speaker: str, report: RecordingImport
) -> ImportResult:
    """Saves the translations of a spreadsheet as proposals; adds notes on refused ones to `report`.

    Raises:
        OSError: the disk failed; existing translations are unchanged.
    """
    rows = {each.text: each for each in report.rows if each.spoken}
    if code == SOURCE or not rows:
        return ImportResult()
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    proposals, row_of = [], {}
    for row in rows.values():
        said = ", ".join(filter(None, (path.name, row.speaker or speaker, today)))
        for text in kiosk.wordings(sentence_key(row.text)):
            row_of[text] = row.number
            proposals.append(Proposal(text, row.spoken, _ORIGIN.format(said=said)))
    try:
        taken = propose(kiosk.folders.translations / code, proposals)
    except UnreadablePoError as broken:
        place = f"{shown_path(broken.path)}:{broken.line or 1}"
        report.notes.append(RecordingNote("broken_words", file=place))
        return ImportResult()
    for proposal, why in taken.refused:
        what = "private_signs" if isinstance(why, PrivateSignsError) else "other_places"
        report.notes.append(RecordingNote(what, row_of[proposal.source], detail=str(why)))
    return taken


def refusal(problem: Exception, path: Path, say: Say) -> str:
    """The message for an exception in `REFUSALS`, with advice."""
    match problem:
        case NoScriptError():
            names = str(problem)
            return say("many_scripts", names=names) if names else say("no_script")
        case ScriptError():
            return say(
                f"script_{problem.code}",
                path=shown_path(path),
                row=problem.row,
                most_rows=MAX_ROWS,
            )
        case ConsentListError():
            return say("consents_broken", path=problem)
        case OrderError():
            message = say("order_differs", files=problem.files, sentences=problem.sentences)
            return f"{message} {say('one_take')}" if problem.files == 1 else message
        case BundleError():
            return say(
                f"bundle_{problem.code}",
                name=problem.name,
                most_files=MAX_FILES,
                most_mb=MAX_FILE_MB,
            )
        case OSError():
            return say("disk", why=problem.strerror)
        case _:
            raise problem


def notes(report: RecordingImport, lang: str) -> Iterator[str]:
    """The notes of an import; many missing recordings are summarised in one line."""
    say, note = words(lang), note_words(lang)
    if report.notes:
        yield say("problems", count=len(report.notes))
    missing = [each.row for each in report.notes if each.code == "no_file"]
    in_one_line = len(missing) > _MISSING_ONE_BY_ONE
    strangers = sum(each.code == "no_row" for each in report.notes)
    if strangers and strangers == len(missing):
        yield f"  {say('by_order_hint')}"
    elif strangers == 1 and missing:
        yield f"  {say('one_take')}"
    for each in report.notes:
        if not (in_one_line and each.code == "no_file"):
            yield f"  {note(each.code, row=each.row, file=each.file, detail=each.detail)}"
    if in_one_line:
        yield f"  {say('missing', count=len(missing), rows=_ranges(missing))}"


def _ranges(rows: list[int]) -> str:
    """Row numbers as ranges, such as `2-24, 33`."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and spans[-1][-1] == row - 1:
            spans[-1][-1] = row
        else:
            spans.append([row, row])
    return ", ".join(f"{first}-{last}" if first < last else f"{first}" for first, last in spans)


def matched_by_order(report: RecordingImport, lang: str) -> Iterator[str]:
    """The list of files that were matched with sentences by their order."""
    if report.by_order:
        yield words(lang)("by_order", count=len(report.by_order))
    for row, name in report.by_order:
        yield f"  {name} → {row.text}"
