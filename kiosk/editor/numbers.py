"""Lesson numbers: which are free on this kiosk and on others, according to lists."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.durable import read_plain_file

NUMBERS_FILE = "so-bai.txt"
"""A list in a kit with one number and title per line."""
LARGEST = 999
LINE = re.compile(r"\s*(\d{1,3})\b[.\s]*(.*)")


def numbers_listed(*folders: Path) -> Mapping[int, str]:
    """The titles by number, from the lists in these folders."""
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
    """Formats the list as `numbers_listed` reads it."""
    return "".join(f"{number:3}  {titles[number]}\n" for number in sorted(titles))


def free_numbers(first: int, taken: Iterable[int]) -> tuple[int, ...]:
    """The numbers from `first` to 999 that are not taken."""
    used = set(taken)
    return tuple(number for number in range(first, LARGEST + 1) if number not in used)
