"""Every sentence of every language is drawn in one font, with its diacritics stacked."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout

from kiosk.domain import prompts
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.languages import find_languages
from kiosk.i18n.po import read_po
from kiosk.keyboard.graphemes import graphemes
from kiosk.library.library import load_library
from kiosk.ui.window.fonts import find_letters

TRANSLATIONS = CHECKOUT / "translations"
LANGUAGES = find_languages(TRANSLATIONS)
STACKED = ("ê̆", "ô̆", "ơ̆", "ư̆", "Ê̆", "Ô̆", "Ơ̆", "Ư̆")
PX = 200
"""Large enough that the gap between two diacritics is some pixels."""


def source_texts():
    lessons = load_library(Folders()).lessons.values()
    yield from (line.text for line in prompts.lines())
    for lesson in lessons:
        yield from (line.text for line in lesson.lines())
        yield from (label for step in lesson.steps for label in step.labels())


def texts_of(code):
    language = LANGUAGES[code]
    yield from filter(None, (language.name, language.greeting, language.invitation))
    yield from language.letters
    yield from (letter.upper() for letter in language.letters)
    yield from language.keys
    for path in (TRANSLATIONS / code).glob("*.po"):
        yield from (entry.msgstr for entry in read_po(path) if entry.msgstr)
    if code == "vi":
        yield from source_texts()


@pytest.fixture(scope="module")
def font(qapp):
    font = QFont(find_letters().family)
    font.setPixelSize(PX)
    return font


def runs(text, font):
    """The glyph runs of a text."""
    layout = QTextLayout(unicodedata.normalize("NFC", text), font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e7)
    layout.endLayout()
    return layout.glyphRuns()


def in_other_letters(text, font):
    """The fonts of a text other than the app's, and "missing" if a glyph is missing."""
    wanted = QFont(font).family()
    pieces = runs(text, font)
    strange = {run.rawFont().familyName() for run in pieces} - {wanted}
    return strange | {"missing" for run in pieces if 0 in run.glyphIndexes()}


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_sentence_is_drawn_in_the_apps_own_letters(code, font):
    signs = {sign for text in texts_of(code) for sign in graphemes(text) if sign.strip()}
    assert signs
    wrong = {sign: strange for sign in signs if (strange := in_other_letters(sign, font))}
    assert wrong == {}


def test_a_sign_of_another_font_is_found(font):
    assert in_other_letters("ဗ", font)


def rows_of_ink(text, font):
    """The rows of the drawn text that contain ink, from top to bottom."""
    image = QImage(PX * 3, PX * 3, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(PX, PX * 2), text)
    painter.end()
    return [y for y in range(image.height()) if min(image.constScanLine(y)) < 128]


def top_of_ink(text, font):
    return min(rows_of_ink(text, font))


@pytest.mark.parametrize("letter", STACKED)
def test_the_breve_stands_above_the_mark_below_it(letter, font):
    raised = top_of_ink(letter[0], font) - top_of_ink(letter, font)
    assert raised > PX * 0.06  # overlapping the circumflex it would hardly rise above it


@pytest.mark.parametrize("letter", ["ê̆", "ô̆", "Ê̆", "Ô̆"])
def test_between_roof_and_breve_there_is_paper(letter, font):
    rows = rows_of_ink(letter, font)
    gaps = sum(1 for above, below in pairwise(rows) if below - above > 1)
    bare = rows_of_ink(unicodedata.normalize("NFD", letter)[0], font)
    assert gaps >= 1
    assert len(rows) > len(bare)


@pytest.mark.parametrize("letter", STACKED)
def test_a_letter_with_two_marks_is_one_cluster_no_wider_than_the_letter(letter, font):
    pieces = runs(letter, font)
    assert len(pieces) == 1
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    bare = QTextLayout(letter[0], font)
    bare.beginLayout()
    bare_line = bare.createLine()
    bare.endLayout()
    assert line.naturalTextWidth() == pytest.approx(bare_line.naturalTextWidth(), abs=1)
    assert layout.nextCursorPosition(0) == len(letter)


def test_where_the_letters_come_from_is_a_font_that_stacks(font):
    assert Path(CHECKOUT, "NOTICE").read_text(encoding="utf-8").count(QFont(font).family())
