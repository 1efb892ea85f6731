"""Vietnamese written without diacritics, as in bank messages and web addresses."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from kiosk.narration.reading.vi.syllables import is_syllable, rhymes

_ACUTE = "\u0301"
_MAX_SYLLABLE_LENGTH = 7
_MAX_RUN_LENGTH = 48
_ONSETS = (
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch",
    *"bcdghklmnprstvx", "",
)  # fmt: skip
_USUAL = {
    "uoc": "ươc", "uoi": "ươi", "uong": "ương", "uom": "ươm", "uot": "ươt", "uop": "ươp",
    "uou": "ươu", "uon": "uôn", "uu": "ưu", "eu": "êu",
}  # fmt: skip
"""The usual rhyme where several rhymes have the same letters without diacritics."""
_USUAL_WORDS = {"thuoc": "thuốc", "cuoc": "cuộc"}
"""Words in which another rhyme of the same letters is far more frequent."""


@lru_cache(maxsize=2048)
def with_marks(word: str) -> str | None:
    """The most likely Vietnamese syllable for an unaccented lower-case word; None if there is none.

    The syllable has no tone if possible; only rhymes in -c, -ch, -p, -t get the tone sắc, which
    they require.
    """
    if is_syllable(word):
        return word
    if word in _USUAL_WORDS:
        return _USUAL_WORDS[word]
    for onset in _ONSETS:
        if word.startswith(onset) and (rhyme := _marked_rhymes().get(word[len(onset) :])):
            for said in (f"{onset}{rhyme}", f"{onset}{_sharp(rhyme)}"):
                if is_syllable(said):
                    return said
    return None


@lru_cache(maxsize=2048)
def syllables_of(run: str) -> tuple[str, ...] | None:
    """Splits words written together (binhdanhocvuso) into syllables; None if that is impossible.

    Prefers the fewest syllables, then those that begin with a consonant.
    """
    if len(run) > _MAX_RUN_LENGTH or not run.isascii() or not run.isalpha():
        return None
    best: list[tuple[int, int, tuple[str, ...]] | None] = [(0, 0, ())]
    for end in range(1, len(run) + 1):
        found = None
        for start in range(max(0, end - _MAX_SYLLABLE_LENGTH), end):
            before, said = best[start], with_marks(run[start:end])
            if before is None or said is None or (end - start == 1 and len(run) > 1):
                continue
            bare = run[start] in "aeiouy"
            cut = (before[0] + 1, before[1] + bare, (*before[2], said))
            found = cut if found is None or cut[:2] < found[:2] else found
        best.append(found)
    whole = best[-1]
    return whole[2] if whole else None


@cache
def _marked_rhymes() -> dict[str, str]:
    marked: dict[str, str] = {}
    for rhyme in sorted(rhymes()):
        plain = "".join(
            letter for letter in unicodedata.normalize("NFD", rhyme) if letter.isascii()
        )
        marked.setdefault(plain, rhyme)
    return {**marked, **_USUAL, **{rhyme: rhyme for rhyme in rhymes() if rhyme.isascii()}}


def _sharp(rhyme: str) -> str:
    """The rhyme with the tone sắc on its last vowel."""
    cut = max((at for at, letter in enumerate(rhyme) if letter in "aăâeêioôơuưy"), default=0) + 1
    return unicodedata.normalize("NFC", rhyme[:cut] + _ACUTE + rhyme[cut:])
