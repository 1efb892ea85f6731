"""The drawings use only what Qt's SVG renderer supports, and follow one style."""

from pathlib import Path
from statistics import mean
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

pytestmark = pytest.mark.usefixtures("qapp")  # without it Qt crashes on a drawing with text

MEDIA = Path(__file__).parents[2] / "media"
ICONS = sorted((MEDIA / "icons").glob("*.svg"))
PICTURES = sorted((MEDIA / "pictures").glob("*.svg"))
DRAWINGS = [*ICONS, *PICTURES]

SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect"}
GEOMETRY = {"viewBox", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "transform"}
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
LIGHT = {"#FFF6E6", "#FFFFFF", "#BFD8C9", "#FBE3A6", "#CFE3EA", "#E8B58A"}
STRONG = {"#2A1A12", "#0B5345", "#A61C22", "#F2B233", "#C77B4A"}
MAKES = ("phone-android", "phone-iphone", "phone-oppo-vivo-xiaomi", "phone-samsung")
SPECIAL_VIEW_BOXES = {
    "finger": "0 0 120 150",
    "brocade": "0 0 96 48",
    **dict.fromkeys(MAKES, "110 0 180 320"),
}


def elements_of(drawing: Path):
    return list(ElementTree.parse(drawing).iter())


def colours_of(drawing: Path):
    return {e.get(a) for e in elements_of(drawing) for a in ("fill", "stroke")} - {None}


def view_box_of(drawing: Path):
    return elements_of(drawing)[0].get("viewBox")


def painted(drawing: Path, *, scale: int = 4) -> QImage:
    """The drawing in black on transparent, `scale` pixels to each unit of its view box."""
    source = drawing.read_text(encoding="utf-8").replace("currentColor", "#000000")
    renderer = QSvgRenderer(QByteArray(source.encode()))
    assert renderer.isValid()
    size = renderer.viewBox().size() * scale
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def painted_pixels(image: QImage):
    """The coordinates of the pixels that are more than half covered, row by row from the top."""
    return [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > 127
    ]


def named(drawings):
    return pytest.mark.parametrize("drawing", drawings, ids=lambda drawing: drawing.stem)


@named(DRAWINGS)
def test_uses_only_plain_shapes(drawing):
    elements = elements_of(drawing)

    assert {e.tag.removeprefix("{http://www.w3.org/2000/svg}") for e in elements} <= SHAPES
    assert {name for e in elements for name in e.attrib} <= GEOMETRY | PAINT
    assert not "".join(elements[0].itertext()).strip()


@named(DRAWINGS)
def test_is_small(drawing):
    assert drawing.stat().st_size < 6 * 1024


@named(ICONS)
def test_icon_takes_the_colour_of_its_text(drawing):
    assert colours_of(drawing) <= {"none", "currentColor"}
    assert "currentColor" in colours_of(drawing)
    assert view_box_of(drawing) == "0 0 48 48"


@named(ICONS)
def test_icon_fills_its_box_and_keeps_a_margin(drawing):
    pixels = painted_pixels(painted(drawing, scale=2))
    xs = [x / 2 for x, _ in pixels]
    ys = [y / 2 for _, y in pixels]

    assert min(*xs, *ys) >= 3
    assert max(*xs, *ys) <= 45
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 34


@named(PICTURES)
def test_picture_keeps_to_the_palette(drawing):
    assert colours_of(drawing) <= LIGHT | STRONG | {"none"}
    assert view_box_of(drawing) == SPECIAL_VIEW_BOXES.get(drawing.stem, "0 0 400 320")


@named(PICTURES)
def test_picture_can_be_painted(drawing):
    image = painted(drawing, scale=1)

    assert len(painted_pixels(image)) > 0.1 * image.width() * image.height()


def test_the_finger_touches_with_its_tip():
    scale = 4
    pixels = painted_pixels(painted(MEDIA / "pictures" / "finger.svg", scale=scale))
    top = pixels[0][1]
    middle = mean(x for x, y in pixels if y == top)

    assert (middle / scale, top / scale) == pytest.approx((38, 8), abs=0.5)


def test_brocade_repeats_without_a_seam():
    image = painted(MEDIA / "pictures" / "brocade.svg")
    rows = range(image.height())
    left = [image.pixelColor(0, y) for y in rows]
    right = [image.pixelColor(image.width() - 1, y) for y in rows]

    assert [c.lightness() for c in left] == pytest.approx([c.lightness() for c in right], abs=16)
    assert {c.alpha() for c in left + right} == {255}
