"""Exports recordings as a speech corpus in the layout of Mozilla Common Voice.

Only recordings with consent for open use are exported, under a code instead of a name.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.durable import write_durably
from kiosk.narration.recordings.audio_file import as_mp3, decoded
from kiosk.narration.recordings.consent import Consent, Consents, Use
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, Verdict

COLUMNS = (
    "client_id",
    "path",
    "sentence_id",
    "sentence",
    "sentence_domain",
    "up_votes",
    "down_votes",
    "age",
    "gender",
    "accents",
    "variant",
    "locale",
    "segment",
    "prompt_vi",
)
"""The columns of Common Voice, and the Vietnamese sentence given to the speaker."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Counts of what was exported and what was left out."""

    clips: int = 0
    speakers: int = 0
    without_text: int = 0
    """Exported clips without a transcript."""
    without_dialect: int = 0
    """Speakers without a recorded dialect."""
    held_back: int = 0
    """Recordings left out because their speaker did not consent to open use."""


def export_corpus(
    recordings: Recordings,
    consents: Consents,
    folder: Path,
    text_of: Callable[[Take], str],
) -> Exported:
    """Writes the corpus of a language into a new folder.

    Args:
        recordings: the recordings of the language.
        consents: the consents of the same language.
        folder: the folder to create.
        text_of: the transcript of a take in its language; empty when there is none.

    Raises:
        FileExistsError: the folder exists already.
        ConsentListError: the list of consents is invalid.
        NoSoundError, OSError: a clip cannot be read, or the corpus cannot be written.
    """
    allowed = {
        take: consent
        for take in recordings.takes
        if (consent := consents.of(take.speaker)) and consent.use.allows(Use.OPEN_CORPUS)
    }
    clips = folder / recordings.language / "clips"
    clips.mkdir(parents=True)
    checked: list[Mapping[str, str]] = []
    others: list[Mapping[str, str]] = []
    durations: list[Mapping[str, str]] = []
    for number, (take, consent) in enumerate(allowed.items(), start=1):
        name = f"common_voice_{recordings.language}_{number:08}.mp3"
        write_durably(clips / name, as_mp3(decoded(recordings.path_of(take))))
        row = {
            **_row(take, consent, text_of(take)),
            "path": name,
            "variant": _in_one_line(consent.dialect),
            "locale": recordings.language,
        }
        is_checked = take.verdict is Verdict.RIGHT and row["sentence"]
        (checked if is_checked else others).append(row)
        durations.append({"clip": name, "duration[ms]": str(take.duration_ms)})
    for name, rows in (("validated", checked), ("other", others), ("invalidated", ())):
        write_durably(clips.parent / f"{name}.tsv", _table(rows, COLUMNS))
    write_durably(clips.parent / "clip_durations.tsv", _table(durations, ("clip", "duration[ms]")))
    gone = [{"client_id": each.code} for each in consents.all if each.withdrawn_at]
    write_durably(clips.parent / "withdrawn.tsv", _table(gone, ("client_id",)))
    return Exported(
        clips=len(allowed),
        speakers=len({consent.code for consent in allowed.values()}),
        without_text=sum(not row["sentence"] for row in (*checked, *others)),
        without_dialect=len({each.code for each in allowed.values() if not each.dialect}),
        held_back=len(recordings.takes) - len(allowed),
    )


def _row(take: Take, consent: Consent, text: str) -> dict[str, str]:
    return {
        "client_id": consent.code,
        "sentence_id": take.key,
        "sentence": _in_one_line(text),
        "up_votes": str(int(take.verdict is Verdict.RIGHT)),
        "down_votes": "0",
        "prompt_vi": _in_one_line(take.text),
    }


def _table(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    content = io.StringIO(newline="")
    table = csv.DictWriter(content, columns, restval="", dialect="excel-tab", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return content.getvalue().encode()


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
