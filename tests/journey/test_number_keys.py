"""A typed or scanned number opens its lesson from every page, after a question during a lesson."""

import pytest
from keystrokes import FAST_S, Keystrokes
from PySide6.QtCore import Qt

from kiosk.domain import prompts
from kiosk.player.number_pad import PadMessage
from kiosk.player.staff_assist import INSIST_AFTER_S
from kiosk.player.visit import Page
from kiosk.ui.visit.number_keys import DIGIT_KEYS

NUMBER = "11"
SCAN_CODES = {digit: code for code, digit in reversed(DIGIT_KEYS.items())}


@pytest.fixture
def keys(headless):
    return Keystrokes(headless)


def has_lesson(headless):
    headless.driver.wait_until(lambda: headless.journey.visit.page is Page.LESSON, "the lesson")
    return headless.journey.run.lesson.id == "hoc-thu"


def begin_lesson(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.driver.touch("next")
    headless.driver.touch("next")


def test_typed_slowly_it_is_seen_and_opens_the_lesson(headless, keys):
    headless.journey.to_home("vi")
    keys.type("1")
    headless.driver.wait_until(lambda: headless.kiosk.visit.assist.typing == "1", "the slip")
    keys.type("1")
    headless.driver.wait_until(lambda: headless.kiosk.visit.assist.typing == "11", "the slip")
    keys.enter()
    assert has_lesson(headless)
    assert headless.kiosk.visit.assist.typing == ""


ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


def test_scanned_with_any_end_from_the_first_page_it_opens_at_once(headless, keys):
    for code in (NUMBER, "KIOSK:11", "kiosk:11", "011"):
        for end in ENDS:
            keys.scan(code, end)
            assert has_lesson(headless), (code, end)
            headless.kiosk.visit.endVisit()


def test_two_ends_are_one(headless, keys):
    headless.journey.to_home("vi")
    headless.driver.press_key(Qt.Key.Key_Tab)  # moves the focus to an item that Enter would press
    keys.scan(NUMBER)
    keys.enter(FAST_S)
    assert has_lesson(headless)
    assert headless.journey.run.number == 0


def test_a_line_end_as_a_command_is_an_end_too(headless, keys):
    keys.type("1", 1.0)
    keys.type("1", FAST_S)
    keys.strike(Qt.Key.Key_J, FAST_S, "\n", Qt.KeyboardModifier.ControlModifier)
    assert has_lesson(headless)


def test_whatever_the_layout_makes_of_the_digits(headless, keys):
    for text in ("ă", "&", "", "!"):
        for gap_s in (1.0, FAST_S):
            keys.strike(Qt.Key.Key_unknown, gap_s, text, scan_code=SCAN_CODES["1"])
        keys.enter(FAST_S)
        assert has_lesson(headless), text
        headless.kiosk.visit.endVisit()


def test_no_end_is_needed_where_the_code_names_the_kiosk(headless, keys):
    keys.type("K", 1.0)
    keys.type("IOSK:11", FAST_S)
    assert has_lesson(headless)


def test_enter_and_space_by_themselves_still_touch_what_has_the_focus(headless, keys):
    headless.driver.press_key(Qt.Key.Key_Tab)
    keys.enter()
    assert headless.journey.visit.page is Page.LANGUAGE


def test_an_unknown_number_is_told_kindly_and_nothing_is_lost(headless, keys, voice):
    begin_lesson(headless)
    before = headless.journey.run
    keys.scan("999")
    headless.driver.wait_until(lambda: headless.driver.is_seen("number-close"), "the pad")
    assert voice.saying[0] == ("vi", prompts.NO_SUCH_NUMBER.text)
    assert prompts.NO_SUCH_NUMBER.text in headless.driver.sentences()
    headless.driver.touch("number-close")
    assert headless.journey.run == before


def test_a_citizens_card_is_thrown_away_unseen(headless, keys, voice):
    begin_lesson(headless)
    before = headless.journey.run
    keys.scan("024099000000|NGUYEN VAN MAU|01011950|Nam")
    assert headless.journey.visit.pad.word is PadMessage.NOT_OURS
    assert headless.journey.visit.pad.digits == ""
    assert voice.saying[0] == ("vi", prompts.NOT_OUR_CODE.text)
    assert not any("0240" in text or "MAU" in text for _, text in voice.saying)
    assert headless.kiosk.visit.assist.typing == ""
    assert "0240" not in repr(headless.journey.visit)
    headless.driver.touch("number-close")
    assert headless.journey.run == before


def test_a_learner_is_asked_and_says_no(headless, keys, voice):
    begin_lesson(headless)
    before = headless.journey.run
    keys.scan(NUMBER)
    headless.driver.wait_until(lambda: headless.driver.is_seen("offer-no"), "the question")
    said = [text for _, text in voice.saying]
    assert said[:3] == [prompts.OFFER.text, "Học thử", prompts.DO_YOU_AGREE.text]
    assert set(said[3:]) >= {"Không, học tiếp"}, "both answers are heard"
    headless.driver.touch("offer-no")
    assert headless.journey.run == before
    assert voice.saying == (("vi", before.line.text),)


def test_a_learner_is_asked_and_says_yes(headless, keys):
    begin_lesson(headless)
    keys.scan(NUMBER)
    headless.driver.wait_until(lambda: headless.driver.is_seen("offer-yes"), "the question")
    headless.driver.touch("offer-yes")
    assert headless.journey.run.number == 0


def test_staff_insist_by_scanning_again(headless, keys):
    begin_lesson(headless)
    keys.scan(NUMBER)
    headless.driver.wait_until(lambda: headless.driver.is_seen("offer-yes"), "the question")
    headless.kiosk.platform.clock.time_s += INSIST_AFTER_S
    keys.scan(NUMBER)
    headless.driver.wait_until(lambda: headless.journey.run.number == 0, "the lesson anew")
    assert headless.journey.visit.pending_offer is None


def test_a_touch_that_was_on_its_way_agrees_to_nothing(headless, keys):
    begin_lesson(headless)
    places = [headless.driver.middle_of(name) for name in ("home", "back", "hear", "call", "next")]
    keys.scan(NUMBER)
    headless.driver.wait_until(lambda: headless.driver.is_seen("offer-yes"), "the question")
    for place in places:
        headless.driver.touch_at(place)
    assert headless.journey.visit.pending_offer is not None


def test_the_pad_on_the_screen_opens_a_lesson(headless):
    headless.journey.to_home("vi")
    headless.driver.touch("by-number")
    headless.driver.touch("number:1")
    headless.driver.touch("number:9")
    headless.driver.touch("number:erase")
    headless.driver.touch("number:1")
    headless.driver.touch("number:open")
    assert has_lesson(headless)


def test_the_pad_takes_touches_and_keys_together(headless, keys):
    headless.journey.to_home("vi")
    headless.driver.touch("by-number")
    headless.driver.touch("number:1")
    keys.type("1")
    headless.driver.wait_until(lambda: headless.journey.visit.pad.digits == "11", "the digits")
    keys.enter()
    assert has_lesson(headless)


def test_slow_digits_are_none_of_its_business_where_a_step_asks_for_typing(headless, keys):
    begin_lesson(headless)
    headless.driver.touch("next")
    assert headless.driver.is_seen("key:z")
    before = headless.journey.visit
    keys.type(NUMBER)
    keys.enter()
    assert headless.journey.visit == before


def test_the_scanned_lesson_is_wiped_no_sooner_than_any_other(headless, keys, wait_s):
    headless.kiosk.platform.clock.time_s += 10_000
    keys.scan(NUMBER)
    assert has_lesson(headless)
    wait_s(1)
    assert headless.journey.visit.page is Page.LESSON
    assert not headless.kiosk.visit.askedIfThere
