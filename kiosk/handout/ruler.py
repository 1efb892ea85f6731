"""How much room letters take, and where their lines break."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from kiosk.handout.pieces import MM_PER_PT, Letters, Text

DPI = 1440
PX_PER_MM = DPI / 25.4
PX_PER_PT = DPI / 72
PITCH = 1.36
"""From one line to the next, by the size of the letters."""


class TextRuler:
    """Measures letters of a family, and lays their lines out."""

    def __init__(self, family: str) -> None:
        self._family = family

    def font(self, letters: Letters) -> QFont:
        """The letters, for a page of `DPI`."""
        font = QFont(self._family)
        font.setPixelSize(round(letters.size_pt * PX_PER_PT))
        font.setBold(letters.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("liga"), 0)  # new readers know f and i, not both in one
        return font

    def height_mm(self, text: Text, width_mm: float) -> float:
        """How high a text is that is broken at a width."""
        letters, count = text.letters, self.lines(text, width_mm).lineCount()
        share = letters.above + (count - 1) * PITCH + letters.below
        return share * letters.size_pt * MM_PER_PT

    def width_mm(self, text: str, letters: Letters) -> float:
        """How wide a text is in one line."""
        return QFontMetricsF(self.font(letters)).horizontalAdvance(unbroken(text)) / PX_PER_MM

    def pitch_px(self, letters: Letters) -> float:
        """From one line to the next."""
        return letters.size_pt * PX_PER_PT * PITCH

    def lines(self, text: Text, width_mm: float) -> QTextLayout:
        """The text in lines, in their places."""
        letters = text.letters
        layout = QTextLayout(unbroken(text.text), self.font(letters))
        side = Qt.AlignmentFlag.AlignHCenter if letters.centred else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        baseline_px = letters.size_pt * PX_PER_PT * letters.above
        indent_px = text.indent_mm * PX_PER_MM
        while (line := layout.createLine()).isValid():
            left_px = 0 if line.lineNumber() else indent_px
            line.setLineWidth(width_mm * PX_PER_MM - left_px)
            top_px = line.lineNumber() * self.pitch_px(letters) + baseline_px - line.ascent()
            line.setPosition(QPointF(left_px, top_px))
        layout.endLayout()
        return layout


def unbroken(text: str) -> str:
    """The same words, never broken at a hyphen."""
    return text.replace("-", "\N{NON-BREAKING HYPHEN}")
