"""A code scanner can be used at any moment: a code is taken entirely or not at all."""

import pytest
from audits import home_with_lessons
from journey import LESSON, screens
from keystrokes import Keystrokes
from known_pin import known_record
from staff_touches import PIN

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
    ) as on:
        yield on


def typed_somewhere(on):
    """All typed text in fields, steps and the login."""
    run = on.journey.visit.run
    pad = on.journey.visit.pad
    return (
        on.kiosk.staff.property("typed"),
        on.kiosk.visit.assist.typing,
        run.progress if run else (),
        pad.digits if pad else "",
    )


def scan_at(on, name, code):
    """Scans a code, checks that it was read entirely, and returns to the page before."""
    before, held = on.journey.visit, typed_somewhere(on)
    was_asked_if_there = on.kiosk.visit.askedIfThere
    Keystrokes(on).scan(code)
    if before.page is Page.STAFF:
        assert on.journey.visit == before, name
        assert typed_somewhere(on) == held, name
        return "left alone"
    reached = (before.pending_offer, before.run)
    on.driver.wait_until(
        lambda: (
            on.journey.visit.page is Page.PHONE
            or (on.journey.visit.pending_offer, on.journey.visit.run) != reached
        ),
        f"{code} at {name}",
    )
    if on.journey.visit.page is Page.PHONE:  # the lesson has several makes
        on.driver.touch("make:android")
    now = on.journey.visit
    if now.pending_offer:
        assert now.pending_offer.lesson.id == SCANNED, name
        assert now.run == before.run, name
        on.driver.touch("offer-no")
        assert on.journey.visit.run == before.run, name
        assert typed_somewhere(on)[:3] == held[:3], name
    else:
        assert (now.page, now.run.lesson.id, now.run.number) == (Page.LESSON, SCANNED, 0), name
    outcome = "asked" if now.pending_offer else "opened"
    if on.journey.visit.page in DOOR or before.page in DOOR:
        on.kiosk.staff.open_login()
    on.kiosk.visit.set_visit(before, quietly=True)
    if was_asked_if_there:
        on.kiosk.visit.check_idle_after(on.kiosk.settings.idle.warn_after_s)
    return outcome


def test_at_every_screen_the_lesson_opens_or_the_question_is_asked(kiosk_on):
    on = kiosk_on
    outcomes = {}
    for number, name in enumerate(screens(on)):
        outcomes[name] = scan_at(on, name, CODES[number % len(CODES)])

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
    assert on.kiosk.lesson_store.library.id_of("16") == SCANNED != LESSON
