"""Sets words and small things into blocks."""

from dataclasses import dataclass, replace

from kiosk.handout.content import Words
from kiosk.handout.paper import Form, Sizes
from kiosk.handout.pieces import (
    MM_PER_PT,
    NOTHING,
    Badge,
    Block,
    Icon,
    Ink,
    Letters,
    Measure,
    Text,
    Tick,
    one,
    stack,
    upon,
)

TICK_MM = 4.6
BADGE_SHARE = 1.3
"""How large a badge is beside the letters that follow it."""
WORDS_GAP_MM = 0.0


@dataclass(frozen=True, slots=True)
class Setter:
    """Knows the paper, the sizes, and how much room letters take."""

    form: Form
    sizes: Sizes
    measure: Measure

    def text(self, text: str, letters: Letters, width_mm: float, indent_mm: float = 0) -> Block:
        """Words in a width."""
        if not text:
            return NOTHING
        piece = Text(text, letters, indent_mm)
        return one(piece, 0, 0, width_mm, self.measure.height_mm(piece, width_mm))

    def words(self, words: Words, letters: Letters, width_mm: float, indent_mm: float = 0) -> Block:
        """Words, and beneath them those of the second language."""
        size_pt = min(letters.size_pt, max(self.sizes.other_pt, letters.size_pt * 0.6))
        second = Letters(size_pt, ink=Ink.FAINT, centred=letters.centred)
        both = (
            self.text(words.text, letters, width_mm, indent_mm),
            self.text(words.other, second, width_mm),
        )
        return stack(both, WORDS_GAP_MM)

    def body(self, words: Words, width_mm: float) -> Block:
        """Words in the usual size."""
        return self.words(words, Letters(self.sizes.body_pt), width_mm)

    def small(self, words: Words, width_mm: float, *, centred: bool = False) -> Block:
        """Words that help to find one's way."""
        letters = Letters(self.sizes.small_pt, ink=Ink.FAINT, centred=centred)
        both = " · ".join(filter(None, (words.text, words.other)))
        if self.measure.width_mm(both, letters) < width_mm * 0.9:
            return self.text(both, letters, width_mm)
        texts = (self.text(text, letters, width_mm) for text in (words.text, words.other))
        return stack(texts, WORDS_GAP_MM)

    def is_broken(self, words: Words, width_mm: float) -> bool:
        """Whether some word, an address perhaps, is wider than that."""
        letters = Letters(self.sizes.body_pt)
        parts = f"{words.text} {words.other}".split()
        return any(self.measure.width_mm(part, letters) > width_mm for part in parts)

    def heading(self, words: Words, width_mm: float) -> Block:
        """The words above a part of the sheet."""
        letters = Letters(self.sizes.heading_pt, bold=True, ink=Ink.LEAD)
        return self.text(" · ".join(filter(None, (words.text, words.other))), letters, width_mm)

    def badged(
        self,
        number: int,
        words: Words,
        width_mm: float,
        *,
        bold: bool = False,
        hanging: bool = True,
    ) -> Block:
        """A number on a disc, and words in the usual size: beside it, or beginning there."""
        letters = Letters(self.sizes.body_pt, bold=bold)
        side_mm = letters.size_pt * MM_PER_PT * BADGE_SHARE
        top_mm = letters.middle_mm - side_mm / 2
        badge = one(Badge(number, letters.size_pt), 0, top_mm, side_mm, side_mm)
        after_mm = side_mm + 2
        if hanging:
            return upon(badge, self.words(words, letters, width_mm - after_mm).moved(after_mm, 0))
        return upon(badge, self.words(words, letters, width_mm, after_mm))

    def ticked(self, words: Words, width_mm: float) -> Block:
        """A square to tick, and words."""
        beside_mm = TICK_MM + 2
        middle_mm = Letters(self.sizes.body_pt).middle_mm
        tick = one(Tick(), 0, middle_mm - TICK_MM / 2, TICK_MM, TICK_MM)
        return upon(tick, self.body(words, width_mm - beside_mm).moved(beside_mm, 0))

    def with_icon(self, name: str, block: Block, size_mm: float, letters: Letters) -> Block:
        """A small drawing before a block of these letters that was made as much narrower."""
        top_mm = max(0.0, letters.middle_mm - size_mm / 2)
        return upon(one(Icon(name), 0, top_mm, size_mm, size_mm), block.moved(size_mm + 2, 0))

    def fitting(self, text: str, letters: Letters, width_mm: float) -> Letters:
        """The same letters, smaller where the text would else be wider than that."""
        wide_mm = self.measure.width_mm(text, letters)
        return replace(letters, size_pt=letters.size_pt * min(1, 0.98 * width_mm / wide_mm))
