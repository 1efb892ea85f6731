"""Detects prefixes that a chat or numbered list puts before each line of copied text."""

import re
from collections.abc import Iterator

FIELD = re.compile(r"\s*(?:- +)*(?P<key>[^\s:'\"{}\[\]#-][^:'\"{}\[\]#]{0,60}?)\s*:\s*")
SAID = re.compile(r"\s*\[[^\[\]]{3,40}\] ?[^:\[\]]{1,40}: ?")
"""`[20/11/2026 08:15] Lan: `, the prefix of a copied chat."""
QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
"""`> `, the prefix of a quoted mail."""
NUMBERED = re.compile(r"\s*(\d{1,4})(?:[.):|] ?|[ \t])")


def _are_numbered(lines: Iterator[str]) -> bool:
    """Whether there are at least two lines, numbered 1, 2, 3 and so on."""
    count = 0
    for count, line in enumerate(lines, 1):
        found = NUMBERED.match(line)
        if not found or int(found[1]) != count:
            return False
    return count > 1


def without_prefixes(text: str) -> tuple[str, str]:
    """The text without such prefixes, and the first prefix; an empty one when there are none."""
    lines = text.split("\n")
    if (said := SAID.match(lines[0])) and FIELD.match(lines[0][said.end() :]):
        return "\n".join(SAID.sub("", line) for line in lines), said.group().strip()
    if all(QUOTED.match(line) for line in lines if line.strip()) and QUOTED.match(lines[0]):
        return "\n".join(QUOTED.sub("", line, count=1) for line in lines), ">"
    if NUMBERED.match(lines[0]) and _are_numbered(line for line in lines if line.strip()):
        return "\n".join(NUMBERED.sub("", line) for line in lines), lines[0].split()[0]
    return text, ""
