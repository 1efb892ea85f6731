"""The sequence of keys that types a text, with a separate key for every tone."""

import unicodedata

from kiosk.keyboard.graphemes import graphemes
from kiosk.keyboard.syllable import TONES, split_tone

_NAMES = {mark: name for name, mark in TONES.items()}


def strokes(text: str) -> tuple[tuple[str, str], ...]:
    """Returns each key and the text after it: ("o", "o"), ("sac", "ó")."""
    done: list[tuple[str, str]] = []
    written = ""
    for letter in graphemes(text):
        bare, tone = split_tone(letter)
        done.append((bare, written + bare))
        if tone:
            done.append((_NAMES[tone], unicodedata.normalize("NFC", written + bare + tone)))
        written += letter
    return tuple(done)
