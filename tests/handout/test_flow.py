"""Blocks flow down columns and from page to page; none is lost, cut or laid upon another."""

from geometry import outside, overlaps
from hypothesis import given
from hypothesis import strategies as st

from kiosk.handout.flow import Flow, Parts
from kiosk.handout.paper import FOOT_MM, Form
from kiosk.handout.pieces import NOTHING, Icon, Line, one

FORM = Form(210, 297, 10, columns=2)
HIGHEST_MM = 297 - 20 - FOOT_MM - 10
heights = st.lists(st.floats(5, HIGHEST_MM - 10), max_size=20)
wide = st.lists(st.floats(5, 120), max_size=4)


def block(name, width_mm, height_mm):
    return one(Icon(name), 0, 0, width_mm, height_mm)


def laid(head, flowing, tail):
    wide_of = [block(f"head{at}", FORM.inner_mm, high) for at, high in enumerate(head)]
    narrow = [block(f"step{at}", FORM.column_mm, high) for at, high in enumerate(flowing)]
    last = [block(f"tail{at}", FORM.inner_mm, high) for at, high in enumerate(tail)]
    running = block("running", FORM.inner_mm, 5)
    pages = Flow(FORM, 4, Parts(wide_of, narrow, last, running)).lay()
    wanted = [placed.piece.name for part in (wide_of, narrow, last) for placed in names(part)]
    return pages, wanted


def names(blocks):
    return [placed for each in blocks for placed in each.pieces]


@given(wide, heights, wide)
def test_everything_is_there_once_in_its_order_and_whole(head, flowing, tail):
    pages, wanted = laid(head, flowing, tail)
    pieces = [placed for page in pages.pages for placed in page]
    found = [each.piece.name for each in pieces if not isinstance(each.piece, Line)]
    assert [name for name in found if name != "running"] == wanted
    assert found.count("running") == len(pages.pages) - 1
    assert outside(pages, FORM.margin_mm) == []
    assert overlaps(pages) == []


def test_columns_end_as_evenly_as_they_can():
    pages, _ = laid([], [50] * 4, [])
    (page,) = pages.pages
    columns = [each.x_mm for each in page if not isinstance(each.piece, Line)]
    assert columns == [10, 10, columns[-1], columns[-1]]
    assert columns[-1] > FORM.width_mm / 2


def test_a_heading_goes_to_the_next_page_with_what_it_heads():
    pages, _ = laid([120, 110, 10], [80, 80], [])
    assert [len(page) for page in pages.pages] == [2, 1 + 1 + 2 + 1]


def test_a_roll_is_as_long_as_what_stands_on_it():
    roll = Form(80, float("inf"), 4)
    parts = Parts([NOTHING], [block("a", 72, 500), block("b", 72, 900)], [])
    pages = Flow(roll, 4, parts).lay()
    assert len(pages.pages) == 1
    assert pages.height_mm == 4 + 500 + 4 + 900 + 4
