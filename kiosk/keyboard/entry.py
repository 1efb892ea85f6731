"""A text being edited: the parts before and after the cursor."""

import re
import unicodedata
from dataclasses import dataclass, replace

from kiosk.keyboard.graphemes import graphemes, without_last
from kiosk.keyboard.syllable import TONES, retoned, split_tone, with_tone
from kiosk.keyboard.telex import typed

_LAST_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """The text is always NFC, and the cursor is never inside a grapheme."""

    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        return self.before + self.after

    def written(self, sign: str, *, telex: bool = False) -> "Entry":
        """Returns the entry after a typed character, which with Telex may mark the last word."""
        head, word = self._last_word()
        if len(sign) == 1 and sign.isalpha():
            word = typed(word, sign) if telex else retoned(word + sign)
            return self._with_before(head + word)
        return self._with_before(self.before + sign)

    def toned(self, tone: str) -> "Entry":
        """Returns the entry with a tone on the last word; the same tone again removes it."""
        head, word = self._last_word()
        bare, had = split_tone(word)
        wanted = "" if had == TONES[tone] else TONES[tone]
        return self._with_before(head + (with_tone(bare, wanted) or word))

    def erased(self) -> "Entry":
        """Returns the entry without the grapheme before the cursor."""
        return replace(self, before=without_last(self.before))

    def erased_after(self) -> "Entry":
        """Returns the entry without the grapheme after the cursor."""
        return replace(self, after="".join(graphemes(self.after)[1:]))

    def moved(self, letters: int) -> "Entry":
        """Returns the entry with the cursor moved by this many graphemes."""
        all_letters = graphemes(self.text)
        at = len(graphemes(self.before)) + letters
        at = min(max(at, 0), len(all_letters))
        return Entry("".join(all_letters[:at]), "".join(all_letters[at:]))

    def moved_to(self, place: int) -> "Entry":
        """Returns the entry with the cursor at the grapheme nearest to an index in code points."""
        before = ""
        for letter in graphemes(self.text):
            if len(before) + len(letter) / 2 > place:
                break
            before += letter
        return Entry(before, self.text[len(before) :])

    def _last_word(self) -> tuple[str, str]:
        found = _LAST_WORD.search(self.before)
        start = found.start() if found else len(self.before)
        return self.before[:start], self.before[start:]

    def _with_before(self, before: str) -> "Entry":
        return replace(self, before=unicodedata.normalize("NFC", before))


EMPTY = Entry()


def entry_of(text: str) -> Entry:
    """Returns an entry for an existing text, with the cursor at its end."""
    return Entry(unicodedata.normalize("NFC", text))
