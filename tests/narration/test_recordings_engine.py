"""Recordings of people, through the same interface as every other engine."""

import shutil
import time

import pytest
from made_recordings import RATE_HZ, record, tone

from kiosk.narration.engine import Ability, EngineError, Selective, ability, find_engines
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.utterance import SpokenWord
from kiosk.narration.voice_folders import VoiceFolders

TEXT = "Bác chạm vào hình bánh răng."
KEY = sentence_key(TEXT)
WORDS = (SpokenWord(0, 0, "ih"), SpokenWord(1, 2, "ƀuh klei anei."))


@pytest.fixture
def voice_folder(tmp_path):
    return tmp_path / "voice"


@pytest.fixture
def make_engine(voice_folder):
    return lambda: find_engines(VoiceFolders(recordings=voice_folder))["recordings"]


def test_it_speaks_only_what_was_recorded(make_engine, voice_folder):
    record(voice_folder, TEXT)
    engine = make_engine()
    assert isinstance(engine, Selective)
    can = ability(engine)
    assert isinstance(can, Ability)
    assert (can.problem, can.voices) == (None, {})
    assert list(can.sentences["rad"]) == [KEY]


def test_without_a_recording_it_says_how_to_begin(make_engine):
    assert ability(make_engine()) == Ability("recordings", "1", make_engine().problem(), {})
    assert "kiosk voice import" in make_engine().problem()


def test_the_clip_is_heard_as_it_was_spoken(make_engine, voice_folder):
    record(voice_folder, TEXT, height_hz=200)
    engine = make_engine()
    clip = engine.render((), "rad", engine.sentences()["rad"][KEY], 125)
    assert (clip.samples, clip.sample_rate_hz) == (tone(200).samples, RATE_HZ)
    assert clip.word_starts_ms == ()


def test_measured_times_are_given_to_the_words_that_begin_there(make_engine, voice_folder):
    record(voice_folder, TEXT, word_starts_ms=(40, 210, 480))
    engine = make_engine()
    assert engine.render(WORDS, "rad", engine.sentences()["rad"][KEY], 125).word_starts_ms == (
        40,
        210,
    )


@pytest.mark.parametrize("measured", [(), (40, 210, 480, 700)], ids=["none", "of another text"])
def test_without_fitting_times_the_words_share_the_sound(make_engine, voice_folder, measured):
    record(voice_folder, TEXT, word_starts_ms=measured)
    engine = make_engine()
    clip = engine.render(WORDS, "rad", engine.sentences()["rad"][KEY], 125)
    first, second = clip.word_starts_ms
    assert 0 <= first < 50
    assert 100 < second < 600


def test_another_take_is_another_voice(make_engine, voice_folder):
    record(voice_folder, TEXT)
    before = make_engine().sentences()["rad"][KEY]
    record(voice_folder, TEXT, height_hz=300)
    engine = make_engine()
    assert engine.sentences()["rad"][KEY] != before
    with pytest.raises(EngineError, match="no recording"):
        engine.render((), "rad", before, 125)


def test_a_clip_replaced_by_hand_is_another_voice(make_engine, voice_folder):
    kept = record(voice_folder, TEXT)
    engine = make_engine()
    assert not any(engine.look_again() for _ in range(3)), "all is quiet"
    before = engine.sentences()["rad"][KEY]
    other = record(voice_folder.parent / "elsewhere", TEXT, height_hz=300)
    shutil.copy(voice_folder.parent / "elsewhere" / "rad" / other.file, voice_folder / "rad")
    assert kept.file == other.file
    assert any(engine.look_again() for _ in range(40))
    assert engine.sentences()["rad"][KEY] != before


def test_what_comes_while_it_runs_is_seen_once(make_engine, voice_folder):
    engine = make_engine()
    assert not engine.look_again()
    record(voice_folder, TEXT)
    assert engine.look_again()
    assert KEY in engine.sentences()["rad"]
    assert not engine.look_again()


def test_a_clip_that_is_still_being_copied_is_heard_once_it_is_whole(
    make_engine, voice_folder, tmp_path
):
    kept = record(tmp_path / "stick", TEXT)
    content = (tmp_path / "stick" / "rad" / kept.file).read_bytes()
    (voice_folder / "rad").mkdir(parents=True)
    engine = make_engine()
    with (voice_folder / "rad" / kept.file).open("wb") as file:
        file.write(content[:20])
        file.flush()
        assert not engine.look_again()
        file.write(content[20:])
    assert engine.look_again()
    assert KEY in engine.sentences()["rad"]


def test_what_goes_while_it_runs_is_forgotten(make_engine, voice_folder):
    record(voice_folder, TEXT)
    engine = make_engine()
    shutil.rmtree(voice_folder / "rad")
    assert engine.look_again()
    assert engine.problem()


def test_a_clip_that_is_damaged_is_an_error_and_no_noise(make_engine, voice_folder):
    kept = record(voice_folder, TEXT)
    engine = make_engine()
    voice = engine.sentences()["rad"][KEY]
    (voice_folder / "rad" / kept.file).write_bytes(b"no sound at all")
    with pytest.raises(EngineError, match=kept.file):
        engine.render(WORDS, "rad", voice, 125)


def test_looking_again_at_five_thousand_clips_is_quick(make_engine, voice_folder):
    (voice_folder / "rad").mkdir(parents=True)
    for number in range(5000):
        (voice_folder / "rad" / f"{number}.txt").touch()
    engine = make_engine()
    assert min(_duration_s(engine.look_again) for _ in range(5)) < 0.002


def _duration_s(work):
    began_s = time.perf_counter()
    work()
    return time.perf_counter() - began_s
