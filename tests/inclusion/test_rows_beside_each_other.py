"""A target on a page of the phone leaves room for the items around it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from audits import LARGEST, OLD, WIDE
from findings import called, slots_in
from step_states import StepState, show, step_states
from window_snapshot import WindowSnapshot, is_target, rectangle_of

from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below, qml_type_of

VARIANTS = (replace(WIDE, **LARGEST), replace(OLD, **LARGEST))
MOST = 0.52
"""Largest share of the height of the glass."""
MIN_PAGES = 100
IN_A_LIST = ("Row", "Button", "Checkbox", "Switch", "Network", "Inbox")
"""Prefixes of the names of elements that are stacked in a list."""


def pages(library) -> Iterator[StepState]:
    """One place for each page of the phone that has a target in a lesson."""
    seen = set()
    for lesson in library.values():
        for state in step_states(lesson):
            page = (lesson.id, state.run.step.screen)
            if state.run.way is Way.TOGETHER and state.kind == "tap first" and page not in seen:
                seen.add(page)
                yield state


def high_rows(snapshot: WindowSnapshot) -> Iterator[str]:
    """Rows and buttons in the phone's list that are higher than MOST of the glass."""
    for view, _ in snapshot.visible:
        if not view.inherits("QQuickFlickable") or not view.property("interactive"):
            continue
        glass = rectangle_of(view).height()
        for slot in slots_in(view):
            drawn = qml_type_of(slot.property("item"))
            if not drawn.startswith(IN_A_LIST):
                continue
            for item in filter(is_target, items_below(slot)):
                share = rectangle_of(item).height() / glass
                if share > MOST:
                    yield f"{called(item)} takes {share:.2f} of the glass"


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_what_is_touched_takes_half_the_glass_at_most(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    messages, shown = [], 0
    for state in pages(library):
        show(headless, state)
        messages += [
            f"{state.name}: {each}"
            for each in high_rows(WindowSnapshot(headless, variant.px_per_mm))
        ]
        shown += 1
    assert messages == []
    assert shown >= MIN_PAGES
