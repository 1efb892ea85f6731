"""Searches icons and pictures by Vietnamese words, with or without diacritics."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from kiosk.content.near import plain_name
from kiosk.durable import read_plain_file
from kiosk.yaml_depth import shallow_yaml

WORDS_FILE = "_words.yaml"
"""The file with the search words, in the folder of the drawings."""


def drawing_words(*folders: Path) -> Mapping[str, str]:
    """The search words by drawing name; the first folder has priority.

    A missing or invalid file counts as empty.
    """
    words: dict[str, str] = {}
    for folder in reversed(folders):
        try:
            found = shallow_yaml(read_plain_file(folder / WORDS_FILE).decode("utf-8"))
        except (OSError, ValueError, yaml.YAMLError):
            continue
        named = found.items() if isinstance(found, dict) else ()
        words.update({str(name): str(caption) for name, caption in named})
    return words


def find_drawings(
    wanted: str, drawings: Iterable[str], words: Mapping[str, str]
) -> tuple[str, ...]:
    """The drawings that match the words, best first; all drawings for an empty search."""
    names = sorted(drawings)
    asked = plain_name(wanted).split("-") if wanted.strip() else []
    if not asked:
        return tuple(names)
    ranked = [(_rank(asked, name, words.get(name, "")), name) for name in names]
    return tuple(name for rank, name in sorted(ranked) if rank < NO_MATCH)


def words_for(name: str, words: Mapping[str, str]) -> str:
    """The caption of a drawing: its first search word, or its name."""
    caption = words.get(name, name).split(",")[0].strip()
    return caption[:1].upper() + caption[1:]


NO_MATCH = 9


def _rank(asked: list[str], name: str, caption: str) -> int:
    """0 for an exact match, 1 for whole words, 2 for prefixes, else NO_MATCH."""
    known = [*plain_name(caption).split("-"), *name.split("-")]
    phrases = [plain_name(each) for each in caption.split(",")]
    if "-".join(asked) in (*phrases, name):
        return 0
    if all(word in known for word in asked):
        return 1
    if all(any(each.startswith(word) for each in known) for word in asked):
        return 2
    return NO_MATCH
