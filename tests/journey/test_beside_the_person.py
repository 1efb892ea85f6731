"""Staff beside a learner: their overlay, a change of lesson, and the audible call for help."""

import pytest
from fakes import FakeNarrator
from known_pin import known_record

from kiosk.domain import prompts
from kiosk.headless.ui_driver import BETWEEN_TOUCHES_S
from kiosk.narration.sounds import Sound
from kiosk.player.sender import introduction_lines
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
def headless(make_headless, narrators, folders, monkeypatch):
    """A kiosk with the shipped lessons and a fake voice."""
    monkeypatch.setattr(call_bell, "BETWEEN_CHIMES_MS", 20)
    PinFile(folders.pin).write(known_record(PIN))

    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    return make_headless(narrator=narrator)


@pytest.fixture
def voice(headless, narrators):
    return narrators[-1]


def open_number(headless, number):
    lesson = headless.kiosk.lesson_store.find(number)
    headless.kiosk.launcher.by_number(number)
    headless.driver.wait_until(
        lambda: (
            headless.driver.is_seen("make:unknown")
            or (headless.journey.visit.run and headless.journey.visit.run.lesson.id == lesson.id)
        ),
        "the lesson",
    )
    if headless.driver.is_seen("make:unknown"):
        headless.driver.touch("make:unknown")


def open_overlay(headless):
    headless.driver.touch("mark")
    headless.driver.touch("mark")
    headless.driver.wait_for_frame()


def words_on_screen(headless):
    return " ".join(str(item.property("text") or "") for item in headless.driver._seen())


def test_the_overlay_tells_what_staff_should_know_of_a_procedure(headless):
    open_number(headless, PROCEDURE)
    procedure = headless.journey.run.lesson.head.procedure
    open_overlay(headless)
    fields = {fact.name: fact.text for fact in headless.kiosk.visit.assist.facts.rows}
    assert fields["note"] == procedure.note_for_staff
    assert fields["papers"] == "; ".join(procedure.papers)
    assert (fields["fee"], fields["days"]) == (procedure.fee, procedure.days)
    assert (fields["where"], fields["address"]) == (procedure.where, procedure.address)
    seen = words_on_screen(headless)
    while headless.driver.is_seen("overlay:more") and procedure.address not in seen:
        headless.driver.touch("overlay:more")
        headless.driver.wait_for_frame()
        seen += words_on_screen(headless)
    for text in fields.values():
        assert text in seen


@pytest.mark.parametrize("apart_s", [0.2, 0.35])
def test_two_quick_touches_on_the_number_open_the_overlay(headless, apart_s):
    open_number(headless, LESSON)
    headless.driver.touch("mark")
    headless.kiosk.platform.clock.time_s -= BETWEEN_TOUCHES_S - apart_s
    headless.driver.touch("mark")
    assert headless.journey.visit.in_overlay


def test_one_touch_or_two_far_apart_open_nothing(headless):
    open_number(headless, LESSON)
    headless.driver.touch("mark")
    headless.kiosk.platform.clock.time_s += SECOND_TOUCH_S
    headless.driver.touch("mark")
    assert not headless.journey.visit.in_overlay


def test_the_note_of_the_step_is_told_in_the_overlay_and_nowhere_else(headless):
    open_number(headless, LESSON)
    note = "Bác tay run thì gõ giúp."
    run = headless.journey.run
    steps = tuple(step.model_copy(update={"note_for_staff": note}) for step in run.lesson.steps)
    headless.kiosk.visit.open_lesson(run.lesson.model_copy(update={"steps": steps}))
    headless.driver.touch("next")
    headless.driver.wait_for_frame()
    assert note not in words_on_screen(headless)
    open_overlay(headless)
    assert note in words_on_screen(headless)


def test_staff_jump_to_a_step_and_it_is_told(headless, voice):
    open_number(headless, LESSON)
    open_overlay(headless)
    headless.driver.touch("overlay:steps")
    headless.driver.wait_for_frame()
    headless.driver.touch("step:2")
    assert headless.journey.run.at == 2
    assert not headless.journey.visit.in_overlay
    assert voice.saying == (("vi", headless.journey.run.line.text),)


def test_the_language_changes_in_one_touch_and_the_step_stays(headless):
    open_number(headless, LESSON)
    headless.driver.touch("next")
    at = headless.journey.run.at
    open_overlay(headless)
    headless.driver.touch("overlay:language")
    assert (headless.journey.visit.language, headless.journey.run.at) == ("en", at)
    assert headless.journey.visit.in_overlay


def test_one_touch_begins_anew_for_the_next_person(headless):
    open_number(headless, LESSON)
    open_overlay(headless)
    headless.driver.touch("overlay:next-person")
    assert headless.journey.visit.page is Page.ATTRACT
    assert headless.journey.visit.run is None


def test_from_the_staffs_area_nobody_is_asked_and_her_lesson_can_be_gone_back_to(headless):
    open_number(headless, LESSON)
    headless.driver.touch("next")
    hers = headless.journey.run
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in PIN:
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(
        lambda: headless.journey.visit.page is Page.STAFF, "the staff's page"
    )
    open_number(headless, PROCEDURE)
    assert headless.journey.visit.pending_offer is None
    open_overlay(headless)
    headless.driver.touch("overlay:resume")
    assert headless.journey.run == hers
    assert headless.journey.visit.page is Page.LESSON


def test_a_procedure_ends_with_what_to_bring_and_where_to_go(headless):
    open_number(headless, PROCEDURE)
    procedure = headless.journey.run.lesson.head.procedure
    headless.journey.to_way(headless.journey.run.lesson.ways[-1])
    while headless.journey.visit.page is not Page.DONE:
        headless.driver.touch("next")
    headless.driver.wait_for_frame()
    seen = words_on_screen(headless)
    while headless.driver.is_seen("more-facts") and procedure.where not in seen:
        headless.driver.touch("more-facts")
        headless.driver.wait_for_frame()
        seen += words_on_screen(headless)
    for text in (*procedure.papers, procedure.fee, procedure.days, procedure.where):
        assert text in seen
    assert procedure.note_for_staff not in seen


def test_a_call_for_staff_is_spoken_then_chimes_until_it_is_touched_away(headless, voice):
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    assert voice.saying[0] == ("vi", prompts.CALLING_STAFF.text)
    assert voice.sounds == []
    for times in (1, 2):
        voice.finish()
        headless.driver.wait_until(lambda times=times: len(voice.sounds) == times, "the chime")
    headless.driver.touch("staff-came")
    count = len(voice.told)
    voice.finish()
    headless.driver.wait_for_frame()
    assert voice.sounds == [Sound.CHIME] * 2
    assert len(voice.told) == count


def test_the_commands_trouble_is_told_to_staff_only(headless):
    headless.kiosk.bell.use_command(["/khong-co/chuong"])
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.wait_until(lambda: headless.kiosk.bell.problem, "the trouble")
    assert headless.kiosk.bell.problem in headless.kiosk.staff.property("troubles")
    assert headless.kiosk.bell.problem not in words_on_screen(headless)


def test_a_call_in_a_rehearsal_rings_before_it_speaks_and_not_when_heard_again(headless, voice):
    open_number(headless, REHEARSALS)
    run = headless.journey.run
    at = next(at for at, step in enumerate(run.lesson.steps) if step.key == "call")
    headless.kiosk.visit.assist.jump(at)
    if headless.journey.run.at != at:
        headless.journey.to_way("together")
        headless.kiosk.visit.assist.jump(at)
    messages = [
        line.text for line in (*introduction_lines(headless.journey.run), headless.journey.run.line)
    ]
    assert voice.sounds == [Sound.PHONE]
    assert [text for _, text in voice.saying][: len(messages)] == messages
    assert messages[-1] == headless.journey.run.step.says
    headless.driver.touch("hear")
    assert voice.sounds == [Sound.PHONE]
    assert [text for _, text in voice.saying][: len(messages)] == messages
