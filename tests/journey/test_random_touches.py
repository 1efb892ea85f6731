"""Random touches in every lesson: no error occurs, and no step speaks another step's text."""

import os
import random

import pytest
from fakes import FakeNarrator
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.sender import arrival_lines, introduction_lines, shade_lines
from kiosk.player.speech import lines_of
from kiosk.player.spoken_page import PageContent, options_of
from kiosk.player.visit import Page

LESSONS = sorted(load_library(Folders(home=CHECKOUT)).lessons)
ACTS = int(os.environ.get("KIOSK_RANDOM_ACTS", "100"))
"""Number for each lesson, in the real window; other tests try thousands on the core."""
LOOKS = 15
KEYS = [Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_A]


def act(headless, voice, dice):
    """Performs a random action."""
    window, chance = headless.kiosk.window, dice.random()
    if chance < 0.1:
        headless.kiosk.platform.clock.time_s += 1
        key = dice.choice(KEYS).value
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    elif chance < 0.2:
        voice.finish()
    elif chance < 0.45 and headless.journey.visit.page is Page.LESSON:
        expected = headless.journey.run.expected
        headless.driver.wait_for_frame()  # a person touches only what has been painted
        name = expected if headless.driver.is_seen(expected) else f"phone:{expected}"
        if headless.driver.is_seen(name):
            headless.driver.touch(name)
    else:
        side = (dice.randrange(window.width()), dice.randrange(window.height()))
        headless.driver.touch_at(QPoint(*side))


def wrongly_said(headless, voice):
    """The sentences being spoken that belong to another place."""
    visit = headless.journey.visit
    allowed = {line.text for line in lines_of(visit)} | {prompts.STILL_THERE.text}
    allowed |= {tile.title for tile in headless.kiosk.visit.home.tiles.rows}
    if visit.run:
        allowed |= {visit.run.line.text, visit.run.goal.text}
        for message in (introduction_lines, arrival_lines, shade_lines):
            allowed |= {line.text for line in message(visit.run)}
        note = headless.kiosk.visit.lesson.note.rows
        allowed |= {f"{row.label}: {row.value}" for row in note}
    allowed |= {line.text for line in prompts.lines()}
    allowed |= {line.text for line in options_of(visit, PageContent())}
    touched_words = {word for text in allowed for word in text.split()}
    return [text for _, text in voice.saying if text not in allowed | touched_words]


@pytest.mark.parametrize("lesson", LESSONS)
def test_random_touches_never_break_a_lesson_nor_mix_its_words(make_headless, lesson):
    voices = []
    only_vietnamese = {"languages": {"hidden": ["en"]}, "wifi": {"name": "Mang-Khach"}}
    headless = make_headless(
        width=1366,
        height=768,
        of=Settings.model_validate(only_vietnamese),
        narrator=lambda *given: voices.append(FakeNarrator(given[-1])) or voices[-1],
    )
    headless.journey.to_home("vi")
    headless.journey.to_lesson(lesson)
    dice = random.Random(lesson)
    for number in range(ACTS):
        if headless.journey.visit.page not in (Page.LESSON, Page.DONE):
            headless.kiosk.visit.open_lesson(headless.kiosk.lesson_store.find(lesson))
        act(headless, voices[-1], dice)
        visit = headless.journey.visit
        assert visit.page is not Page.STAFF
        assert headless.kiosk.visit.property("page") == visit.page.value
        assert wrongly_said(headless, voices[-1]) == [], visit
        nothing_lies_upon_it = headless.driver.is_seen("home")
        if number % LOOKS == 0 and nothing_lies_upon_it and visit.page is Page.LESSON:
            assert visit.run.newest_line.text in headless.driver.sentences()
