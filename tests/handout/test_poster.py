"""The poster of all lessons, and the cards."""

import pytest
import zxingcpp
from geometry import outside, overlaps
from paperwork import LESSONS, SETTINGS, Paperwork, plain

from kiosk.handout.pieces import Code, Line
from kiosk.handout.poster import (
    CARD_HEIGHT_MM,
    CARDS,
    WALLS,
    Lessons,
    Wall,
    card_pages,
    poster_pages,
)
from kiosk.handout.ruler import TextRuler
from kiosk.ui.fonts import find_letters

HEADS = [lesson.head for lesson in LESSONS]
DPI = 100


@pytest.fixture(scope="module")
def papers(shop, tmp_path_factory):
    folder = tmp_path_factory.mktemp("poster")
    made = {
        "a3": (shop.poster(HEADS, Wall.A3), WALLS[Wall.A3][0].form),
        "a4": (shop.poster(HEADS, Wall.A4), WALLS[Wall.A4][0].form),
        "cards": (shop.cards(HEADS), CARDS.form),
    }
    for name, (done, _) in made.items():
        (folder / f"{name}.pdf").write_bytes(done.pdf)
    return {
        name: (Paperwork(done, folder / f"{name}.pdf"), form) for name, (done, form) in made.items()
    }


every_paper = pytest.mark.parametrize("name", ["a3", "a4", "cards"])


@every_paper
def test_every_lesson_is_there_with_its_number_and_a_code_that_a_scanner_reads(papers, name):
    paper, _ = papers[name]
    for head in HEADS:
        assert plain(head.title) in paper.text
        assert str(head.number) in paper.text
    assert plain(SETTINGS.centre.name) in paper.text
    read = []
    for number, page in enumerate(paper.pages.pages, start=1):
        picture = paper.picture(number, DPI)
        for placed in (each for each in page if isinstance(each.piece, Code)):
            sides = (placed.x_mm, placed.y_mm, placed.right_mm, placed.bottom_mm)
            (code,) = zxingcpp.read_barcodes(picture.crop([s * DPI / 25.4 for s in sides]))
            read.append(code.text)
    assert read == [f"KIOSK:{head.number}" for head in HEADS]


@every_paper
def test_nothing_is_cut_off_and_its_letters_come_with_it(papers, name):
    paper, form = papers[name]
    assert outside(paper.pages, form.margin_mm) == []
    assert overlaps(paper.pages) == []
    assert all(line.split()[-5] == "yes" for line in paper.fonts)


def test_the_poster_of_the_shipped_lessons_is_one_sheet(papers):
    assert [len(papers[name][0].pages.pages) for name in ("a3", "a4")] == [1, 1]


@pytest.mark.parametrize("wall", Wall)
@pytest.mark.parametrize("count", [1, 7, 60])
def test_few_lessons_and_many_find_their_place(qapp, wall, count):
    heads = [
        HEADS[at % len(HEADS)].model_copy(update={"number": 99900 + at}) for at in range(count)
    ]
    ruler = TextRuler(find_letters().family)
    pages = poster_pages(Lessons(heads, "Trung tâm xã Mẫu"), wall, ruler)
    codes = [placed for page in pages.pages for placed in page if isinstance(placed.piece, Code)]
    assert len(codes) == count
    assert outside(pages, WALLS[wall][0].form.margin_mm) == []
    assert overlaps(pages) == []


def test_the_longest_title_keeps_within_its_card(qapp):
    long = HEADS[0].model_copy(update={"title": "Xin giấy xác nhận tình trạng hôn nhân " * 2})
    pages = card_pages(Lessons([long], "Trung tâm"), TextRuler(find_letters().family))
    assert overlaps(pages) == []
    lowest_mm = max(each.bottom_mm for each in pages.pages[0] if not isinstance(each.piece, Line))
    assert lowest_mm <= CARDS.form.margin_mm + CARD_HEIGHT_MM


def test_a_centre_with_a_page_of_its_own_says_how_it_is_opened():
    lessons = Lessons(HEADS, "Trung tâm", "https://xa-mau.example/{number}")
    assert lessons.code(HEADS[0]) == f"https://xa-mau.example/{HEADS[0].number}"
    assert lessons.how != Lessons(HEADS, "Trung tâm").how
