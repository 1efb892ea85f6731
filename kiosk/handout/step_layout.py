"""Where everything stands in one step of the sheet."""

from collections.abc import Iterator

from kiosk.handout.content import Sheet, SheetStep, Words
from kiosk.handout.pieces import (
    NOTHING,
    Block,
    Code,
    Letters,
    Phone,
    Picture,
    framed,
    one,
    stack,
    upon,
)
from kiosk.handout.setter import Setter

PHONE_SHAPE = 124 / 88
"""The height of a phone's picture by its width."""
PICTURE_SHARE = 0.62
"""The width of a drawing by that of a phone."""
BESIDE_MM = 3.5
NARROWEST_MM = 30
"""Words in a narrower column are hard to read."""
CODE_MM = 34
NOTE_PT = 17


def step_block(step: SheetStep, sheet: Sheet, setter: Setter) -> Block:
    """Number, picture, words, and what is to be ticked, copied or scanned."""
    width_mm = setter.form.column_mm
    seen = _seen(step, sheet, setter)
    shown_mm = seen.pieces[0].width_mm if seen.pieces else 0.0
    extras = tuple(_extras(step, setter, width_mm))
    told = setter.badged(step.number, step.words, width_mm)
    if not seen.pieces:
        return stack((told, *extras), 2)
    middle = seen.moved((width_mm - shown_mm) / 2, 0)
    above = stack((told, middle), 2)
    beside = _beside(step, seen, shown_mm, setter)
    rest_mm = setter.form.column_mm - shown_mm - BESIDE_MM
    narrow = rest_mm < NARROWEST_MM or setter.is_broken(step.words, rest_mm)
    lower = above if narrow or beside.height_mm > above.height_mm else beside
    return stack((lower, *extras), 2)


def _beside(step: SheetStep, seen: Block, shown_mm: float, setter: Setter) -> Block:
    """Number and words at the right of what is seen."""
    left_mm = shown_mm + BESIDE_MM
    width_mm = setter.form.column_mm - left_mm
    words = setter.badged(step.number, step.words, width_mm, hanging=False)
    return upon(seen, words.moved(left_mm, 0))


def _seen(step: SheetStep, sheet: Sheet, setter: Setter) -> Block:
    """The phone, or the drawing; a receipt's printer has only black, and no drawing bears that."""
    phone_mm = setter.sizes.phone_mm
    if step.phone:
        piece = Phone(step.phone, sheet.lesson_folder)
        return one(piece, 0, 0, phone_mm, phone_mm * PHONE_SHAPE)
    if step.picture and not setter.form.black_only:
        side_mm = phone_mm * PICTURE_SHARE
        return one(Picture(step.picture, sheet.lesson_folder), 0, 0, side_mm, side_mm)
    return NOTHING


def _extras(step: SheetStep, setter: Setter, width_mm: float) -> Iterator[Block]:
    yield from (setter.ticked(each, width_mm) for each in step.ticks)
    if step.note:
        rows = [_note_row(label, value, setter, width_mm - 6) for label, value in step.note]
        yield framed(stack(rows, 1), width_mm, 3)
    if step.code:
        yield one(Code(step.code), (width_mm - CODE_MM) / 2, 0, CODE_MM, CODE_MM)


def _note_row(label: Words, value: str, setter: Setter, width_mm: float) -> Block:
    letters = Letters(max(NOTE_PT, setter.sizes.body_pt), bold=True)
    return stack((setter.small(label, width_mm), setter.text(value, letters, width_mm)), 0)
