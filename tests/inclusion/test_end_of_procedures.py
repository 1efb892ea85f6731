"""The last page of a lesson is entirely visible, also in the largest text: facts, number, code."""

from dataclasses import replace

import findings
import pytest
from audits import LAPTOP, LARGEST, OLD, WIDE, ScreenVariant, home_with_lessons
from window_snapshot import WindowSnapshot

from kiosk.app import settings_of
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.headless.ui_driver import items_below
from kiosk.player.lesson_run import begin
from kiosk.player.visit import Page

VARIANTS = tuple(replace(variant, **LARGEST) for variant in (LAPTOP, OLD))
UPRIGHT = ScreenVariant(1080, 1920, 21.5)
MIN_FACT_MM = 5.2
"""How high the capitals of a fact are on an upright screen, which has the room."""
MIN_REMEMBERED_MM = 8.0
"""How high the capitals of what is to be remembered are there in the largest text."""
MAX_PAGES = 6


def come_to_the_end(headless, lesson):
    headless.kiosk.visit.open_lesson(lesson)
    last = begin(lesson, lesson.ways[-1])
    at = last.positions[-1]
    headless.kiosk.visit.lesson.moved.emit(replace(last, at=at, history=(at,), over=True))
    assert headless.journey.visit.page is Page.DONE
    headless.driver.wait_for_frame()


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_all_facts_of_a_procedure_are_seen_whole(variant, folders, qapp):
    amiss = []
    look = WindowConfig(variant.width, variant.height, motion=False)
    with offscreen(folders, variant.settings(settings_of(folders)), look, mute) as headless:
        library = headless.kiosk.lesson_store.library
        for name in (name for name, head in library.heads.items() if head.procedure):
            lesson = library.find(name)
            come_to_the_end(headless, lesson)
            seen = set()
            for page in range(MAX_PAGES):
                snapshot = WindowSnapshot(headless, variant.px_per_mm)
                seen |= {text.words for text in snapshot.texts}
                amiss += [
                    f"{name} {page}: {message}"
                    for check in findings.ON_EVERY_SCREEN
                    for message in check(snapshot, variant.text_size)
                ]
                if not headless.driver.is_seen("more-facts"):
                    break
                headless.driver.touch("more-facts")
                headless.driver.wait_for_frame()
            for text in (
                text for texts in lesson.head.procedure.facts().values() for text in texts
            ):
                assert any(text in words.replace("\u2011", "-") for words in seen), (name, text)
    assert not amiss


def test_all_facts_are_seen_at_once_on_an_upright_screen(folders, qapp):
    look = WindowConfig(UPRIGHT.width, UPRIGHT.height, motion=False)
    with offscreen(folders, UPRIGHT.settings(settings_of(folders)), look, mute) as headless:
        library = headless.kiosk.lesson_store.library
        for name in (name for name, head in library.heads.items() if head.procedure):
            lesson = library.find(name)
            come_to_the_end(headless, lesson)
            headless.driver.settle()
            assert not headless.driver.is_seen("more-facts"), name
            messages = [text for texts in lesson.head.procedure.facts().values() for text in texts]
            shown = WindowSnapshot(headless, UPRIGHT.px_per_mm).texts
            facts = [each for each in shown if any(text in each.words for text in messages)]
            assert min(each.cap_px for each in facts) > MIN_FACT_MM * UPRIGHT.px_per_mm, name


@pytest.mark.parametrize(
    ("variant", "most_hidden"),
    [(WIDE, 0), (OLD, 0), (replace(WIDE, **LARGEST), 0), (replace(OLD, **LARGEST), 4)],
    ids=str,
)
def test_in_landscape_few_procedures_have_facts_behind_a_touch(
    variant, most_hidden, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    hidden = []
    for lesson in (each for each in library.values() if each.head.procedure):
        come_to_the_end(headless, lesson)
        headless.driver.settle()
        if headless.driver.is_seen("more-facts"):
            hidden.append(lesson.id)
            continue
        told = [text for texts in lesson.head.procedure.facts().values() for text in texts]
        shown = [each.words for each in WindowSnapshot(headless, variant.px_per_mm).texts]
        assert [text for text in told if not any(text in words for words in shown)] == []
        below = items_below(headless.kiosk.window.contentItem())
        card = next(each for each in below if each.objectName() == "more-facts")
        spoken = card.property("spokenName")
        assert [text for text in told if text not in spoken] == []
    assert len(hidden) <= most_hidden, hidden


def test_the_name_of_a_fact_stands_once_above_its_rows(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    come_to_the_end(headless, library["tro-cap-huu-tri"])
    shown = [text.words for text in WindowSnapshot(headless, WIDE.px_per_mm).texts]
    assert shown.count("Mang theo") == 1


@pytest.mark.parametrize("variant", [replace(WIDE, **LARGEST), VARIANTS[1]], ids=str)
def test_what_is_to_be_remembered_is_in_letters_of_one_size(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    come_to_the_end(headless, library["noi-wifi"])
    texts = WindowSnapshot(headless, variant.px_per_mm).texts
    sizes = [text.cap_px for text in texts if text.words in library["noi-wifi"].head.remember]
    assert len(sizes) == 3
    assert len(set(sizes)) == 1


def test_the_title_has_one_line_on_an_upright_screen(kiosk_at_home, library):
    variant = replace(UPRIGHT, **LARGEST)
    headless = kiosk_at_home(variant)
    come_to_the_end(headless, library["lua-dao"])
    texts = WindowSnapshot(headless, variant.px_per_mm).texts
    title = next(each for each in texts if each.words == library["lua-dao"].head.title)
    assert title.item.property("lineCount") == 1


@pytest.mark.parametrize("name", ["lua-dao", "noi-wifi", "vneid-vi-giay-to", "tro-cap-huu-tri"])
def test_what_is_to_be_remembered_uses_the_room_of_an_upright_screen(name, kiosk_at_home, library):
    headless = kiosk_at_home(replace(UPRIGHT, **LARGEST))
    lesson = library[name]
    come_to_the_end(headless, lesson)
    headless.driver.settle()
    sight = WindowSnapshot(headless, UPRIGHT.px_per_mm)
    remember = {words.replace("-", "\u2011") for words in lesson.head.remember}
    sizes = [
        sight.mm(text.cap_px)
        for text in sight.texts
        if text.words.replace("-", "\u2011").replace("\xa0", " ") in remember
    ]
    assert len(sizes) == 3
    assert len(set(sizes)) == 1
    assert sizes[0] > MIN_REMEMBERED_MM
    assert [each for check in findings.ON_EVERY_SCREEN for each in check(sight, "largest")] == []


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_the_number_to_come_back_by_finds_room_beside_the_code(variant, folders, qapp, tmp_path):
    settings = variant.settings(settings_of(folders))
    paper = settings.handout.model_copy(update={"web_address": "https://xa-mau.example/hoc/"})
    settings = settings.model_copy(update={"handout": paper})
    look = WindowConfig(variant.width, variant.height, motion=False)
    folders = replace(folders, home=home_with_lessons(tmp_path))
    with offscreen(folders, settings, look, mute) as headless:
        come_to_the_end(headless, headless.kiosk.lesson_store.library.find("noi-wifi"))
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        amiss = [
            message
            for check in findings.ON_EVERY_SCREEN
            for message in check(snapshot, variant.text_size)
        ]
        number = headless.driver.item("come-back-number").property("text")
        assert number in {text.words for text in snapshot.texts}
    assert not amiss
