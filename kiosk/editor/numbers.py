"""The numbers of lessons: which are free here, and on other kiosks as far as a list tells."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.durable import read_plain_file

NUMBERS_FILE = "so-bai.txt"
"""The list that a kit holds: on each line a number and a title."""
LARGEST = 999
LINE = re.compile(r"\s*(\d{1,3})\b[.\s]*(.*)")


def numbers_listed(*folders: Path) -> Mapping[int, str]:
    """Who has which number, as told by the lists in these folders."""
    found: dict[int, str] = {}
    for folder in folders:
        try:
            text = read_plain_file(folder / NUMBERS_FILE).decode("utf-8-sig")
        except (OSError, ValueError):
            continue
        for line in text.splitlines():
            if match := LINE.fullmatch(line):
                found.setdefault(int(match[1]), match[2].strip())
    return found


def list_of_numbers(titles: Mapping[int, str]) -> str:
    """The list, as it is read."""
    return "".join(f"{number:3}  {titles[number]}\n" for number in sorted(titles))


def free_numbers(first: int, taken: Iterable[int]) -> tuple[int, ...]:
    """Those that nobody has, from the first on."""
    used = set(taken)
    return tuple(number for number in range(first, LARGEST + 1) if number not in used)
