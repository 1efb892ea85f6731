"""The font: Andika, designed for new readers, or Noto Sans if Andika is missing."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

WANTED = "Andika"
MEASURED_PX = 1000


@dataclass(frozen=True, slots=True)
class Letters:
    """A font family and the height of its capitals."""

    family: str
    cap_ratio: float
    """The height of a capital letter as a fraction of the font's pixel size."""


def find_letters() -> Letters:
    """Returns the font family to use on this machine."""
    family = WANTED if QFontInfo(QFont(WANTED)).family() == WANTED else _bundled()
    font = QFont(family)
    font.setPixelSize(MEASURED_PX)
    return Letters(family, QFontMetricsF(font).capHeight() / MEASURED_PX)


def _bundled() -> str:
    import fontpkg_noto_sans as bundle  # noqa: PLC0415 - only where Andika is missing

    families = [
        family
        for path in sorted(bundle.ROOT.rglob("*.ttf"))
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(path))
        )
    ]
    return families[0] if families else WANTED
