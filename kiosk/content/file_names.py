"""Rules for lesson file names, used for folders, single paths and USB sticks."""

import re

from kiosk.content.near import plain_name

ENDING = ".yaml"
MAX_NAME_LENGTH = 60
SAMPLE_MARK = "_"
"""Prefix of files that are checked but not taught."""
MEANT = re.compile(r"(?P<stem>.+?)\.ya?ml(?:\.txt|~)?", re.IGNORECASE)

COPIED = re.compile(r"(?: - (?:Copy|Bản sao))?(?: ?\(\d{1,3}\))?$", re.IGNORECASE)
"""What a system or a chat appends to the name of a second copy."""


def is_meant_as_lesson(name: str) -> bool:
    """Whether a name has the extension of a lesson file, or nearly so."""
    return bool(MEANT.fullmatch(name)) and not name.endswith("~")


def better_name(name: str) -> str:
    """A valid name for the file; empty when its name is valid already."""
    meant = MEANT.fullmatch(name)
    stem = meant["stem"] if meant else name.partition(".")[0]
    bare = stem.removeprefix(SAMPLE_MARK)
    if name.endswith(ENDING) and plain_name(bare) == bare and len(bare) <= MAX_NAME_LENGTH:
        return ""
    stem = COPIED.sub("", stem, count=1)
    return (plain_name(stem)[:MAX_NAME_LENGTH].strip("-") or "bai-moi") + ENDING
