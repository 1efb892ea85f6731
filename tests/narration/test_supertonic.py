"""Voices in the layout of Supertonic: their files, their word times, and faulty files."""

import made_voice
import pytest

from kiosk.narration.engine import EngineError
from kiosk.narration.engines.supertonic import Supertonic
from kiosk.narration.utterance import SpokenWord
from kiosk.narration.voice_folders import VoiceFolders


@pytest.fixture
def voice(tmp_path):
    return made_voice.put(tmp_path / "voices" / "vi")


@pytest.fixture
def engine(voice):
    return Supertonic(VoiceFolders(neural_voices=voice.parent.parent))


def say(engine, *texts, rate=175):
    words = [SpokenWord(at, at, text) for at, text in enumerate(texts)]
    return engine.render(words, "vi", "thu.NF", rate)


def test_each_speaker_is_a_voice(engine):
    assert engine.problem() is None
    assert engine.voices() == {"vi": ("thu.NF", "thu.NM")}


def test_each_word_begins_when_those_before_it_have_lasted(engine):
    clip = say(engine, "bac", "cham", "vao")
    # The length of a text includes the letters of `<vi>` and `</vi>`, as in the original.
    tags, tenth_ms = len("<vi></vi>"), made_voice.SECONDS_A_LETTER * 1000
    whole_ms = (tags + len("bac cham vao")) * tenth_ms
    assert clip.duration_ms == pytest.approx(whole_ms, abs=60)
    first, second, third = clip.word_starts_ms
    assert first == 0
    assert second == pytest.approx((tags + len("bac")) * tenth_ms, abs=60)
    assert third == pytest.approx((tags + len("bac cham")) * tenth_ms, abs=60)


def test_a_slower_rate_lasts_longer_and_the_words_with_it(engine):
    usual, slow = say(engine, "bac", "cham"), say(engine, "bac", "cham", rate=125)
    for before, after in (
        (usual.duration_ms, slow.duration_ms),
        (usual.word_starts_ms[1], slow.word_starts_ms[1]),
    ):
        assert after == pytest.approx(before * 1.4, rel=0.05)


def test_it_sounds_the_same_each_time(engine):
    assert say(engine, "bac").samples == say(engine, "bac").samples


def test_letters_are_taken_apart_and_unknown_ones_left_out(engine):
    (known,) = engine._found[0]
    assert known.numbers("ệ") == known.numbers("e\u0323\u0302")
    assert known.numbers("a☺") == known.numbers("a")


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("onnx/vocoder.onnx", "thiếu tệp onnx/vocoder.onnx"),
        ("onnx/unicode_indexer.json", "thiếu tệp onnx/unicode_indexer.json"),
        ("voice_styles/NF.json voice_styles/NM.json", "thiếu tệp người đọc"),
    ],
)
def test_a_missing_file_is_told(voice, engine, broken, expected):
    for name in broken.split():
        (voice / name).unlink()
    assert expected in engine.problem()


@pytest.mark.parametrize("name", ["onnx/vector_estimator.onnx", "voice_styles/NF.json"])
def test_a_damaged_file_is_an_error_and_no_noise(voice, engine, name):
    (voice / name).write_bytes(b"half")
    with pytest.raises((EngineError, ValueError), match="hỏng"):
        say(engine, "bac")


def test_damaged_sizes_are_told(voice, engine):
    (voice / "onnx" / "tts.json").write_text('{"ae": 1}')
    assert "không đúng kiểu Supertonic" in engine.problem()


def test_signs_alone_are_nothing_to_say(engine):
    with pytest.raises(EngineError, match="nothing to say"):
        say(engine, "…", "!")
