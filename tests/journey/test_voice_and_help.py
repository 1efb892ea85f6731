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
def at_step(on):
    """Goes to a step of a way by its number."""

    def go(way, number, language="vi"):
        on.journey.to_home(language)
        on.journey.to_lesson("hoc-thu")
        on.journey.to_way(way)
        while on.journey.run.number < number:
            on.driver.touch(NEXT)

    return go


def sentences(voice):
    return [sentence for _, sentence in voice.saying]


def test_the_old_sentence_is_cut_off_as_soon_as_the_step_changes(on, voice, at_step):
    at_step(Way.TOGETHER, 1)
    assert sentences(voice) == ["Wi-Fi là mạng không dây."]
    told = len(voice.told)
    on.driver.touch(NEXT)
    assert sentences(voice) == ["Bác tìm hình bánh răng."]
    assert len(voice.told) == told + 1
    on.driver.touch("back")
    assert sentences(voice) == ["Wi-Fi là mạng không dây."]


def test_going_where_nothing_is_said_silences_the_voice(on, voice, at_step):
    at_step(Way.TOGETHER, 1)
    on.driver.touch("call")
    on.driver.touch("staff-login")
    assert on.journey.visit.page is Page.PIN
    assert voice.saying == ()


def test_hear_again_repeats_what_was_said(on, voice, at_step):
    at_step(Way.TOGETHER, 2)
    said = voice.saying
    voice.finish()
    assert voice.saying == ()
    on.driver.touch("hear")
    assert voice.saying[: len(said)] == said


def test_hear_again_repeats_the_word_after_a_wrong_touch(on, voice, at_step):
    at_step(Way.TOGETHER, 2)
    on.driver.touch(BANK)
    on.driver.touch("hear")
    assert sentences(voice)[:2] == [WRONG, "Bác tìm hình bánh răng."]


def test_another_language_in_the_middle_of_a_step_keeps_the_step(on, voice, at_step):
    at_step(Way.TOGETHER, 3)
    on.driver.touch("key:shift")
    on.driver.touch("key:Z")
    before = on.journey.run
    on.driver.touch("language")
    assert on.journey.run == before
    assert voice.saying == (("en", "EN Bác gõ mật khẩu."),)
    assert on.driver.sentences() == ["EN Bác gõ mật khẩu."]
    on.driver.touch("language")
    assert on.journey.run == before
    assert voice.saying == (("vi", "Bác gõ mật khẩu."),)


def test_a_sentence_without_translation_is_shown_and_spoken_in_vietnamese(on, voice, at_step):
    on.kiosk._translator._catalogues["en"] = type(on.kiosk._translator._catalogues["vi"])({})
    at_step(Way.TOGETHER, 1, language="en")
    assert voice.saying == (("vi", "Wi-Fi là mạng không dây."),)
    assert on.driver.sentences() == ["Wi-Fi là mạng không dây."]
    assert on.kiosk.speaker.voice.property("standIn") is True


def test_together_the_right_spot_glows_and_two_wrong_touches_bring_the_finger(on, voice, at_step):
    at_step(Way.TOGETHER, 2)
    gear = on.driver.find(GEAR)
    assert (gear.property("glowing"), gear.property("pointed")) == (True, False)
    on.driver.touch(BANK)
    assert sentences(voice) == [WRONG]
    assert WRONG in on.driver.sentences()
    assert gear.property("pointed") is False
    on.driver.touch(BANK)
    assert sentences(voice) == [prompts.FOLLOW_THE_FINGER.text]
    assert gear.property("pointed") is True
    on.driver.touch(GEAR)
    assert on.journey.run.number == 3


def test_a_touch_beside_everything_on_the_phone_is_nothing(on, voice, at_step):
    at_step(Way.TOGETHER, 2)
    before = on.journey.run
    glass = on.driver.find("phone:nothing")
    foot = QPointF(glass.width() / 2, glass.height() * 0.75)
    on.driver.touch_at(glass.mapToScene(foot).toPoint())
    assert on.journey.run == before


def test_alone_nothing_glows_until_a_hint_is_asked_for(on, voice, at_step):
    at_step(Way.ALONE, 1)
    gear = on.driver.find(GEAR)
    assert (gear.property("glowing"), gear.property("pointed")) == (False, False)
    on.driver.touch("hint")
    assert (gear.property("glowing"), gear.property("pointed")) == (True, False)
    assert sentences(voice) == ["Bác tìm hình bánh răng."]
    on.driver.touch("hint")
    assert gear.property("pointed") is True
    assert sentences(voice) == [prompts.FOLLOW_THE_FINGER.text]
    assert not on.driver.is_seen("hint")


def test_alone_a_hint_comes_by_itself_after_twenty_seconds_and_never_more(on, at_step):
    at_step(Way.ALONE, 1)
    patience = on.kiosk.visit.lesson._patience
    assert patience.isActive()
    assert patience.interval() == HINT_AFTER_MS == 20_000
    before = on.journey.place
    patience.timeout.emit()
    assert on.driver.find(GEAR).property("glowing") is True
    assert on.journey.place == before
    assert not patience.isActive()


def test_watching_the_finger_waits_for_the_voice_and_the_step_waits_for_the_person(
    on, voice, at_step
):
    at_step(Way.WATCH, 3)
    place = on.journey.place
    assert not any(
        on.driver.is_seen(key) and on.driver.find(key).property("pointed")
        for key in ("key:shift", "key:Z")
    )
    voice.finish()
    assert on.driver.find("key:shift").property("pointed") is True
    on.driver.wait_until(
        lambda: on.journey.run.field_contents == {"o-mat-khau": "Zebra77"}, "the writing"
    )
    assert on.journey.place == place


@pytest.mark.parametrize("way", Way)
def test_no_step_is_left_by_time_alone(on, voice, at_step, wait_s, way):
    at_step(way, 1)
    place = on.journey.place
    voice.finish()
    wait_s(80)
    on.kiosk.visit.lesson._patience.timeout.emit()
    assert on.journey.place == place


def test_on_the_own_phone_the_kiosk_sends_the_finger_to_the_real_phone(on, voice, at_step):
    at_step(Way.OWN_PHONE, 2)
    on.driver.touch(GEAR)
    assert sentences(voice) == [prompts.USE_YOUR_OWN_PHONE.text]
    assert on.journey.run.number == 2


def test_alone_ends_with_praise(on, voice, at_step):
    at_step(Way.ALONE, 1)
    for _ in on.journey.places(Way.ALONE):
        pass
    assert on.journey.run.way is Way.OWN_PHONE
    assert sentences(voice)[0] == prompts.ALONE_DONE.text
    assert prompts.ALONE_DONE.text in on.driver.sentences()


def test_calling_staff_covers_the_screen_and_says_so(on, voice, at_step):
    at_step(Way.TOGETHER, 2)
    place = on.journey.place
    on.driver.touch("call")
    assert on.driver.sentences()[-1] == prompts.CALLING_STAFF.text
    assert sentences(voice)[0] == prompts.CALLING_STAFF.text
    assert not on.driver.is_seen(NEXT)
    on.driver.touch("staff-came")
    assert on.journey.place == place
    assert sentences(voice) == ["Bác tìm hình bánh răng."]


def test_letters_colours_and_voice_can_be_made_easier(on, voice, at_step):
    at_step(Way.TOGETHER, 1)
    on.driver.touch("adjust")
    for name in ("text-largest", "contrast-high", "voice-slow", "louder"):
        on.driver.touch(name)
    on.driver.touch("adjusted")
    visit = on.kiosk.visit
    assert visit.property("preferences").property("textSize") == "largest"
    assert visit.property("preferences").property("contrast") == "high"
    assert (voice.slow, voice.volume) == (True, 5)
    assert sentences(voice) == ["Wi-Fi là mạng không dây."]
