"""Consents of speakers to the use of their voices: spoken by each of them, revocable.

The folder `consent/` beside the recordings of a language contains one clip per consent, and
`consents.json` with the chosen use, the wording, and a code that replaces the speaker's name in
exports.
"""

import json
import re
import secrets
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from kiosk.domain import prompts
from kiosk.durable import folder_lock, read_plain_file, write_durably
from kiosk.narration.recordings.audio_file import encoded
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, is_same_person
from kiosk.narration.utterance import Clip

FOLDER = "consent"
_LIST = "consents.json"
_MAX_BYTES = 5_000_000
_CODE_BYTES = 8


class Use(StrEnum):
    """The permitted use of a voice; each includes the ones before it."""

    THIS_KIOSK = "this-kiosk"
    ALL_KIOSKS = "all-kiosks"
    OPEN_CORPUS = "open-corpus"

    def allows(self, wanted: "Use") -> bool:
        """Whether a voice with this consent may be used that way."""
        order = list(Use)
        return order.index(self) >= order.index(wanted)


WORDINGS = {
    Use.THIS_KIOSK: prompts.STUDIO_CONSENT_HERE,
    Use.ALL_KIOSKS: prompts.STUDIO_CONSENT_KIOSKS,
    Use.OPEN_CORPUS: prompts.STUDIO_CONSENT_ALL,
}
"""The sentence that a speaker says to consent."""
_FILE = re.compile(r"dong[\s_-]*y[\s_-]*([1-3])")


def consent_file(use: Use) -> str:
    """The name, without extension, of the sound file of a consent recorded elsewhere."""
    return f"dong-y-{list(Use).index(use) + 1}"


def use_named_by(name: str) -> Use | None:
    """The use consented to, by file name (dong-y-3.m4a, Đồng ý 3.amr); None for other files."""
    marks = unicodedata.normalize("NFD", PurePosixPath(name).stem.casefold().replace("đ", "d"))
    match = _FILE.fullmatch("".join(each for each in marks if not unicodedata.combining(each)))
    return list(Use)[int(match[1]) - 1] if match else None


def most_restrictive(names: Iterable[str]) -> tuple[str, Use] | None:
    """The file with the consent; of several, the most restrictive. None when there is none."""
    uses = [(name, use) for name in names if (use := use_named_by(name))]
    return min(uses, key=lambda each: list(Use).index(each[1]), default=None)


@dataclass(frozen=True, slots=True)
class SpokenConsent:
    """A consent that was recorded elsewhere."""

    use: Use
    clip: Clip
    file: str


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent of one speaker."""

    speaker: str
    """The speaker's name as in her recordings; empty after withdrawal."""
    code: str
    """Pseudonym used in exports."""
    use: Use
    given_at: str
    """ISO 8601 with time zone."""
    wording: str
    """The Vietnamese sentence that the speaker agreed to."""
    withdrawn_at: str = ""
    dialect: str = ""
    """The speaker's dialect in her own words; empty when not recorded."""


class ConsentListError(ValueError):
    """The list is invalid: nothing is exported, and the list is not overwritten."""


class Consents:
    """The consents of one language; reading is cheap, changes are written to disk at once."""

    def __init__(self, recordings: Path, language: str) -> None:
        self._root = recordings
        self._language = language
        self.folder = recordings / language / FOLDER

    @property
    def all(self) -> tuple[Consent, ...]:
        """All consents ever given, including withdrawn ones.

        Raises:
            ConsentListError: the list is invalid.
            OSError: the list cannot be read.
        """
        try:
            content = json.loads(read_plain_file(self.folder / _LIST, _MAX_BYTES))
            return tuple(
                Consent(**{**each, "use": Use(each["use"])}) for each in content["consents"]
            )
        except FileNotFoundError:
            return ()
        except (ValueError, KeyError, TypeError, RecursionError) as problem:
            raise ConsentListError(str(self.folder / _LIST)) from problem

    def of(self, speaker: str) -> Consent | None:
        """The speaker's current consent; None when there is none."""
        named = (each for each in self.all if not each.withdrawn_at)
        return next((each for each in named if is_same_person(each.speaker, speaker)), None)

    def clip_of(self, consent: Consent) -> Path:
        """The path of the clip with the spoken consent."""
        return self.folder / f"{consent.code}.flac"

    def take_in(self, spoken: SpokenConsent, speaker: str, at: str) -> Consent:
        """Stores a consent that was recorded elsewhere."""
        wording = WORDINGS[spoken.use].text
        return self.give(Consent(speaker, "", spoken.use, at, wording), spoken.clip)

    def give(self, consent: Consent, clip: Clip) -> Consent:
        """Stores a consent and its clip, replacing the speaker's earlier one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with folder_lock(self.folder):
            before = self.of(consent.speaker)
            code = before.code if before else secrets.token_hex(_CODE_BYTES)
            dialect = consent.dialect or (before.dialect if before else "")
            kept = replace(consent, code=code, dialect=dialect)
            said = Take(kept.wording, kept.speaker, kept.given_at)
            write_durably(self.clip_of(kept), encoded(clip, said))
            self._write(*(each for each in self.all if each != before), kept)
        return kept

    def tell_dialect(self, speaker: str, dialect: str) -> Consent:
        """Stores a speaker's dialect.

        Raises:
            KeyError: the speaker has no consent.
        """
        consent = self.of(speaker)
        if consent is None:
            raise KeyError(speaker)
        kept = replace(consent, dialect=" ".join(dialect.split()))
        with folder_lock(self.folder):
            self._write(*(kept if each == consent else each for each in self.all))
        return kept

    def withdraw(self, speaker: str, at: str) -> int:
        """Deletes a speaker's recordings and consent; returns the number of recordings deleted.

        The code remains, without the name: holders of an exported copy find in it what to delete.
        """
        gone = Recordings(self._root, self._language).withdraw(speaker)
        consent = self.of(speaker)
        if consent:
            with folder_lock(self.folder):
                self.clip_of(consent).unlink(missing_ok=True)
                others = (each for each in self.all if each.code != consent.code)
                self._write(*others, replace(consent, speaker="", dialect="", withdrawn_at=at))
        return gone

    def give_back(self, consent: Consent, said: bytes) -> None:
        """Restores a withdrawn consent and its clip."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with folder_lock(self.folder):
            if said:
                write_durably(self.clip_of(consent), said)
            self._write(*(each for each in self.all if each.code != consent.code), consent)

    def files_with(self, given: Iterable[Consent], source: "Consents") -> dict[Path, bytes]:
        """The files that add these consents from `source` to the ones stored here.

        Raises:
            ConsentListError: the list stored here is invalid.
            OSError: a file cannot be read.
        """
        added = tuple(given)
        codes = {each.code for each in added}
        others = (each for each in self.all if each.code not in codes)
        files = {self.folder / _LIST: _listed(*others, *added)}
        for each in added:
            with suppress(FileNotFoundError):
                files[self.clip_of(each)] = source.clip_of(each).read_bytes()
        return files

    def _write(self, *consents: Consent) -> None:
        write_durably(self.folder / _LIST, _listed(*consents))


def _listed(*consents: Consent) -> bytes:
    content = {"version": 1, "consents": [asdict(each) for each in consents]}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
