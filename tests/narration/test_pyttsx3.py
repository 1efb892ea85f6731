"""The system's voices: requests to the separate process, and its failures."""

import importlib.util
import wave

import pytest

from kiosk.narration.engine import EngineError
from kiosk.narration.engines import pyttsx3
from kiosk.narration.engines.espeak import Espeak
from kiosk.narration.utterance import SpokenWord
from kiosk.narration.word_times import spread_times

WORDS = [SpokenWord(0, 0, "Bác"), SpokenWord(1, 1, "chờ"), SpokenWord(2, 2, "nhé.")]
RATE_HZ = 1000


def say():
    engine = pyttsx3.Pyttsx3()
    return engine.render(WORDS, "vi", engine.voices()["vi"][0], 125)


def with_process(monkeypatch, code):
    """Replaces the program of the separate process."""
    monkeypatch.setattr(pyttsx3, "_SPEAKER", ("-c", code))


def test_espeak_ng_in_this_process_is_not_disturbed():
    before = Espeak().render(WORDS, "vi", "vi", 125)
    say()
    after = Espeak().render(WORDS, "vi", "vi", 125)
    assert after.duration_ms == pytest.approx(before.duration_ms, abs=30)


def test_a_process_that_dies_is_an_error(monkeypatch):
    engine = pyttsx3.Pyttsx3()
    voice = engine.voices()["vi"][0]
    with_process(monkeypatch, "import os; os._exit(9)")
    with pytest.raises(EngineError, match="exit status 9"):
        engine.render(WORDS, "vi", voice, 125)


def test_a_process_that_hangs_is_given_up(monkeypatch):
    engine = pyttsx3.Pyttsx3()
    voice = engine.voices()["vi"][0]
    monkeypatch.setattr(pyttsx3, "_LIMIT_S", 0.2)
    with_process(monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(EngineError, match="no answer within"):
        engine.render(WORDS, "vi", voice, 125)


def test_a_system_without_voices_says_what_to_install(monkeypatch):
    with_process(monkeypatch, "print('{}')")
    assert "Cài giọng" in pyttsx3.Pyttsx3().problem()


def test_without_the_package_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    engine = pyttsx3.Pyttsx3()
    assert "pip install pyttsx3" in engine.problem()
    assert engine.version == ""


def test_sound_of_another_kind_is_refused(tmp_path):
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        sound.writeframes(bytes(400))
    with pytest.raises(EngineError, match="mono"):
        pyttsx3._sound(tmp_path / "stereo.wav")


def test_times_are_spread_over_what_is_heard():
    heard = b"\x00\x10" * RATE_HZ
    samples = bytes(RATE_HZ // 5 * 2) + heard + bytes(RATE_HZ * 2)
    first, second, third = spread_times(["ba", "nghiêng nghiêng", "ba"], samples, RATE_HZ)
    assert first == 200
    assert 300 < second < 500
    assert 900 < third < 1100


def test_a_stop_takes_time_and_silence_none():
    heard = b"\x00\x10" * RATE_HZ
    plain, rested = (spread_times([word, "ba"], heard, RATE_HZ)[1] for word in ("ba", "ba."))
    assert plain == 500
    assert rested > 600
    assert spread_times(["ba", "ba"], bytes(100), RATE_HZ) == (0, 0)
