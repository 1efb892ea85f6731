"""Pages as a PDF, with their letters in it as letters."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.folders import Folders
from kiosk.handout.artist import Artist, PhoneOf
from kiosk.handout.pieces import Pages
from kiosk.handout.ruler import DPI, TextRuler

CREATOR = "tutorial-kiosk"


def pdf_of(
    pages: Pages, title: str, ruler: TextRuler, folders: Folders, phone_of: PhoneOf
) -> bytes:
    """The pages drawn; on a roll there is one page, in black alone."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    writer.setPageLayout(_layout(pages))
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    artist = Artist(painter, ruler, folders, phone_of, black=pages.black_only)
    for at, page in enumerate(pages.pages):
        if at:
            writer.newPage()
        for placed in page:
            artist.draw(placed)
    painter.end()
    return bytes(buffer.data().data())


def _layout(pages: Pages) -> QPageLayout:
    size = QPageSize(
        QSizeF(pages.width_mm, pages.height_mm),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    none = QMarginsF(0, 0, 0, 0)
    return QPageLayout(
        size, QPageLayout.Orientation.Portrait, none, QPageLayout.Unit.Millimeter, none
    )
