"""Draws what lies on paper."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from kiosk.folders import Folders
from kiosk.handout.pieces import (
    Badge,
    Band,
    Code,
    Frame,
    Icon,
    Ink,
    Letters,
    Line,
    Phone,
    Picture,
    Placed,
    Text,
    Tick,
)
from kiosk.handout.ruler import PX_PER_MM, TextRuler
from kiosk.qr.code import modules_of
from kiosk.ui.drawings import QUIET_MODULES, picture_file

COLOURS: Mapping[Ink, str] = {
    Ink.INK: "#2A1A12",
    Ink.FAINT: "#5A4334",
    Ink.LEAD: "#0B5345",
    Ink.HAIR: "#C9AE86",
    Ink.PAPER: "#FFFFFF",
}
BLACK: Mapping[Ink, str] = {ink: "#FFFFFF" if ink is Ink.PAPER else "#000000" for ink in Ink}
LIGHTEST_BLACK = 0.72
"""On a receipt, what is darker than this share of white becomes black."""


DIGIT_SHARE = {1: 0.86, 2: 0.74, 3: 0.55}
"""How large the digits of a badge are beside its line's letters, by their number."""

PhoneOf = Callable[[Phone], QImage]


class Artist:
    """Draws pieces with a painter whose unit is a millimetre."""

    def __init__(
        self,
        painter: QPainter,
        ruler: TextRuler,
        folders: Folders,
        phone_of: PhoneOf,
        *,
        black: bool,
    ) -> None:
        self._painter = painter
        self._ruler = ruler
        self._folders = folders
        self._phone_of = phone_of
        self._colours = BLACK if black else COLOURS
        self._black = black

    def draw(self, placed: Placed) -> None:
        """One piece in its place."""
        place = QRectF(
            placed.x_mm * PX_PER_MM,
            placed.y_mm * PX_PER_MM,
            placed.width_mm * PX_PER_MM,
            placed.height_mm * PX_PER_MM,
        )
        match placed.piece:
            case Text() as text:
                self._text(text, place)
            case Phone() as phone:
                self._phone(phone, place)
            case Picture() as picture:
                self._picture(picture, place)
            case Code() as code:
                self._code(code, place)
            case small:
                self._draw_small(small, place)

    def _draw_small(self, piece: Icon | Badge | Tick | Band | Line | Frame, place: QRectF) -> None:
        match piece:
            case Icon():
                self._icon(piece, place)
            case Badge():
                self._badge(piece, place)
            case Tick():
                self._tick(place)
            case Band():
                self._band(place)
            case Line():
                self._line(piece, place)
            case Frame():
                self._frame(piece, place)
            case _:
                assert_never(piece)

    def _colour(self, ink: Ink) -> QColor:
        return QColor(self._colours[ink])

    def _pen(self, ink: Ink, width_mm: float) -> QPen:
        return QPen(self._colour(ink), width_mm * PX_PER_MM)

    def _text(self, piece: Text, place: QRectF) -> None:
        self._painter.setPen(self._colour(piece.letters.ink))
        lines = self._ruler.lines(piece, place.width() / PX_PER_MM)
        lines.draw(self._painter, place.topLeft())

    def _phone(self, piece: Phone, place: QRectF) -> None:
        image = self._phone_of(piece)
        if self._black:
            image = in_black(image)
        self._painter.drawImage(place, image)

    def _picture(self, piece: Picture, place: QRectF) -> None:
        path = picture_file(piece.name, self._folders.pictures, Path(piece.lesson_folder))
        if path is None:
            return
        if path.suffix == ".svg":
            self._svg(path.read_bytes(), place)
        else:
            image = QImage(str(path))
            size = image.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            self._painter.drawImage(_centred(QSizeF(size), place), image)

    def _icon(self, piece: Icon, place: QRectF) -> None:
        path = self._folders.icons / f"{piece.name}.svg"
        drawing = path.read_text("utf-8").replace("currentColor", self._colour(piece.ink).name())
        self._svg(drawing.encode(), place)

    def _svg(self, drawing: bytes, place: QRectF) -> None:
        renderer = QSvgRenderer(QByteArray(drawing))
        size = renderer.viewBoxF().size()
        size.scale(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(self._painter, _centred(size, place))

    def _code(self, piece: Code, place: QRectF) -> None:
        """Whole dots for each module, and one more, so that no light shows between two of them."""
        modules = modules_of(piece.payload)
        side = int(place.width() / (len(modules) + 2 * QUIET_MODULES))
        left = round(place.center().x() - side * len(modules) / 2)
        top = round(place.center().y() - side * len(modules) / 2)
        for row, line in enumerate(modules):
            for column, dark in enumerate(line):
                if dark:
                    x, y = left + column * side, top + row * side
                    self._painter.fillRect(x, y, side + 1, side + 1, Qt.GlobalColor.black)

    def _badge(self, piece: Badge, place: QRectF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(Ink.LEAD))
        self._painter.drawEllipse(place)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._colour(Ink.PAPER))
        self._painter.setFont(
            self._ruler.font(
                Letters(piece.size_pt * DIGIT_SHARE[len(str(piece.number))], bold=True)
            )
        )
        self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(piece.number))

    def _tick(self, place: QRectF) -> None:
        self._painter.setPen(self._pen(Ink.INK, 0.5))
        self._painter.drawRect(place)

    def _band(self, place: QRectF) -> None:
        if self._black:
            self._lozenges(place)
            return
        tile = QSvgRenderer(str(self._folders.pictures / "brocade.svg"))
        shape = tile.viewBoxF().size()
        count = max(1, round(place.width() / (place.height() * shape.width() / shape.height())))
        width = place.width() / count
        for at in range(count):
            tile.render(
                self._painter, QRectF(place.left() + at * width, place.top(), width, place.height())
            )

    def _lozenges(self, place: QRectF) -> None:
        """The band where there is no colour: every second lozenge is filled."""
        count = round(place.width() / (place.height() * 1.4))
        width, middle = place.width() / count, place.center().y()
        self._painter.setPen(self._pen(Ink.INK, 0.4))
        for at in range(count):
            left = place.left() + at * width
            lozenge = QPolygonF(
                [
                    QPointF(left, middle),
                    QPointF(left + width / 2, place.top()),
                    QPointF(left + width, middle),
                    QPointF(left + width / 2, place.bottom()),
                ]
            )
            self._painter.setBrush(self._colour(Ink.PAPER if at % 2 else Ink.INK))
            self._painter.drawPolygon(lozenge)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _line(self, piece: Line, place: QRectF) -> None:
        upright = place.height() > place.width()
        thickness = min(place.width(), place.height())
        pen = QPen(self._colour(Ink.FAINT if piece.dotted else Ink.HAIR), thickness)
        if piece.dotted:
            pen.setDashPattern([1.5, 3])
        self._painter.setPen(pen)
        middle = place.center()
        if upright:
            self._painter.drawLine(
                QPointF(middle.x(), place.top()), QPointF(middle.x(), place.bottom())
            )
        else:
            self._painter.drawLine(
                QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y())
            )

    def _frame(self, piece: Frame, place: QRectF) -> None:
        pen = self._pen(piece.ink, 0.5)
        half = pen.widthF() / 2
        self._painter.setPen(pen)
        radius = 3 * PX_PER_MM
        self._painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)


def _centred(size: QSizeF, place: QRectF) -> QRectF:
    rest = place.size() - size
    return QRectF(place.topLeft() + QPointF(rest.width() / 2, rest.height() / 2), size)


def in_black(image: QImage) -> QImage:
    """The picture in black on white, without grey: what is not light is black."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    table = bytes(0 if level < 255 * LIGHTEST_BLACK else 255 for level in range(256))
    data = bytes(grey.constBits()).translate(table)
    size = (grey.width(), grey.height(), grey.bytesPerLine())
    return QImage(data, *size, QImage.Format.Format_Grayscale8).copy()
