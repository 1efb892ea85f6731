"""Suggests known names for a mistyped one."""

import unicodedata
from collections.abc import Iterable

MOST = 2
"""Maximum number of suggestions."""
MIN_ALIKE = 60
"""Minimum similarity of two names, from 0 to 100."""


def near_matches(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names most similar to the word, best first."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - needed only for files with mistakes
    from rapidfuzz.process import extract  # noqa: PLC0415

    by_plain = {plain_name(name): name for name in sorted(set(known), reverse=True)}
    close = extract(
        plain_name(word)[:80], list(by_plain), scorer=ratio, limit=MOST, score_cutoff=MIN_ALIKE
    )
    return tuple(by_plain[plain] for plain, _, _ in close)


def plain_name(text: str) -> str:
    """Converts to an identifier: lower case, no diacritics, hyphens ("Cài đặt" → "cai-dat")."""
    spread = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = (letter for letter in spread if not unicodedata.combining(letter))
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in letters)
    return "-".join(kept.split())
