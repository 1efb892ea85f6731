"""Which keys write a given text, one after the other, with a key of its own for every mark."""

import unicodedata

from kiosk.keyboard.graphemes import graphemes
from kiosk.keyboard.syllable import TONES, split_tone

_NAMES = {mark: name for name, mark in TONES.items()}


def strokes(text: str) -> tuple[tuple[str, str], ...]:
    """Each key's sign or tone, and the text as it stands after it: ("o", "o"), ("sac", "ó")."""
    done: list[tuple[str, str]] = []
    written = ""
    for letter in graphemes(text):
        bare, tone = split_tone(letter)
        done.append((bare, written + bare))
        if tone:
            done.append((_NAMES[tone], unicodedata.normalize("NFC", written + bare + tone)))
        written += letter
    return tuple(done)
