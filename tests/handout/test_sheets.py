"""Every sheet, read, measured and looked at."""

import pytest
import zxingcpp
from geometry import outside, overlaps, texts
from paperwork import LESSONS, SETTINGS, plain
from PIL import ImageDraw

from kiosk.domain.settings import Paper
from kiosk.folders import CHECKOUT
from kiosk.handout.content import no_other, sheet_of
from kiosk.handout.layout import pages_of
from kiosk.handout.paper import FORMS, LARGE_PRINT_PT
from kiosk.handout.pieces import Badge, Code, Frame, Phone
from kiosk.handout.ruler import PX_PER_MM, TextRuler
from kiosk.i18n.catalogue import read_catalogue
from kiosk.ui.fonts import find_letters

BY_ID = {lesson.id: lesson for lesson in LESSONS}
OTHERS = [
    ("noi-wifi", Paper.A5, "vi"),
    ("khai-sinh", Paper.A5, "en"),
    ("noi-wifi", Paper.RECEIPT, "vi"),
    ("mua-hang", Paper.A4, "en"),
]
ALL = [*((lesson.id, Paper.A4, "vi") for lesson in LESSONS), *OTHERS]
LOOKED_AT = [
    ("noi-wifi", Paper.A4, "vi"),
    ("mua-hang", Paper.A4, "en"),
    ("khai-sinh", Paper.A5, "en"),
    ("noi-wifi", Paper.RECEIPT, "vi"),
]
SURE_WHITE = 235
DPI = 100
ENGLISH = read_catalogue(CHECKOUT / "translations" / "en").text

every_sheet = pytest.mark.parametrize(("name", "paper", "language"), ALL)
some_sheets = pytest.mark.parametrize(("name", "paper", "language"), LOOKED_AT)


@pytest.fixture
def sheet(paperwork, name, paper, language):
    return paperwork(BY_ID[name], paper, language)


def sentences_of(sheet):
    """Everything that the content says is on the paper."""
    words = [sheet.title, sheet.goal, *sheet.remember]
    for fact in sheet.facts:
        words += [fact.label, *fact.values]
    for step in sheet.steps:
        words += [step.words, *step.ticks, *(label for label, _ in step.note)]
    texts = [text for each in words for text in (each.text, each.other) if text]
    values = [value for step in sheet.steps for _, value in step.note]
    return [*texts, *values, sheet.centre, sheet.hotline, str(sheet.number)]


@every_sheet
def test_every_sentence_can_be_read_in_letters_that_come_with_the_file(
    sheet, name, paper, language
):
    content = sheet_of(BY_ID[name], SETTINGS, ENGLISH if language == "en" else no_other)
    assert [text for text in sentences_of(content) if plain(text) not in sheet.text] == []
    assert sheet.fonts
    assert all(line.split()[-5] == "yes" for line in sheet.fonts), sheet.fonts


@every_sheet
def test_nothing_is_outside_the_margins_or_upon_something_else(sheet, name, paper, language):
    assert outside(sheet.pages, FORMS[paper].margin_mm) == []
    assert overlaps(sheet.pages) == []


@every_sheet
def test_no_word_is_broken_and_no_line_is_wider_than_its_place(sheet, name, paper, language):
    ruler = TextRuler(find_letters().family)
    for placed in texts(sheet.pages):
        layout = ruler.lines(placed.piece, placed.width_mm)
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        ends = [line.textStart() + line.textLength() for line in lines[:-1]]
        assert all(layout.text()[end - 1].isspace() for end in ends), placed
        widest_px = max(line.x() + line.naturalTextWidth() for line in lines)
        assert widest_px <= placed.width_mm * PX_PER_MM + 1, placed
        height_mm = ruler.height_mm(placed.piece, placed.width_mm)
        assert height_mm <= placed.height_mm + 0.01, placed


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_one_leaf_of_a4_is_enough_also_in_two_languages(qapp, paperwork, lesson):
    assert len(paperwork(lesson).pages.pages) <= 2
    ruler = TextRuler(find_letters().family)
    bilingual = pages_of(sheet_of(lesson, SETTINGS, ENGLISH), Paper.A4, ruler)
    assert len(bilingual.pages) <= 2
    assert outside(bilingual, FORMS[Paper.A4].margin_mm) == []
    assert overlaps(bilingual) == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_screen_of_the_steps_is_on_the_paper_in_their_order(paperwork, lesson):
    wanted = [step.phone for step in sheet_of(lesson, SETTINGS).steps if step.phone]
    pages = paperwork(lesson).pages.pages
    shown = [placed.piece.moment for page in pages for placed in page if is_phone(placed)]
    assert shown == wanted
    numbers = [placed.piece.number for page in pages for placed in page if is_badge(placed)]
    steps = len(sheet_of(lesson, SETTINGS).steps)
    assert numbers[:steps] == list(range(1, steps + 1))


def is_phone(placed):
    return isinstance(placed.piece, Phone)


def is_badge(placed):
    return isinstance(placed.piece, Badge)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_what_one_reads_is_in_large_print(paperwork, lesson):
    read = {step.words.text for step in sheet_of(lesson, SETTINGS).steps}
    found = [each for each in texts(paperwork(lesson).pages) if each.piece.text in read]
    assert len(found) >= len(read)
    assert min(each.piece.letters.size_pt for each in found) >= LARGE_PRINT_PT


@some_sheets
def test_there_is_ink_where_it_was_laid_and_nowhere_else(sheet, name, paper, language):
    for number, page in enumerate(sheet.pages.pages, start=1):
        picture = sheet.picture(number, DPI)
        assert len(page) > 3
        rubbed = picture.copy()
        pen = ImageDraw.Draw(rubbed)
        for placed in page:
            box = [
                side * DPI / 25.4
                for side in (placed.x_mm, placed.y_mm, placed.right_mm, placed.bottom_mm)
            ]
            grown = [box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1]
            if isinstance(placed.piece, Frame):
                pen.rounded_rectangle(grown, 14, outline="white", width=6)
            else:
                assert has_ink(picture.crop(tuple(map(round, box)))), placed
                pen.rectangle(grown, fill="white")
        assert not has_ink(rubbed), number


def has_ink(picture):
    return picture.convert("L").getextrema()[0] < SURE_WHITE


@some_sheets
def test_a_camera_reads_the_codes(sheet, name, paper, language):
    around_mm, read = 8, []
    for number, page in enumerate(sheet.pages.pages, start=1):
        for placed in (each for each in page if isinstance(each.piece, Code)):
            sides = (placed.x_mm - around_mm, placed.y_mm - around_mm)
            ends = (placed.right_mm + around_mm, placed.bottom_mm + around_mm)
            seen = sheet.picture(number, DPI).crop([s * DPI / 25.4 for s in (*sides, *ends)])
            (code,) = zxingcpp.read_barcodes(seen)
            assert code.text == placed.piece.payload
            read.append(code.text)
    assert read.count(f"KIOSK:{BY_ID[name].head.number}") == 1


@pytest.mark.parametrize("name", ["khai-sinh", "noi-wifi"])
def test_a_receipt_is_black_on_white(paperwork, name):
    sheet = paperwork(BY_ID[name], Paper.RECEIPT)
    assert (sheet.pages.width_mm, len(sheet.pages.pages)) == (80, 1)
    images = sheet.images()
    assert len(images) == len([each for each in sheet.pages.pages[0] if is_phone(each)])
    for image in images:
        assert set(image.get_flattened_data()) == {0, 255}
    page = sheet.picture(1, 203, "-aa", "no", "-aaVector", "no")
    pen = ImageDraw.Draw(page)
    for placed in filter(is_phone, sheet.pages.pages[0]):
        sides = (placed.x_mm, placed.y_mm, placed.right_mm, placed.bottom_mm)
        pen.rectangle([side * 203 / 25.4 for side in sides], fill="white")
    assert set(page.get_flattened_data()) == {(0, 0, 0), (255, 255, 255)}


def test_a_colour_printer_is_given_little_to_print(paperwork):
    for lesson in LESSONS[:6]:
        grey = paperwork(lesson).picture(1, 40).convert("L")
        inked = sum((255 - level) / 255 * count for level, count in enumerate(grey.histogram()))
        assert inked / (grey.width * grey.height) < 0.14, lesson.id
