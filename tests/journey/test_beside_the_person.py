"""Staff stand beside the person: their corner, her own lesson, a call for help that is heard."""

import pytest
from fakes import FakeNarrator

from kiosk.domain import prompts
from kiosk.narration.sounds import Sound
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile, record_of
from kiosk.ui import call_bell
from kiosk.ui.counter_view_model import SECOND_TOUCH_S

PIN = "204816"
PROCEDURE, LESSON, REHEARSALS = "102", "11", "51"


@pytest.fixture
def narrators():
    return []


@pytest.fixture
def on(stage_of, narrators, folders, monkeypatch):
    """The shipped lessons, with a voice that can be watched."""
    monkeypatch.setattr(call_bell, "BETWEEN_CHIMES_MS", 20)
    PinFile(folders.pin).write(record_of(PIN))

    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    return stage_of(narrator=narrator)


@pytest.fixture
def voice(on, narrators):
    return narrators[-1]


def open_number(on, number):
    lesson = on.kiosk.shelf.find(number)
    on.kiosk.opener.by_number(number)
    on.driver.wait_until(
        lambda: on.walk.visit.run and on.walk.visit.run.lesson.id == lesson.id, "the lesson"
    )


def open_corner(on):
    on.driver.touch("mark")
    on.driver.touch("mark")
    on.driver.wait_for_frame()


def words_on_screen(on):
    return " ".join(str(item.property("text") or "") for item in on.driver._seen())


def test_the_corner_tells_what_staff_should_know_of_a_procedure(on):
    open_number(on, PROCEDURE)
    procedure = on.walk.run.lesson.head.procedure
    open_corner(on)
    told = {fact["name"]: fact["text"] for fact in on.kiosk.visit.counter.facts}
    assert told["note"] == procedure.note_for_staff
    assert told["papers"] == "; ".join(procedure.papers)
    assert (told["fee"], told["days"]) == (procedure.fee, procedure.days)
    assert (told["where"], told["address"]) == (procedure.where, procedure.address)
    seen = words_on_screen(on)
    while on.driver.is_seen("corner:more") and procedure.address not in seen:
        on.driver.touch("corner:more")
        on.driver.wait_for_frame()
        seen += words_on_screen(on)
    for text in told.values():
        assert text in seen


def test_one_touch_or_two_far_apart_open_nothing(on):
    open_number(on, LESSON)
    on.driver.touch("mark")
    on.kiosk.outside.clock.time_s += SECOND_TOUCH_S
    on.driver.touch("mark")
    assert not on.walk.visit.in_corner


def test_the_note_of_the_step_is_told_in_the_corner_and_nowhere_else(on):
    open_number(on, LESSON)
    note = "Bác tay run thì gõ giúp."
    run = on.walk.run
    steps = tuple(step.model_copy(update={"note_for_staff": note}) for step in run.lesson.steps)
    on.kiosk.visit.open_lesson(run.lesson.model_copy(update={"steps": steps}))
    on.driver.touch("next")
    on.driver.wait_for_frame()
    assert note not in words_on_screen(on)
    open_corner(on)
    assert note in words_on_screen(on)


def test_staff_jump_to_a_step_and_it_is_told(on, voice):
    open_number(on, LESSON)
    open_corner(on)
    on.driver.touch("corner:steps")
    on.driver.wait_for_frame()
    on.driver.touch("step:2")
    assert on.walk.run.at == 2
    assert not on.walk.visit.in_corner
    assert voice.saying == (("vi", on.walk.run.line.text),)


def test_the_language_changes_in_one_touch_and_the_step_stays(on):
    open_number(on, LESSON)
    on.driver.touch("next")
    at = on.walk.run.at
    open_corner(on)
    on.driver.touch("corner:language")
    assert (on.walk.visit.language, on.walk.run.at) == ("en", at)
    assert on.walk.visit.in_corner


def test_one_touch_begins_anew_for_the_next_person(on):
    open_number(on, LESSON)
    open_corner(on)
    on.driver.touch("corner:next-person")
    assert on.walk.visit.page is Page.ATTRACT
    assert on.walk.visit.run is None


def test_from_the_staffs_area_nobody_is_asked_and_her_lesson_can_be_gone_back_to(on):
    open_number(on, LESSON)
    on.driver.touch("next")
    hers = on.walk.run
    on.driver.touch("call")
    on.driver.touch("staff-door")
    for digit in PIN:
        on.driver.touch(f"pin:{digit}")
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: on.walk.visit.page is Page.STAFF, "the staff's page")
    open_number(on, PROCEDURE)
    assert on.walk.visit.offered is None
    open_corner(on)
    on.driver.touch("corner:resume")
    assert on.walk.run == hers
    assert on.walk.visit.page is Page.LESSON


def test_a_procedure_ends_with_what_to_bring_and_where_to_go(on):
    open_number(on, PROCEDURE)
    procedure = on.walk.run.lesson.head.procedure
    on.walk.to_way(on.walk.run.lesson.ways[-1])
    while on.walk.visit.page is not Page.DONE:
        on.driver.touch("next")
    on.driver.wait_for_frame()
    seen = words_on_screen(on)
    while on.driver.is_seen("more-facts") and procedure.where not in seen:
        on.driver.touch("more-facts")
        on.driver.wait_for_frame()
        seen += words_on_screen(on)
    for text in (*procedure.papers, procedure.fee, procedure.days, procedure.where):
        assert text in seen
    assert procedure.note_for_staff not in seen


def test_a_call_for_staff_is_spoken_then_chimes_until_it_is_touched_away(on, voice):
    on.walk.to_home("vi")
    on.driver.touch("call")
    assert voice.saying == (("vi", prompts.CALLING_STAFF.text),)
    assert voice.sounds == []
    for times in (1, 2):
        voice.finish()
        on.driver.wait_until(lambda times=times: len(voice.sounds) == times, "the chime")
    on.driver.touch("staff-came")
    told = len(voice.told)
    voice.finish()
    on.driver.wait_for_frame()
    assert voice.sounds == [Sound.CHIME] * 2
    assert len(voice.told) == told


def test_the_commands_trouble_is_told_to_staff_only(on):
    on.kiosk.bell.use_command(["/khong-co/chuong"])
    on.walk.to_home("vi")
    on.driver.touch("call")
    on.driver.wait_until(lambda: on.kiosk.bell.problem, "the trouble")
    assert on.kiosk.bell.problem in on.kiosk.staff.property("troubles")
    assert on.kiosk.bell.problem not in words_on_screen(on)


def test_a_call_in_a_rehearsal_rings_before_it_speaks_and_not_when_heard_again(on, voice):
    open_number(on, REHEARSALS)
    run = on.walk.run
    at = next(at for at, step in enumerate(run.lesson.steps) if step.key == "call")
    on.kiosk.visit.counter.jump(at)
    if on.walk.run.at != at:
        on.walk.to_way("together")
        on.kiosk.visit.counter.jump(at)
    assert voice.sounds == [Sound.PHONE]
    assert voice.saying == (("vi", on.walk.run.step.says),)
    on.driver.touch("hear")
    assert voice.sounds == [Sound.PHONE]
    assert voice.saying == (("vi", on.walk.run.step.says),)
