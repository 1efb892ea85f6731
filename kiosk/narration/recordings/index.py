"""The list of a language's recordings, as it lies beside them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from kiosk.narration.recordings.take import Take

INDEX_NAME = "index.json"
_VERSION = 1
_EARLIER_KEPT = 3


class BrokenIndexError(ValueError):
    """The index cannot be understood; the text says why."""


@dataclass(frozen=True)
class Index:
    """The takes in the order in which they were kept."""

    takes: tuple[Take, ...] = ()
    discarded: frozenset[str] = frozenset()
    """Clips that are not wanted any more and may still lie in the folder."""

    @property
    def next_number(self) -> int:
        """For the next take: above every number that a clip's name ever bore."""
        names = (*(take.file for take in self.takes), *self.discarded)
        used = (*(take.number for take in self.takes), *map(number_in, names))
        return max(used, default=0) + 1

    def with_take(self, take: Take) -> "Index":
        """With this one as the newest; of its sentence only a few earlier ones stay."""
        same = [each for each in self.takes if each.key == take.key]
        old = same[: max(0, len(same) - _EARLIER_KEPT)]
        return self._of([*(each for each in self.takes if each not in old), take])

    def without(self, take: Take) -> "Index":
        """As if it had never been kept."""
        return self._of(each for each in self.takes if each != take)

    def _of(self, takes: Iterable[Take]) -> "Index":
        ordered = tuple(sorted(takes, key=lambda take: take.number))
        wanted = {take.file for take in ordered}
        gone = {take.file for take in self.takes} - wanted
        return replace(self, takes=ordered, discarded=(self.discarded | gone) - wanted)


def to_json(index: Index, language: str) -> bytes:
    """The index as it is written."""
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


def from_json(content: bytes) -> Index:
    """The index as it was written.

    Raises:
        BrokenIndexError: it is not one.
    """
    try:
        told = json.loads(content)
        if told["version"] != _VERSION:
            raise BrokenIndexError(f"version {told['version']}")
        takes = tuple(_take(each) for each in told["takes"])
        return Index(takes, frozenset(str(name) for name in told["discarded"]))
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BrokenIndexError(f"{type(problem).__name__}: {problem}") from problem


def number_in(name: str) -> int:
    """The number in a clip's name `<sentence>-<number>.flac`; 0 in a stranger's."""
    number = name.rpartition(".")[0].rpartition("-")[2]
    return int(number) if number.isascii() and number.isdigit() else 0


def _take(told: dict[str, Any]) -> Take:
    return Take(
        text=str(told["text"]),
        speaker=str(told["speaker"]),
        recorded_at=str(told["recorded_at"]),
        device=str(told["device"]),
        word_starts_ms=tuple(int(start) for start in told["word_starts_ms"]),
        spoken=str(told["spoken"]),
        file=_name(told["file"]),
        duration_ms=int(told["duration_ms"]),
        number=int(told["number"]),
    )


def _name(name: object) -> str:
    """A file's name that stays in its folder."""
    if not isinstance(name, str) or not name or name.startswith(".") or set(name) & set("/\\:"):
        raise BrokenIndexError(f"file {name!r}")
    return name
