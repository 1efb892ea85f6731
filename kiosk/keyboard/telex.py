"""Telex input: Vietnamese typed with plain letters, aa for â, w for the horn, s f r x j for tones.

The effect of a key depends only on the current word, so no state is stored: the same key pressed
again removes its mark and types itself.
"""

from collections.abc import Iterator

from kiosk.keyboard.syllable import (
    TONES,
    Syllable,
    is_nucleus,
    parse,
    plain,
    retoned,
    split_tone,
    with_tone,
)

TONE_KEYS = {"s": "sac", "f": "huyen", "r": "hoi", "x": "nga", "j": "nang"}
_ROOFED = {"a": "â", "e": "ê", "o": "ô"}
_HORNED = {"a": "ă", "o": "ơ", "u": "ư"}
_HALF_HORNED = ("uơ", "ưo")


def typed(word: str, key: str) -> str:
    """Returns the word after one more key."""
    changed = _changed(word, key)
    return _with_letter(word, key) if changed is None else changed


def _changed(word: str, key: str) -> str | None:
    """Returns the word with a mark added or removed; None when the key only types its letter."""
    small = key.lower()
    if small in TONE_KEYS:
        return _toned(word, TONES[TONE_KEYS[small]], key)
    bare, tone = split_tone(word)
    if small == "z":
        return bare if tone else None
    syllable = parse(bare)
    return _reshaped(bare, tone, syllable, key) if syllable else None


def _reshaped(bare: str, tone: str, syllable: Syllable, key: str) -> str | None:
    """Returns the word with a bar, horn, breve or circumflex added or removed, else None."""
    small = key.lower()
    if small == "d":
        return _barred(bare, tone, syllable, key)
    if small == "w":
        return _horned(bare, tone, syllable, key)
    return _roofed(bare, tone, syllable, key) if small in _ROOFED else None


def _with_letter(word: str, key: str) -> str:
    bare, tone = split_tone(word)
    syllable = parse(bare)
    if syllable and syllable.nucleus in _HALF_HORNED and syllable.onset != "q":
        horned = parse(_replaced(bare, syllable, "ươ") + key)
        if horned and horned.onset == syllable.onset:
            return _joined(_replaced(bare, syllable, "ươ") + key, tone)
    return retoned(word + key)


def _toned(word: str, tone: str, key: str) -> str | None:
    bare, had = split_tone(word)
    if had == tone:
        return bare + key
    return with_tone(bare, tone)


def _barred(bare: str, tone: str, syllable: Syllable, key: str) -> str | None:
    if syllable.onset == "d":
        return _joined(("Đ" if bare[0] == "D" else "đ") + bare[1:], tone)
    if syllable.onset == "đ":
        return _joined(("D" if bare[0] == "Đ" else "d") + bare[1:] + key, tone)
    return None


def _roofed(bare: str, tone: str, syllable: Syllable, key: str) -> str | None:
    roofed = _ROOFED[key.lower()]
    if roofed in syllable.nucleus:
        vowels = syllable.nucleus.replace(roofed, key.lower())
        return _joined(_replaced(bare, syllable, vowels) + key, tone)
    for at, vowel in enumerate(syllable.nucleus):
        vowels = syllable.nucleus[:at] + roofed + syllable.nucleus[at + 1 :]
        if plain(vowel) == key.lower() and is_nucleus(vowels):
            return _joined(_replaced(bare, syllable, vowels), tone)
    return None


def _horned(bare: str, tone: str, syllable: Syllable, key: str) -> str | None:
    nucleus = syllable.nucleus
    if not nucleus:
        return bare + ("Ư" if key == "W" else "ư")
    if nucleus == "ư":
        return _joined(_replaced(bare, syllable, "") + key, tone)
    for vowels in _horned_vowels(nucleus, closed=bool(syllable.coda)):
        if vowels != nucleus and is_nucleus(vowels):
            return _joined(_replaced(bare, syllable, vowels), tone)
    unhorned = "".join(plain(each) if each in _HORNED.values() else each for each in nucleus)
    if unhorned != nucleus:
        return _joined(_replaced(bare, syllable, unhorned) + key, tone)
    return bare + ("Ư" if key == "W" else "ư") if bare.lower() == "gi" and not tone else None


def _horned_vowels(nucleus: str, *, closed: bool) -> Iterator[str]:
    """Yields the vowels that w may produce from these, the most likely first."""
    if plain(nucleus).startswith("uo"):
        both = nucleus == "ưo" or len(nucleus) > 2 or closed
        yield ("ươ" if both else "uơ") + nucleus[2:]
    for at, vowel in enumerate(nucleus):
        if vowel not in _HORNED.values() and plain(vowel) in _HORNED:
            yield nucleus[:at] + _HORNED[plain(vowel)] + nucleus[at + 1 :]


def _replaced(bare: str, syllable: Syllable, vowels: str) -> str:
    """Returns the word with another nucleus, in the case of the letters it replaces."""
    start = len(syllable.onset)
    end = start + len(syllable.nucleus)
    had = bare[start:end]
    new = "".join(
        vowel.upper() if had[min(at, len(had) - 1)].isupper() else vowel
        for at, vowel in enumerate(vowels)
    )
    return bare[:start] + new + bare[end:]


def _joined(bare: str, tone: str) -> str:
    """Returns the word with its tone, or without it when the word cannot carry a tone."""
    return with_tone(bare, tone) or bare
