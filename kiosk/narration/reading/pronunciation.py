"""Pronunciation lists: words with a spoken form that differs from their spelling."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.durable import read_plain_file
from kiosk.narration.reading.tokens import TokenReading, parted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


MAX_BYTES = 1_000_000
"""Size limit for the list file; larger files are rejected."""


class PronunciationError(ValueError):
    """The list cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Pronunciations:
    """Spoken forms; entries in capitals match only capitals, all others match any case."""

    exact: Mapping[str, str]
    any_case: Mapping[str, str]
    longest_entry: int

    def spoken_form(self, word: str) -> str | None:
        """The spoken form of a word or phrase; None when it is not listed."""
        return self.exact.get(word) or self.any_case.get(word.casefold())

    def longest(self, tokens: Sequence[str], place: int) -> TokenReading | None:
        """The longest listed phrase starting at this token, with the pause after it."""
        for count in range(min(self.longest_entry, len(tokens) - place), 0, -1):
            token = parted(" ".join(tokens[place : place + count]))
            if (said := self.spoken_form(f"{token.core}.")) is not None and token.tail.startswith(
                "."
            ):
                last = place + count == len(tokens)
                return TokenReading(count, said + (token.pause if last else ""))
            if (said := self.spoken_form(token.core)) is not None:
                return TokenReading(count, said + token.pause)
        return None


def listed(entries: Mapping[str, str]) -> Pronunciations:
    """Builds a list from pairs of word and spoken form."""
    clean = {_nfc(word): _nfc(said) for word, said in entries.items()}
    return Pronunciations(
        exact=clean,
        any_case={word.casefold(): said for word, said in clean.items() if not word.isupper()},
        longest_entry=max((len(word.split()) for word in clean), default=0),
    )


def load(path: Path) -> Pronunciations:
    """Reads the list from a file; a missing or invalid file gives an empty list (see `checked`)."""
    try:
        return checked(path)
    except (OSError, PronunciationError):
        return listed({})


def checked(path: Path) -> Pronunciations:
    """Reads the list from a file.

    Raises:
        OSError: the file cannot be read.
        PronunciationError: the file is not a flat list of `word: spoken form`.
    """
    import yaml  # noqa: PLC0415 - not for the first frame

    from kiosk.yaml_depth import shallow_yaml  # noqa: PLC0415

    try:
        text = read_plain_file(path, MAX_BYTES).decode("utf-8")
        content = shallow_yaml(text, yaml.CBaseLoader)  # strings only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PronunciationError(f"{path}: {error}") from error
    if content in (None, ""):
        return listed({})
    if not isinstance(content, dict):
        raise PronunciationError(f"{path}: phải là danh sách “từ: cách đọc”.")
    for word, said in content.items():
        if not isinstance(word, str) or not isinstance(said, str) or not said.strip():
            raise PronunciationError(f"{path}: từ “{word}” chưa có cách đọc.")
    return listed(content)


def _nfc(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
