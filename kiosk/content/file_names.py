"""Which file names are those of lessons: one judge for the folder, for a path, and for a stick."""

import re

from kiosk.content.near import plain_name

ENDING = ".yaml"
LONGEST_NAME = 60
SAMPLE_MARK = "_"
"""What the names of files begin with that are looked at but not taught."""
MEANT = re.compile(r"(?P<stem>.+?)\.ya?ml(?:\.txt|~)?", re.IGNORECASE)


def is_meant_as_lesson(name: str) -> bool:
    """Whether a file name ends as those of lessons do, or nearly so."""
    return bool(MEANT.fullmatch(name)) and not name.endswith("~")


def better_name(name: str) -> str:
    """What a file should be called; empty where its name is right."""
    meant = MEANT.fullmatch(name)
    stem = meant["stem"] if meant else name.partition(".")[0]
    bare = stem.removeprefix(SAMPLE_MARK)
    if name.endswith(ENDING) and plain_name(bare) == bare and len(bare) <= LONGEST_NAME:
        return ""
    return (plain_name(stem)[:LONGEST_NAME].strip("-") or "bai-moi") + ENDING
