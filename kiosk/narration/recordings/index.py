"""The index of a language's recordings, stored beside the clips."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from kiosk.narration.recordings.take import Take, Verdict

INDEX_NAME = "index.json"
_VERSION = 1
_EARLIER_KEPT = 3
_MAX_NUMBER = 10**9
MAX_INDEX_BYTES = 50_000_000
"""Size limit of the index file; larger files are rejected."""
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""Errors that a damaged or malicious index can cause: `1e999`, deeply nested brackets, lone
surrogates."""


class BrokenIndexError(ValueError):
    """The index is invalid; the message says why."""


@dataclass(frozen=True)
class TakeIndex:
    """The takes in the order in which they were kept."""

    takes: tuple[Take, ...] = ()
    discarded: frozenset[str] = frozenset()
    """Clips that are no longer wanted and may still be in the folder."""

    @property
    def next_number(self) -> int:
        """The number for the next take: above every number used so far in clip names."""
        names = (*(take.file for take in self.takes), *self.discarded)
        used = (*(take.number for take in self.takes), *map(number_in, names))
        return max(used, default=0) + 1

    def with_take(self, take: Take) -> "TakeIndex":
        """Adds a take as the newest; of the same sentence, only the last 3 earlier takes remain."""
        same = [each for each in self.takes if each.key == take.key]
        old = same[: max(0, len(same) - _EARLIER_KEPT)]
        return self._of([*(each for each in self.takes if each not in old), take])

    def without(self, *takes: Take) -> "TakeIndex":
        """Removes takes."""
        return self._of(each for each in self.takes if each not in takes)

    def with_again(self, takes: Iterable[Take]) -> "TakeIndex":
        """Restores removed takes at their former places."""
        return self._of([*self.takes, *takes])

    def with_verdict(self, take: Take, verdict: Verdict, listener: str) -> "TakeIndex":
        """Sets a take's verdict and listener."""
        judged = replace(take, verdict=verdict, listener=listener)
        return self._of(judged if each == take else each for each in self.takes)

    def _of(self, takes: Iterable[Take]) -> "TakeIndex":
        ordered = tuple(sorted(takes, key=lambda take: take.number))
        wanted = {take.file for take in ordered}
        gone = {take.file for take in self.takes} - wanted
        return replace(self, takes=ordered, discarded=(self.discarded | gone) - wanted)


def to_json(index: TakeIndex, language: str) -> bytes:
    names = [field.name for field in fields(Take)]
    takes = [
        {"sentence": take.key, **{name: getattr(take, name) for name in names}}
        for take in index.takes
    ]
    content = {
        "version": _VERSION,
        "language": language,
        "takes": takes,
        "discarded": sorted(index.discarded),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def from_json(content: bytes) -> TakeIndex:
    """Parses an index.

    Raises:
        BrokenIndexError: the content is not a valid index.
    """
    try:
        data = json.loads(content)
        if data["version"] != _VERSION:
            raise BrokenIndexError(f"version {data['version']}")
        takes = tuple(_take(each) for each in data["takes"])
        return TakeIndex(takes, frozenset(str(name) for name in data["discarded"]))
    except _DAMAGE as problem:
        raise BrokenIndexError(f"{type(problem).__name__}: {problem}") from problem


def number_in(name: str) -> int:
    """The number in a clip name `<sentence>-<number>.flac`; 0 in any other name."""
    number = name.rpartition(".")[0].rpartition("-")[2]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _take(entry: dict[str, Any]) -> Take:
    return Take(
        text=_text(entry["text"]),
        speaker=_text(entry["speaker"]),
        recorded_at=_text(entry["recorded_at"]),
        device=_text(entry["device"]),
        word_starts_ms=tuple(int(start) for start in entry["word_starts_ms"]),
        spoken=_text(entry["spoken"]),
        file=_name(entry["file"]),
        duration_ms=int(entry["duration_ms"]),
        number=_number(entry["number"]),
        verdict=Verdict(entry.get("verdict", "")),
        listener=_text(entry.get("listener", "")),
    )


def _text(value: object) -> str:
    """Converts to a text that can be encoded as UTF-8.

    Raises:
        UnicodeEncodeError: the text contains a lone surrogate.
    """
    text = str(value)
    text.encode()
    return text


def _number(value: Any) -> int:  # noqa: ANN401 - any JSON value
    number = int(value)
    if not 0 <= number < _MAX_NUMBER:
        raise BrokenIndexError(f"number {number}")
    return number


def _name(name: object) -> str:
    """Checks that a file name stays inside its folder."""
    if not isinstance(name, str) or not name or name.startswith(".") or set(name) & set("/\\:\0"):
        raise BrokenIndexError(f"file {name!r}")
    return _text(name)
