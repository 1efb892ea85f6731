"""For each kind of step, in each way and state, the place with most text passes all checks."""

import findings
import pytest
from audits import VARIANTS, ScreenVariant
from phone_findings import mark_under_a_hand, small_labels
from step_states import fullest, show
from window_snapshot import WindowSnapshot

from kiosk.authoring.examples import example_file
from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.folders import Folders
from kiosk.steps import kind_of, step_kinds
from kiosk.ui.background.gc_tuning import release_memory

ON_THE_PHONE = (findings.cut_rings, findings.cut_apps, mark_under_a_hand)
MIN_INCHES = 21.5
"""Least diagonal for which the size of the phone's text is specified."""


@pytest.fixture(scope="module")
def fullest_states(library):
    lessons = list(library.values())
    taught = {kind_of(step) for lesson in lessons for step in lesson.steps}
    examples = [
        read_lesson(example_file(kind), media_in(Folders())).lesson
        for kind in step_kinds()
        if kind not in taught
    ]
    return fullest([*lessons, *examples])


def test_every_kind_is_among_them(fullest_states):
    assert {state.kind.split()[0] for state in fullest_states} == set(step_kinds())
    assert {state.kind.split()[1] for state in fullest_states} == {"first", "missed", "answered"}


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_what_is_shown_can_be_read_and_touched(
    variant: ScreenVariant, make_headless, settings, fullest_states
):
    headless = make_headless(
        of=variant.settings(settings), width=variant.width, height=variant.height
    )
    headless.journey.to_home("vi")
    messages = []
    labels = (small_labels,) if variant.diagonal_in >= MIN_INCHES else ()
    for state in fullest_states:
        show(headless, state)
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        for check in (*findings.ON_EVERY_SCREEN, *ON_THE_PHONE, *labels):
            messages += [f"{state.name}: {each}" for each in check(snapshot, variant.text_size)]
    release_memory()
    assert messages == []
