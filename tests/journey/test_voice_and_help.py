"""Only the current step is spoken, and each wrong touch gives more help."""

import pytest
from PySide6.QtCore import QPointF

from kiosk.domain import prompts
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.visit import Page
from kiosk.ui.visit.lesson_view_model import HINT_AFTER_MS

GEAR, BANK = "phone:cai-dat", "phone:ngan-hang"
WRONG = "Chưa đúng. Bác tìm hình bánh răng."


@pytest.fixture
def at_step(headless):
    """Goes to a step of a way by its number."""

    def go(way, number, language="vi"):
        headless.journey.to_home(language)
        headless.journey.to_lesson("hoc-thu")
        headless.journey.to_way(way)
        while headless.journey.run.number < number:
            headless.driver.touch(NEXT)

    return go


def sentences(voice):
    return [sentence for _, sentence in voice.saying]


def test_the_old_sentence_is_cut_off_as_soon_as_the_step_changes(headless, voice, at_step):
    at_step(Way.TOGETHER, 1)
    assert sentences(voice) == ["Wi-Fi là mạng không dây."]
    count = len(voice.told)
    headless.driver.touch(NEXT)
    assert sentences(voice) == ["Bác tìm hình bánh răng."]
    assert len(voice.told) == count + 1
    headless.driver.touch("back")
    assert sentences(voice) == ["Wi-Fi là mạng không dây."]


def test_going_where_nothing_is_said_silences_the_voice(headless, voice, at_step):
    at_step(Way.TOGETHER, 1)
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    assert headless.journey.visit.page is Page.PIN
    assert voice.saying == ()


def test_hear_again_repeats_what_was_said(headless, voice, at_step):
    at_step(Way.TOGETHER, 2)
    said = voice.saying
    voice.finish()
    assert voice.saying == ()
    headless.driver.touch("hear")
    assert voice.saying[: len(said)] == said


def test_hear_again_repeats_the_word_after_a_wrong_touch(headless, voice, at_step):
    at_step(Way.TOGETHER, 2)
    headless.driver.touch(BANK)
    headless.driver.touch("hear")
    assert sentences(voice)[:2] == [WRONG, "Bác tìm hình bánh răng."]


def test_another_language_in_the_middle_of_a_step_keeps_the_step(headless, voice, at_step):
    at_step(Way.TOGETHER, 3)
    headless.driver.touch("key:shift")
    headless.driver.touch("key:Z")
    before = headless.journey.run
    headless.driver.touch("language")
    assert headless.journey.run == before
    assert voice.saying == (("en", "EN Bác gõ mật khẩu."),)
    assert headless.driver.sentences() == ["EN Bác gõ mật khẩu."]
    headless.driver.touch("language")
    assert headless.journey.run == before
    assert voice.saying == (("vi", "Bác gõ mật khẩu."),)


def test_a_sentence_without_translation_is_shown_and_spoken_in_vietnamese(headless, voice, at_step):
    headless.kiosk._translator._catalogues["en"] = type(
        headless.kiosk._translator._catalogues["vi"]
    )({})
    at_step(Way.TOGETHER, 1, language="en")
    assert voice.saying == (("vi", "Wi-Fi là mạng không dây."),)
    assert headless.driver.sentences() == ["Wi-Fi là mạng không dây."]
    assert headless.kiosk.speaker.voice.property("standIn") is True


def test_together_the_right_spot_glows_and_two_wrong_touches_bring_the_finger(
    headless, voice, at_step
):
    at_step(Way.TOGETHER, 2)
    gear = headless.driver.find(GEAR)
    assert (gear.property("glowing"), gear.property("pointed")) == (True, False)
    headless.driver.touch(BANK)
    assert sentences(voice) == [WRONG]
    assert WRONG in headless.driver.sentences()
    assert gear.property("pointed") is False
    headless.driver.touch(BANK)
    assert sentences(voice) == [prompts.FOLLOW_THE_FINGER.text]
    assert gear.property("pointed") is True
    headless.driver.touch(GEAR)
    assert headless.journey.run.number == 3


def test_a_touch_beside_everything_on_the_phone_is_nothing(headless, voice, at_step):
    at_step(Way.TOGETHER, 2)
    before = headless.journey.run
    glass = headless.driver.find("phone:nothing")
    foot = QPointF(glass.width() / 2, glass.height() * 0.75)
    headless.driver.touch_at(glass.mapToScene(foot).toPoint())
    assert headless.journey.run == before


def test_alone_nothing_glows_until_a_hint_is_asked_for(headless, voice, at_step):
    at_step(Way.ALONE, 1)
    gear = headless.driver.find(GEAR)
    assert (gear.property("glowing"), gear.property("pointed")) == (False, False)
    headless.driver.touch("hint")
    assert (gear.property("glowing"), gear.property("pointed")) == (True, False)
    assert sentences(voice) == ["Bác tìm hình bánh răng."]
    headless.driver.touch("hint")
    assert gear.property("pointed") is True
    assert sentences(voice) == [prompts.FOLLOW_THE_FINGER.text]
    assert not headless.driver.is_seen("hint")


def test_alone_a_hint_comes_by_itself_after_twenty_seconds_and_never_more(headless, at_step):
    at_step(Way.ALONE, 1)
    patience = headless.kiosk.visit.lesson._patience
    assert patience.isActive()
    assert patience.interval() == HINT_AFTER_MS == 20_000
    before = headless.journey.position
    patience.timeout.emit()
    assert headless.driver.find(GEAR).property("glowing") is True
    assert headless.journey.position == before
    assert not patience.isActive()


def test_watching_the_finger_waits_for_the_voice_and_the_step_waits_for_the_person(
    headless, voice, at_step
):
    at_step(Way.WATCH, 3)
    position = headless.journey.position
    assert not any(
        headless.driver.is_seen(key) and headless.driver.find(key).property("pointed")
        for key in ("key:shift", "key:Z")
    )
    voice.finish()
    assert headless.driver.find("key:shift").property("pointed") is True
    headless.driver.wait_until(
        lambda: headless.journey.run.field_contents == {"o-mat-khau": "Zebra77"}, "the writing"
    )
    assert headless.journey.position == position


@pytest.mark.parametrize("way", Way)
def test_no_step_is_left_by_time_alone(headless, voice, at_step, wait_s, way):
    at_step(way, 1)
    position = headless.journey.position
    voice.finish()
    wait_s(80)
    headless.kiosk.visit.lesson._patience.timeout.emit()
    assert headless.journey.position == position


def test_on_the_own_phone_the_kiosk_sends_the_finger_to_the_real_phone(headless, voice, at_step):
    at_step(Way.OWN_PHONE, 2)
    headless.driver.touch(GEAR)
    assert sentences(voice) == [prompts.USE_YOUR_OWN_PHONE.text]
    assert headless.journey.run.number == 2


def test_alone_ends_with_praise(headless, voice, at_step):
    at_step(Way.ALONE, 1)
    for _ in headless.journey.places(Way.ALONE):
        pass
    assert headless.journey.run.way is Way.OWN_PHONE
    assert sentences(voice)[0] == prompts.ALONE_DONE.text
    assert prompts.ALONE_DONE.text in headless.driver.sentences()


def test_calling_staff_covers_the_screen_and_says_so(headless, voice, at_step):
    at_step(Way.TOGETHER, 2)
    position = headless.journey.position
    headless.driver.touch("call")
    assert headless.driver.sentences()[-1] == prompts.CALLING_STAFF.text
    assert sentences(voice)[0] == prompts.CALLING_STAFF.text
    assert not headless.driver.is_seen(NEXT)
    headless.driver.touch("staff-came")
    assert headless.journey.position == position
    assert sentences(voice) == ["Bác tìm hình bánh răng."]


def test_letters_colours_and_voice_can_be_made_easier(headless, voice, at_step):
    at_step(Way.TOGETHER, 1)
    headless.driver.touch("adjust")
    for name in ("text-largest", "contrast-high", "voice-slow", "louder"):
        headless.driver.touch(name)
    headless.driver.touch("adjusted")
    visit = headless.kiosk.visit
    assert visit.property("preferences").property("textSize") == "largest"
    assert visit.property("preferences").property("contrast") == "high"
    assert (voice.slow, voice.volume) == (True, 5)
    assert sentences(voice) == ["Wi-Fi là mạng không dây."]
