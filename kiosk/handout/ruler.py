"""How much room letters take, and where their lines break."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from kiosk.handout.pieces import Letters

DPI = 1440
PX_PER_MM = DPI / 25.4
PX_PER_PT = DPI / 72
PITCH = 1.34
"""The height of a line by that of its letters: marks above capitals and below letters have room."""
BASELINE = 1.0
"""How far below its top a line's letters stand, by the height of the letters."""


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
        return font

    def height_mm(self, text: str, letters: Letters, width_mm: float) -> float:
        """How high a text is that is broken at a width."""
        return self.lines(text, letters, width_mm).lineCount() * self.pitch_px(letters) / PX_PER_MM

    def width_mm(self, text: str, letters: Letters) -> float:
        """How wide a text is in one line."""
        return QFontMetricsF(self.font(letters)).horizontalAdvance(unbroken(text)) / PX_PER_MM

    def pitch_px(self, letters: Letters) -> float:
        """From one line to the next."""
        return letters.size_pt * PX_PER_PT * PITCH

    def lines(self, text: str, letters: Letters, width_mm: float) -> QTextLayout:
        """The text in lines, in their places."""
        layout = QTextLayout(unbroken(text), self.font(letters))
        option = QTextOption(
            Qt.AlignmentFlag.AlignHCenter if letters.centred else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        baseline_px = letters.size_pt * PX_PER_PT * BASELINE
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width_mm * PX_PER_MM)
            top_px = count * self.pitch_px(letters) + baseline_px - line.ascent()
            line.setPosition(QPointF(0, top_px))
            count += 1
        layout.endLayout()
        return layout


def unbroken(text: str) -> str:
    """The same words, never broken at a hyphen."""
    return text.replace("-", "\N{NON-BREAKING HYPHEN}")
