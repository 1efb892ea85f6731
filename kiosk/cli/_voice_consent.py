"""Export of recordings as a corpus, speakers' dialects, and withdrawal of recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.content.source import shown_path
from kiosk.narration.recordings.audio_file import NoSoundError
from kiosk.narration.recordings.consent import ConsentListError, Consents
from kiosk.narration.recordings.corpus import export_corpus
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import is_same_person
from kiosk.narration.recordings.withdrawal import voices_in
from kiosk.narration.recordings.withdrawal import withdraw as taken_out

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.cli._voice_context import VoiceContext
    from kiosk.cli._words import Say
    from kiosk.narration.recordings.take import Take

REFUSALS = (FileExistsError, ConsentListError, NoSoundError, OSError)


def corpus(kiosk: VoiceContext, code: str, folder: Path, say: Say) -> str:
    """Writes the corpus of a language; returns the messages.

    Raises:
        REFUSALS: the corpus was not written.
    """
    if folder.exists():
        raise FileExistsError(folder)
    catalogue = kiosk.catalogue_of[code]

    def text_of(take: Take) -> str:
        return take.spoken or catalogue.text(take.text) or ""

    root = kiosk.folders.recordings
    done = export_corpus(Recordings(root, code), Consents(root, code), folder, text_of)
    sentences = [
        say("corpus_written", count=done.clips, speakers=done.speakers, path=shown_path(folder))
    ]
    if done.without_text:
        sentences.append(say("corpus_without_text", count=done.without_text))
    if done.without_dialect:
        sentences.append(say("corpus_without_dialect", count=done.without_dialect))
    if done.held_back:
        sentences.append(say("corpus_held_back", count=done.held_back))
    return "\n".join(sentences)


def refusal(problem: Exception, folder: Path, say: Say) -> str:
    """The message for an exception in `REFUSALS`."""
    match problem:
        case FileExistsError():
            return say("export_there", path=shown_path(folder))
        case ConsentListError():
            return say("consents_broken", path=problem)
        case NoSoundError():
            return say("corpus_clip", why=problem)
        case OSError():
            return say("disk", why=problem.strerror)
        case _:
            raise problem


def tell_dialect(kiosk: VoiceContext, code: str, speaker: str, dialect: str, say: Say) -> str:
    """Saves a speaker's dialect; returns the message.

    Raises:
        REFUSALS: the operation failed.
    """
    try:
        consent = Consents(kiosk.folders.recordings, code).tell_dialect(speaker, dialect)
    except KeyError:
        raise click.ClickException(say("dialect_without_consent", speaker=speaker)) from None
    return say("dialect_kept", speaker=consent.speaker, dialect=consent.dialect or say("none"))


def withdraw(kiosk: VoiceContext, code: str, speaker: str, say: Say) -> str:
    """Withdraws all recordings of a speaker in a language; returns the message.

    Raises:
        REFUSALS: the operation failed.
    """
    root = kiosk.folders.recordings
    known = voices_in(root, code)
    if not any(is_same_person(each.speaker, speaker) for each in known):
        names = ", ".join(sorted(each.speaker for each in known)) or say("nobody")
        raise click.ClickException(say("no_speaker", speaker=speaker, known=names))
    gone = taken_out(root, code, speaker, kiosk.folders.voice_cache)
    sentence = say("withdrawn", count=len(gone.clips), speaker=speaker)
    return (
        f"{sentence} {say('withdrawn_code', code=gone.consent.code)}" if gone.consent else sentence
    )
