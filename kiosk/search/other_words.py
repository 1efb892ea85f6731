"""Synonyms for words of the lessons, in `lessons/_tu-goi.yaml`, which trainers extend."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from kiosk.durable import read_plain_file
from kiosk.search.plain import plain_words
from kiosk.yaml_depth import shallow_yaml

FILE = "_tu-goi.yaml"
MAX_BYTES = 200_000
MAX_WORDS_TYPED = 3
"""The maximum number of words of an expression."""

OtherWords = Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Maps the plain words of an expression to the plain words of each meaning."""


def read_other_words(*lessons: Path) -> OtherWords:
    """The expressions of the lesson folders; if several define one, the first takes precedence.

    A file that is missing or unreadable counts as empty.
    """
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for folder in reversed(lessons):
        found.update(_read(folder))
    return found


def _read(lessons: Path) -> OtherWords:
    try:
        text = read_plain_file(lessons / FILE, MAX_BYTES).decode("utf-8-sig")
        lines = shallow_yaml(text)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    if not isinstance(lines, dict):
        return {}
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for typed, meant in lines.items():
        each = meant if isinstance(meant, list) else [meant]
        key = tuple(plain_words(str(typed)))
        if key:
            found[key] = (*found.get(key, ()), *(tuple(plain_words(str(one))) for one in each))
    return found


def reworded(words: Sequence[str], known: OtherWords) -> list[tuple[str, ...]]:
    """The query with its expressions replaced by each of their meanings; empty if it has none."""
    whole: list[tuple[str, ...]] = [()]
    at, is_other = 0, False
    while at < len(words):
        longest = min(MAX_WORDS_TYPED, len(words) - at)
        for count in range(longest, 0, -1):
            meanings = known.get(tuple(words[at : at + count]))
            if meanings:
                break
        else:
            count, meanings = 1, ((words[at],),)
        is_other = is_other or meanings != ((words[at],),)
        whole = [(*before, *meaning) for before in whole for meaning in meanings][:8]
        at += count
    return whole if is_other else []
