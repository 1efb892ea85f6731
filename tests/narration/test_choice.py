"""The choice of engine and voice for a language."""

from kiosk.narration.choice import VoiceChoice, choose, in_order
from kiosk.narration.engine import Ability

VOICES = {"vi": "vi+f3"}
SYSTEM = Ability("system", "1", None, {"vi": ("vi", "vi-south"), "en": ("en-gb",)})
NEURAL = Ability("neural", "2", None, {"vi": ("lan",)})
BROKEN = Ability("broken", "", "Hỏng rồi.", {})
RECORDED = Ability("recordings", "1", None, {}, {"rad": {"k1": "clip-7"}, "vi": {"k1": "clip-2"}})
ALL = [RECORDED, NEURAL, SYSTEM]


def test_the_first_configured_engine_that_has_the_language_speaks():
    choice = choose("vi", ["vi"], [BROKEN, NEURAL, SYSTEM], VOICES)
    assert choice == VoiceChoice("neural", "2", "lan", "vi", is_stand_in=False)


def test_the_configured_voice_is_used_with_its_timbre():
    assert choose("vi", ["vi"], [SYSTEM], VOICES).voice == "vi+f3"
    assert choose("vi", ["vi"], [SYSTEM], {"vi": "vi-south"}).voice == "vi-south"


def test_a_voice_the_engine_does_not_have_gives_way_to_its_first():
    assert choose("vi", ["vi"], [SYSTEM], {"vi": "lan"}).voice == "vi"


def test_a_language_without_a_voice_is_spoken_in_vietnamese_and_marked():
    choice = choose("rad", ["rad", "vi"], [SYSTEM], VOICES)
    assert (choice.language, choice.is_stand_in) == ("vi", True)


def test_an_untranslated_sentence_is_spoken_in_vietnamese_and_marked():
    choice = choose("en", ["vi"], [SYSTEM], VOICES)
    assert (choice.language, choice.is_stand_in) == ("vi", True)


def test_a_translated_sentence_is_spoken_in_its_language():
    choice = choose("en", ["en", "vi"], [NEURAL, SYSTEM], VOICES)
    assert (choice.engine, choice.language, choice.is_stand_in) == ("system", "en", False)


def test_without_any_voice_there_is_silence():
    assert choose("vi", ["vi"], [BROKEN], VOICES) is None
    assert choose("rad", ["rad"], [SYSTEM], VOICES) is None


def test_engines_are_tried_in_the_configured_order_and_no_others():
    assert in_order([SYSTEM, NEURAL, BROKEN], ["neural", "absent", "system"]) == [NEURAL, SYSTEM]


def test_a_recorded_sentence_is_heard_though_its_language_has_no_text():
    choice = choose("rad", ["vi"], ALL, VOICES, "k1")
    assert choice == VoiceChoice(
        "recordings", "1", "clip-7", "rad", is_stand_in=False, is_recording=True
    )


def test_a_recording_comes_before_every_other_voice():
    assert choose("vi", ["vi"], ALL, VOICES, "k1").voice == "clip-2"


def test_a_sentence_that_is_not_recorded_is_synthesised():
    assert choose("vi", ["vi"], ALL, VOICES, "k2") == choose("vi", ["vi"], [NEURAL], VOICES)


def test_a_sentence_that_is_not_recorded_in_a_language_without_a_voice_is_vietnamese():
    choice = choose("rad", ["vi"], ALL, VOICES, "k2")
    assert (choice.engine, choice.language, choice.is_stand_in) == ("neural", "vi", True)


def test_vietnamese_stands_in_with_its_recording_when_there_is_one():
    choice = choose("jra", ["vi"], ALL, VOICES, "k1")
    assert (choice.voice, choice.language, choice.is_stand_in) == ("clip-2", "vi", True)


def test_a_language_without_text_is_not_synthesised_from_nothing():
    assert choose("en", ["vi"], [SYSTEM], VOICES, "k1").language == "vi"
