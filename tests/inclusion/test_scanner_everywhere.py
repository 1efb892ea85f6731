"""A code scanner can be used at any moment: a code is taken entirely or not at all."""

import pytest
from audits import home_with_lessons
from journey import LESSON, PIN, screens
from keystrokes import Keystrokes
from known_pin import known_record

from kiosk.app import settings_of
from kiosk.folders import Folders
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile

SCANNED = "bai-16"
CODES = ("16", "KIOSK:16")
DOOR = (Page.PIN, Page.STAFF)


@pytest.fixture
def kiosk_on(tmp_path, qapp):
    folders = Folders(home=home_with_lessons(tmp_path), state=tmp_path / "s", cache=tmp_path / "c")
    PinFile(folders.pin).write(known_record(PIN))
    with offscreen(
        folders, settings_of(folders), WindowConfig(1366, 768, motion=False), mute
    ) as headless:
        yield headless


def typed_somewhere(headless):
    """All typed text in fields, steps and the login."""
    run = headless.journey.visit.run
    pad = headless.journey.visit.pad
    return (
        headless.kiosk.staff.property("typed"),
        headless.kiosk.visit.assist.typing,
        run.progress if run else (),
        pad.digits if pad else "",
    )


def scan_at(headless, name, code):
    """Scans a code, checks that it was read entirely, and returns to the page before."""
    before, held = headless.journey.visit, typed_somewhere(headless)
    was_asked_if_there = headless.kiosk.visit.askedIfThere
    Keystrokes(headless).scan(code)
    if before.page is Page.STAFF:
        assert headless.journey.visit == before, name
        assert typed_somewhere(headless) == held, name
        return "left alone"
    reached = (before.pending_offer, before.run)
    headless.driver.wait_until(
        lambda: (
            headless.journey.visit.page is Page.PHONE
            or (headless.journey.visit.pending_offer, headless.journey.visit.run) != reached
        ),
        f"{code} at {name}",
    )
    if headless.journey.visit.page is Page.PHONE:  # the lesson has several makes
        headless.driver.touch("make:android")
    now = headless.journey.visit
    if now.pending_offer:
        assert now.pending_offer.lesson.id == SCANNED, name
        assert now.run == before.run, name
        headless.driver.touch("offer-no")
        assert headless.journey.visit.run == before.run, name
        assert typed_somewhere(headless)[:3] == held[:3], name
    else:
        assert (now.page, now.run.lesson.id, now.run.number) == (Page.LESSON, SCANNED, 0), name
    outcome = "asked" if now.pending_offer else "opened"
    if headless.journey.visit.page in DOOR or before.page in DOOR:
        headless.kiosk.staff.open_login()
    headless.kiosk.visit.set_visit(before, quietly=True)
    if was_asked_if_there:
        headless.kiosk.visit.check_idle_after(headless.kiosk.settings.idle.warn_after_s)
    return outcome


def test_at_every_screen_the_lesson_opens_or_the_question_is_asked(kiosk_on):
    headless = kiosk_on
    outcomes = {}
    for number, name in enumerate(screens(headless)):
        outcomes[name] = scan_at(headless, name, CODES[number % len(CODES)])

    nobody_learns = (
        "attract",
        "language",
        "home",
        "adjust",
        "number",
        "call",
        "pin",
        "idle",
        "done",
    )
    assert {outcomes[name] for name in nobody_learns} == {"opened"}
    learning = [name for name in outcomes if name[-2:].isdigit() or name.endswith("-wrong")]
    begun = [name for name in learning if name != "watch-00"]
    assert len(begun) > 20
    assert {outcomes[name] for name in begun} == {"asked"}
    assert {outcomes[name] for name in outcomes if name.startswith("staff")} == {"left alone"}
    assert headless.kiosk.lesson_store.library.id_of("16") == SCANNED != LESSON
