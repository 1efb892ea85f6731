"""Every question of every lesson in larger text: no smaller sentence, and no smaller phone."""

from dataclasses import replace

import findings
import pytest
from audits import OLD, WIDE, Sort
from phone_findings import small_phone
from places import Place, places, show
from sight import Sight, ancestors

from kiosk.domain.settings import TextSize
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.library.library import load_library
from kiosk.steps import kind_of
from kiosk.steps.spot.step import PART
from kiosk.ui.background.gc_tuning import release_memory

QUESTIONS = ("ask", "call", "message", "spot", "scan", "order")
CHECKS = (findings.small_targets, findings.lost_words, small_phone)
SORTS = (WIDE, OLD, Sort(1080, 1920, 21.5))


@pytest.fixture(scope="module")
def questions() -> list[Place]:
    lessons = load_library(Folders(home=CHECKOUT)).lessons.values()
    return [
        place
        for lesson in lessons
        for place in places(lesson)
        if place.run.way is Way.TOGETHER
        and place.name.endswith("first")
        and kind_of(place.run.step) in QUESTIONS
    ]


def sentence_px(on: HeadlessKiosk) -> int:
    """The size of the letters of the step's sentence, in pixels; 0 where none is shown."""
    sentence = on.driver.find("line")
    texts = sentence.childItems() if sentence else ()
    return next(
        (each.property("font").pixelSize() for each in texts if each.inherits("QQuickTextEdit")), 0
    )


@pytest.mark.parametrize("sort", SORTS, ids=str)
def test_the_sentence_is_as_large_as_in_the_normal_text(sort, headless_of, settings, questions):
    usual_px: dict[str, int] = {}
    told = []
    for size in (TextSize.NORMAL, TextSize.LARGEST):
        of = replace(sort, text_size=size).settings(settings)
        on = headless_of(of=of, width=sort.width, height=sort.height)
        on.journey.to_home("vi")
        for place in questions:
            show(on, place)
            if size is TextSize.NORMAL:
                usual_px[place.name] = sentence_px(on)
                continue
            if sentence_px(on) < usual_px[place.name]:
                told.append(f"{place.name}: {usual_px[place.name]} → {sentence_px(on)} pixels")
            sight = Sight(on, sort.px_per_mm)
            told += [
                f"{place.name}: {each}" for check in CHECKS for each in check(sight, str(size))
            ]
        release_memory()
    assert told == []


def test_a_piece_of_a_message_keeps_its_last_two_words_together(kiosk_at_home, questions):
    on = kiosk_at_home(OLD)
    apart, pieces = [], 0
    for place in (each for each in questions if kind_of(each.run.step) == "spot"):
        show(on, place)
        for item, _ in Sight(on, OLD.px_per_mm).visible:
            words = item.property("text")
            if item.inherits("QQuickText") and item.property("lineCount") > 1 and is_piece(item):
                pieces += 1
                apart += [] if words[words.rfind(" ") :].count("\u00a0") else [words]
    assert apart == []
    assert pieces > 0


def is_piece(item) -> bool:
    return any(above.objectName().startswith(PART) for above in ancestors(item))
