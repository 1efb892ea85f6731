"""The models of lessons and settings: frozen, validated, with defaults that work."""

import pytest
from making import GOAL, RIGHT, WRONG, ask, explain, lesson, screen, step, tap
from pydantic import ValidationError

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.settings import Idle, Settings, VoiceSettings, Wifi
from kiosk.domain.way import Way


def test_a_step_can_neither_be_changed_nor_told_what_it_does_not_know():
    a_step = explain()
    with pytest.raises(ValidationError):
        a_step.say = "Khác."
    with pytest.raises(ValidationError):
        explain(mau="xanh")


@pytest.mark.parametrize("say", ["", "   ", "x" * 401])
def test_a_sentence_is_neither_empty_nor_longer_than_a_screen(say):
    with pytest.raises(ValidationError):
        explain(say)


@pytest.mark.parametrize("name", ["Cài đặt", "cai_dat", "-a", "a--b", "A", ""])
def test_a_name_is_small_letters_digits_and_hyphens(name):
    with pytest.raises(ValidationError):
        explain(name=name)


def test_silence_is_nothing_to_say():
    assert not SILENCE
    assert Line("Bác ơi.")


def test_a_lesson_tells_each_sentence_once():
    steps = (explain("Một."), explain("Một."), ask(RIGHT, WRONG))
    twice = lesson(*steps, remember=["Nhớ."], closing="Hết rồi ạ.")
    texts = [line.text for line in twice.lines()]
    assert len(texts) == len(set(texts))
    assert {"Bài thử", GOAL, "Nhớ.", "Hết rồi ạ.", "Một.", "Bác chọn gì?", RIGHT["because"]} <= set(
        texts
    )


def test_the_same_words_spoken_otherwise_are_another_line():
    spoken = lesson(explain("OTP"), explain("OTP", speak="ô-tê-pê"))
    assert [line.speak for line in spoken.lines() if line.text == "OTP"] == ["", "ô-tê-pê"]


def test_a_step_is_found_by_its_name():
    named = lesson(explain(), explain(name="hai"))
    assert named.position_of("hai") == 1
    with pytest.raises(KeyError):
        named.position_of("ba")


def test_a_step_shows_the_screen_that_it_names():
    shown = lesson(explain(), tap("a"))
    assert shown.screen_of(0) is None
    assert shown.screen_of(1).name == "hai-nut"


def test_a_lesson_offers_only_ways_that_have_a_step():
    assert lesson(explain()).ways == (Way.WATCH, Way.TOGETHER, Way.OWN_PHONE)
    assert lesson(ask(RIGHT, WRONG)).ways == (Way.TOGETHER, Way.ALONE)


def test_a_lesson_has_no_more_than_three_things_to_remember():
    with pytest.raises(ValidationError):
        lesson(explain(), remember=["Một.", "Hai.", "Ba.", "Bốn."])


def test_a_screen_knows_what_can_be_touched_and_read():
    shown = screen(
        "thu",
        {"bar": "Cài đặt"},
        {"row": "wifi", "label": "Wi-Fi", "value": "Đang tắt"},
        {"message": "Không thể kết nối.", "button": "thu-lai", "label": "Thử lại"},
    )
    assert shown.targets == ("wifi", "thu-lai")
    assert {"Cài đặt", "Wi-Fi", "Đang tắt", "Không thể kết nối.", "Thử lại"} <= set(shown.words)


def test_what_an_element_draws_is_asked_for_by_name():
    (icon,) = screen("thu", {"app": "a", "icon": "bank", "label": "A"}).elements[0].references()
    assert (icon.sort, icon.name) == ("icon", "bank")


def test_every_prompt_can_be_translated_and_spoken_ahead():
    messages = prompts.lines()
    assert set(prompts.OPENINGS) == set(Way)
    assert {prompts.STILL_THERE, prompts.FOLLOW_THE_FINGER, *prompts.OPENINGS.values()} <= set(
        messages
    )
    assert all(line.text.strip() == line.text != "" for line in messages)


def test_a_centre_that_sets_nothing_has_a_working_kiosk():
    settings = Settings()
    assert settings.languages.offered[0] == "vi"
    assert settings.wifi is None
    assert settings.idle.own_phone_warn_after_s > settings.idle.warn_after_s


@pytest.mark.parametrize("volume", [0, 6])
def test_the_volume_is_one_to_five(volume):
    with pytest.raises(ValidationError):
        VoiceSettings.model_validate({"volume": volume})


@pytest.mark.parametrize("seconds", [0, 5, 100_000])
def test_nobody_is_hurried_and_no_visit_lasts_for_ever(seconds):
    with pytest.raises(ValidationError):
        Idle.model_validate({"warn_after_s": seconds})


def test_a_network_is_open_or_has_a_password_that_phones_accept():
    assert Wifi(name="a").security == "nopass"
    assert Wifi(name="a", password="12345678").security == "WPA"
    with pytest.raises(ValidationError, match="wifi_password_too_short"):
        Wifi.model_validate({"name": "a", "password": "1234567"})


def test_a_step_for_one_way_only_is_written_so():
    assert explain(ways=["alone"]).belongs_to(Way.ALONE)
    with pytest.raises(ValidationError):
        explain(ways=["sometimes"])


def test_a_note_is_rows_or_the_centres_network():
    rows = [{"label": "Tên mạng", "value": "HOC-THU-KIOT"}]
    assert list(explain(note=rows).labels()) == ["Tên mạng"]
    assert explain(note="wifi").note == "wifi"


def test_a_step_without_exercise_is_not_met_alone():
    assert not step("qr", say="Quét.", qr="wifi").belongs_to(Way.ALONE)
    assert tap("a").belongs_to(Way.ALONE)
