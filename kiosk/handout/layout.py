"""Where everything stands on the sheet of a lesson."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.domain.settings import Paper
from kiosk.handout import words
from kiosk.handout.content import Fact, Sheet
from kiosk.handout.flow import Flow, Parts, part_gap_mm
from kiosk.handout.paper import FORMS, TRIES
from kiosk.handout.pieces import (
    NOTHING,
    Band,
    Block,
    Code,
    Frame,
    Ink,
    Letters,
    Line,
    Measure,
    Pages,
    framed,
    one,
    stack,
    upon,
)
from kiosk.handout.setter import Setter
from kiosk.handout.step_layout import step_block

BAND_MM = 4.6
CODE_MM = 44
NUMBER_MM = 27
HAND_LINE_MM = 10
ICONS = {
    words.PAPERS: "document",
    words.FEE: "wallet",
    words.DAYS: "calendar",
    words.WHERE: "map",
    words.ADDRESS: "browser",
}


def pages_of(sheet: Sheet, paper: Paper, measure: Measure) -> Pages:
    """The sheet on that paper, as large as it can be on no more pages than wanted."""
    form = FORMS[paper]
    for most_pages, sizes in TRIES[paper]:
        setter = Setter(form, sizes, measure)
        pages = Flow(form, sizes.gap_mm, _parts(sheet, setter)).lay()
        if len(pages.pages) <= most_pages:
            break
    return _with_feet(pages, sheet, setter)


def _parts(sheet: Sheet, setter: Setter) -> Parts:
    width_mm = setter.form.inner_mm
    heading = setter.heading(sheet.wording(words.STEPS), width_mm)
    head = _roll_head(sheet, setter) if setter.form.is_roll else _head(sheet, setter)
    flowing = [step_block(step, sheet, setter) for step in sheet.steps]
    running = f"{sheet.wording(words.LESSON).text} {sheet.number} · {sheet.title.text}"
    letters = Letters(setter.sizes.small_pt, bold=True, ink=Ink.LEAD)
    return Parts(
        head=(head, *_facts(sheet, setter, head.height_mm), heading),
        flowing=flowing,
        tail=tuple(_tail(sheet, setter)),
        running_head=setter.text(running, letters, width_mm),
    )


def _head(sheet: Sheet, setter: Setter) -> Block:
    """The band, the number, what the lesson is for, and the code."""
    width_mm = setter.form.inner_mm
    top_mm = BAND_MM + 4
    narrow = width_mm < 150
    code_mm, number_mm = (32, 22) if narrow else (CODE_MM, NUMBER_MM)
    number = _number(sheet, setter, number_mm)
    code = _code(sheet, setter, code_mm)
    told_mm = width_mm - number_mm - code_mm - 10
    title = Letters(setter.sizes.title_pt, bold=True, ink=Ink.LEAD)
    goal = Letters(setter.sizes.heading_pt)
    told = stack(
        (setter.words(sheet.title, title, told_mm), setter.words(sheet.goal, goal, told_mm)), 2
    )
    return upon(
        one(Band(), 0, 0, width_mm, BAND_MM),
        number.moved(0, top_mm),
        told.moved(number_mm + 5, top_mm),
        code.moved(width_mm - code_mm, top_mm),
    )


def _roll_head(sheet: Sheet, setter: Setter) -> Block:
    """The same on a narrow roll, one under the other."""
    width_mm = setter.form.inner_mm
    title = Letters(setter.sizes.title_pt, bold=True, centred=True)
    goal = Letters(setter.sizes.body_pt, centred=True)
    number = _number(sheet, setter, NUMBER_MM)
    return stack(
        (
            one(Band(), 0, 0, width_mm, BAND_MM),
            number.moved((width_mm - NUMBER_MM) / 2, 0),
            setter.words(sheet.title, title, width_mm),
            setter.words(sheet.goal, goal, width_mm),
        ),
        3,
    )


def _number(sheet: Sheet, setter: Setter, side_mm: float) -> Block:
    """The lesson's number, as large as its place."""
    word = setter.small(sheet.wording(words.LESSON), side_mm, centred=True)
    digits = str(sheet.number)
    letters = setter.fitting(digits, Letters(44, bold=True, centred=True, digits=True), side_mm - 4)
    inside = stack((word, setter.text(digits, letters, side_mm)), 0.5).moved(0, 1)
    height_mm = inside.height_mm + 3
    return upon(one(Frame(Ink.LEAD), 0, 0, side_mm, height_mm), inside)


def _code(sheet: Sheet, setter: Setter, side_mm: float) -> Block:
    at_home = not sheet.code.startswith("KIOSK:")
    told = sheet.wording(words.SCAN_AT_HOME if at_home else words.SCAN_AT_KIOSK)
    shown_mm = min(side_mm, 32)
    code = one(Code(sheet.code), (side_mm - shown_mm) / 2, 0, shown_mm, shown_mm)
    return stack((code, setter.small(told, side_mm, centred=True)), 0)


def _facts(sheet: Sheet, setter: Setter, head_mm: float) -> Iterator[Block]:
    """What a procedure asks for, in one frame, or in several where the page has no room for it."""
    width_mm = setter.form.inner_mm
    rows = [_fact(fact, setter, width_mm - 8) for fact in sheet.facts]
    if not rows:
        return
    gap_mm = setter.sizes.gap_mm
    whole = framed(stack(rows, min(gap_mm, 2.5)), width_mm, 4, Ink.LEAD)
    if whole.height_mm + head_mm + part_gap_mm(gap_mm) <= setter.form.inner_height_mm:
        yield whole
    else:
        yield from (framed(row, width_mm, 4, Ink.LEAD) for row in rows)


def _fact(fact: Fact, setter: Setter, width_mm: float) -> Block:
    icon_mm = 6.5
    letters = Letters(setter.sizes.body_pt, bold=True, ink=Ink.LEAD)
    under = width_mm < 110
    label_mm = width_mm - icon_mm - 2 if under else 40
    named = setter.words(fact.label, letters, label_mm)
    name = setter.with_icon(ICONS[fact.label.text], named, icon_mm, letters)
    left_mm = 0 if under else label_mm + icon_mm + 4
    values = [
        setter.ticked(each, width_mm - left_mm)
        if fact.to_tick
        else setter.body(each, width_mm - left_mm)
        for each in fact.values
    ]
    told = stack(values, 1.5)
    return stack((name, told), 1) if under else upon(name, told.moved(left_mm, 0))


def _tail(sheet: Sheet, setter: Setter) -> Iterator[Block]:
    if sheet.remember:
        yield _remember(sheet, setter)
    if setter.form.is_roll:
        width_mm = setter.form.inner_mm
        yield _code(sheet, setter, width_mm)
    asked = _ask_at(sheet, setter) if sheet.hotline else NOTHING
    yield stack((asked, _by_hand(sheet, setter)), 2)
    if setter.form.is_roll:
        letters = Letters(setter.sizes.small_pt, centred=True)
        yield setter.text(_made_by(sheet), letters, setter.form.inner_mm)


def _remember(sheet: Sheet, setter: Setter) -> Block:
    width_mm = setter.form.inner_mm
    inner_mm = width_mm - 8
    heading = setter.heading(sheet.wording(words.REMEMBER), inner_mm)
    things = [
        setter.badged(at, thing, inner_mm, bold=True)
        for at, thing in enumerate(sheet.remember, start=1)
    ]
    return framed(stack((heading, *things), 2), width_mm, 4, Ink.LEAD)


def _by_hand(sheet: Sheet, setter: Setter) -> Block:
    """Room for staff to write."""
    width_mm = setter.form.inner_mm
    label = setter.small(sheet.wording(words.BY_HAND), width_mm)
    lines = [
        one(Line(dotted=True), 0, label.height_mm + HAND_LINE_MM * at - 1, width_mm, 0.4)
        for at in range(1, setter.sizes.hand_lines + 1)
    ]
    return upon(label, *lines)


def _ask_at(sheet: Sheet, setter: Setter) -> Block:
    usual = Letters(setter.sizes.heading_pt, bold=True)
    told = f"{sheet.wording(words.ASK_AT).text}: {sheet.hotline}"
    icon_mm = 7.0
    width_mm = setter.form.inner_mm - icon_mm - 2
    letters = setter.fitting(told, usual, width_mm)
    return setter.with_icon("call", setter.text(told, letters, width_mm), icon_mm, letters)


def _made_by(sheet: Sheet) -> str:
    """Whose sheet it is, and of which day its facts are."""
    day = sheet.checked
    checked = f"{sheet.wording(words.CHECKED).text} {day.day}/{day.month}/{day.year}" if day else ""
    return " · ".join(filter(None, (sheet.centre, checked)))


def _with_feet(pages: Pages, sheet: Sheet, setter: Setter) -> Pages:
    """The pages with a line at their foot: whose they are, and which of how many."""
    form = setter.form
    if form.is_roll:
        return pages
    count = len(pages.pages)
    footed = []
    for at, page in enumerate(pages.pages, start=1):
        which = f"{at}/{count}" if count > 1 else ""
        letters = Letters(setter.sizes.small_pt, ink=Ink.FAINT)
        which_mm = setter.measure.width_mm("9/9 ", letters)
        made_by, left_mm = _made_by(sheet), form.inner_mm - which_mm
        left = setter.text(made_by, setter.fitting(made_by, letters, left_mm), left_mm)
        right = setter.text(which, letters, which_mm).moved(form.inner_mm - which_mm, 0)
        top_mm = form.height_mm - form.margin_mm - left.height_mm
        footed.append((*page, *upon(left, right).moved(form.margin_mm, top_mm).pieces))
    return replace(pages, pages=footed)
