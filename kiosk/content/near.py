"""What somebody may have meant."""

import unicodedata
from collections.abc import Iterable

MOST = 2
"""More guesses than this confuse."""


def near_matches(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that a mistyped word resembles, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a file with mistakes needs it

    by_plain = {plain_name(name): name for name in sorted(set(known), reverse=True)}
    close = get_close_matches(plain_name(word)[:80], by_plain, n=MOST, cutoff=0.6)
    return tuple(by_plain[plain] for plain in close)


def plain_name(text: str) -> str:
    """The text as a name: small letters without marks, digits, hyphens ("Cài đặt" → "cai-dat")."""
    spread = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = (letter for letter in spread if not unicodedata.combining(letter))
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in letters)
    return "-".join(kept.split())
