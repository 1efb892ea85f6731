"""Staff beside a learner: their overlay, a change of lesson, and the audible call for help."""

import pytest
from fakes import FakeNarrator
from known_pin import known_record

from kiosk.domain import prompts
from kiosk.headless.ui_driver import BETWEEN_TOUCHES_S
from kiosk.narration.sounds import Sound
from kiosk.player.sender import told_before
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile
from kiosk.ui.sound import call_bell
from kiosk.ui.visit.staff_assist_view_model import SECOND_TOUCH_S

PIN = "204816"
PROCEDURE, LESSON, REHEARSALS = "102", "11", "51"


@pytest.fixture
def narrators():
    return []


@pytest.fixture
def on(headless_of, narrators, folders, monkeypatch):
    """A kiosk with the shipped lessons and a fake voice."""
    monkeypatch.setattr(call_bell, "BETWEEN_CHIMES_MS", 20)
    PinFile(folders.pin).write(known_record(PIN))

    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    return headless_of(narrator=narrator)


@pytest.fixture
def voice(on, narrators):
    return narrators[-1]


def open_number(on, number):
    lesson = on.kiosk.lesson_store.find(number)
    on.kiosk.launcher.by_number(number)
    on.driver.wait_until(
        lambda: (
            on.driver.is_seen("make:unknown")
            or (on.journey.visit.run and on.journey.visit.run.lesson.id == lesson.id)
        ),
        "the lesson",
    )
    if on.driver.is_seen("make:unknown"):
        on.driver.touch("make:unknown")


def open_overlay(on):
    on.driver.touch("mark")
    on.driver.touch("mark")
    on.driver.wait_for_frame()


def words_on_screen(on):
    return " ".join(str(item.property("text") or "") for item in on.driver._seen())


def test_the_overlay_tells_what_staff_should_know_of_a_procedure(on):
    open_number(on, PROCEDURE)
    procedure = on.journey.run.lesson.head.procedure
    open_overlay(on)
    told = {fact.name: fact.text for fact in on.kiosk.visit.assist.facts.rows}
    assert told["note"] == procedure.note_for_staff
    assert told["papers"] == "; ".join(procedure.papers)
    assert (told["fee"], told["days"]) == (procedure.fee, procedure.days)
    assert (told["where"], told["address"]) == (procedure.where, procedure.address)
    seen = words_on_screen(on)
    while on.driver.is_seen("overlay:more") and procedure.address not in seen:
        on.driver.touch("overlay:more")
        on.driver.wait_for_frame()
        seen += words_on_screen(on)
    for text in told.values():
        assert text in seen


@pytest.mark.parametrize("apart_s", [0.2, 0.35])
def test_two_quick_touches_on_the_number_open_the_overlay(on, apart_s):
    open_number(on, LESSON)
    on.driver.touch("mark")
    on.kiosk.platform.clock.time_s -= BETWEEN_TOUCHES_S - apart_s
    on.driver.touch("mark")
    assert on.journey.visit.in_overlay


def test_one_touch_or_two_far_apart_open_nothing(on):
    open_number(on, LESSON)
    on.driver.touch("mark")
    on.kiosk.platform.clock.time_s += SECOND_TOUCH_S
    on.driver.touch("mark")
    assert not on.journey.visit.in_overlay


def test_the_note_of_the_step_is_told_in_the_overlay_and_nowhere_else(on):
    open_number(on, LESSON)
    note = "Bác tay run thì gõ giúp."
    run = on.journey.run
    steps = tuple(step.model_copy(update={"note_for_staff": note}) for step in run.lesson.steps)
    on.kiosk.visit.open_lesson(run.lesson.model_copy(update={"steps": steps}))
    on.driver.touch("next")
    on.driver.wait_for_frame()
    assert note not in words_on_screen(on)
    open_overlay(on)
    assert note in words_on_screen(on)


def test_staff_jump_to_a_step_and_it_is_told(on, voice):
    open_number(on, LESSON)
    open_overlay(on)
    on.driver.touch("overlay:steps")
    on.driver.wait_for_frame()
    on.driver.touch("step:2")
    assert on.journey.run.at == 2
    assert not on.journey.visit.in_overlay
    assert voice.saying == (("vi", on.journey.run.line.text),)


def test_the_language_changes_in_one_touch_and_the_step_stays(on):
    open_number(on, LESSON)
    on.driver.touch("next")
    at = on.journey.run.at
    open_overlay(on)
    on.driver.touch("overlay:language")
    assert (on.journey.visit.language, on.journey.run.at) == ("en", at)
    assert on.journey.visit.in_overlay


def test_one_touch_begins_anew_for_the_next_person(on):
    open_number(on, LESSON)
    open_overlay(on)
    on.driver.touch("overlay:next-person")
    assert on.journey.visit.page is Page.ATTRACT
    assert on.journey.visit.run is None


def test_from_the_staffs_area_nobody_is_asked_and_her_lesson_can_be_gone_back_to(on):
    open_number(on, LESSON)
    on.driver.touch("next")
    hers = on.journey.run
    on.driver.touch("call")
    on.driver.touch("staff-login")
    for digit in PIN:
        on.driver.touch(f"pin:{digit}")
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: on.journey.visit.page is Page.STAFF, "the staff's page")
    open_number(on, PROCEDURE)
    assert on.journey.visit.pending_offer is None
    open_overlay(on)
    on.driver.touch("overlay:resume")
    assert on.journey.run == hers
    assert on.journey.visit.page is Page.LESSON


def test_a_procedure_ends_with_what_to_bring_and_where_to_go(on):
    open_number(on, PROCEDURE)
    procedure = on.journey.run.lesson.head.procedure
    on.journey.to_way(on.journey.run.lesson.ways[-1])
    while on.journey.visit.page is not Page.DONE:
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
    on.journey.to_home("vi")
    on.driver.touch("call")
    assert voice.saying[0] == ("vi", prompts.CALLING_STAFF.text)
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
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.wait_until(lambda: on.kiosk.bell.problem, "the trouble")
    assert on.kiosk.bell.problem in on.kiosk.staff.property("troubles")
    assert on.kiosk.bell.problem not in words_on_screen(on)


def test_a_call_in_a_rehearsal_rings_before_it_speaks_and_not_when_heard_again(on, voice):
    open_number(on, REHEARSALS)
    run = on.journey.run
    at = next(at for at, step in enumerate(run.lesson.steps) if step.key == "call")
    on.kiosk.visit.assist.jump(at)
    if on.journey.run.at != at:
        on.journey.to_way("together")
        on.kiosk.visit.assist.jump(at)
    told = [line.text for line in (*told_before(on.journey.run), on.journey.run.line)]
    assert voice.sounds == [Sound.PHONE]
    assert [text for _, text in voice.saying][: len(told)] == told
    assert told[-1] == on.journey.run.step.says
    on.driver.touch("hear")
    assert voice.sounds == [Sound.PHONE]
    assert [text for _, text in voice.saying][: len(told)] == told
