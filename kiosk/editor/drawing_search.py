"""Icons and pictures by what they show, in Vietnamese words, with or without marks."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from kiosk.content.near import plain_name
from kiosk.durable import read_plain_file
from kiosk.yaml_depth import shallow_yaml

WORDS_FILE = "_words.yaml"
"""In the folder of the drawings: the words that people look for each by."""


def drawing_words(*folders: Path) -> Mapping[str, str]:
    """The words for each drawing, by its name, from folders of which the first counts first.

    A file that is missing or spoilt has none.
    """
    words: dict[str, str] = {}
    for folder in reversed(folders):
        try:
            found = shallow_yaml(read_plain_file(folder / WORDS_FILE).decode("utf-8"))
        except (OSError, ValueError, yaml.YAMLError):
            continue
        named = found.items() if isinstance(found, dict) else ()
        words.update({str(name): str(told) for name, told in named})
    return words


def find_drawings(
    wanted: str, drawings: Iterable[str], words: Mapping[str, str]
) -> tuple[str, ...]:
    """The drawings for a word, the best first; all of them for none."""
    names = sorted(drawings)
    asked = plain_name(wanted).split("-") if wanted.strip() else []
    if not asked:
        return tuple(names)
    ranked = [(_rank(asked, name, words.get(name, "")), name) for name in names]
    return tuple(name for rank, name in sorted(ranked) if rank < NO_MATCH)


def words_for(name: str, words: Mapping[str, str]) -> str:
    """What a drawing is called; its name where nobody has told."""
    told = words.get(name, name).split(",")[0].strip()
    return told[:1].upper() + told[1:]


NO_MATCH = 9


def _rank(asked: list[str], name: str, told: str) -> int:
    """0 for the very words, more for parts of words; NO_MATCH where one is missing."""
    known = [*plain_name(told).split("-"), *name.split("-")]
    phrases = [plain_name(each) for each in told.split(",")]
    if "-".join(asked) in (*phrases, name):
        return 0
    if all(word in known for word in asked):
        return 1
    if all(any(each.startswith(word) for each in known) for word in asked):
        return 2
    return NO_MATCH
