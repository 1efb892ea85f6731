"""What somebody may have meant."""

import unicodedata
from collections.abc import Iterable

MOST = 2
"""More guesses than this confuse."""
LEAST_ALIKE = 60
"""Of 100: how alike two names must be."""


def near_matches(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that a mistyped word resembles, the nearest first."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only a file with mistakes needs it
    from rapidfuzz.process import extract  # noqa: PLC0415

    by_plain = {plain_name(name): name for name in sorted(set(known), reverse=True)}
    close = extract(
        plain_name(word)[:80], list(by_plain), scorer=ratio, limit=MOST, score_cutoff=LEAST_ALIKE
    )
    return tuple(by_plain[plain] for plain, _, _ in close)


def plain_name(text: str) -> str:
    """The text as a name: small letters without marks, digits, hyphens ("Cài đặt" → "cai-dat")."""
    spread = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = (letter for letter in spread if not unicodedata.combining(letter))
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in letters)
    return "-".join(kept.split())
