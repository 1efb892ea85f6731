"""Neural voices: their files and word times, and faulty files."""

import importlib.util
import json
import shutil

import neural_voice
import pytest

from kiosk.narration.engine import EngineError
from kiosk.narration.engines.piper import Piper
from kiosk.narration.piper.phrases import phrases
from kiosk.narration.utterance import SpokenWord
from kiosk.narration.voice_folders import VoiceFolders

NUMBERS = {"^": (1,), "$": (2,), "_": (0,), " ": (3,), "a": (14,), ".": (10,), "\u0303": (99,)}
WORD = (SpokenWord(0, 0, "Hello."),)


@pytest.fixture
def voices(tmp_path):
    return neural_voice.put(tmp_path / "voices")


@pytest.fixture
def prepared(tmp_path):
    return tmp_path / "prepared"


@pytest.fixture
def description(voices):
    """Makes the voice's configuration file writable, and returns a function that changes it."""
    file = voices / "en" / f"{neural_voice.NAME}.onnx.json"
    content = json.loads(file.read_text("utf-8"))
    file.unlink()

    def write(**changes):
        file.write_text(json.dumps({**content, **changes}), "utf-8")

    write()
    return write


def said(*texts):
    words = [SpokenWord(place, place, text) for place, text in enumerate(texts)]
    return list(phrases(words, lambda text: text.strip("."), NUMBERS))


def say(engine, words=WORD):
    return engine.render(words, "en", neural_voice.NAME, 125)


def test_each_word_is_known_by_the_place_of_its_first_sound():
    (phrase,) = said("a", "aa", "a.")
    assert phrase.numbers == (1, 0, 14, 0, 3, 0, 14, 0, 14, 0, 3, 0, 14, 0, 10, 0, 2)
    assert [phrase.numbers[place] for place in phrase.word_places] == [14, 14, 14]
    assert phrase.word_places == (2, 6, 12)


def test_each_sentence_is_said_by_itself():
    assert [len(phrase.word_places) for phrase in said("a", "a.", "a", "a!")] == [2, 2]


def test_joined_letters_are_taken_apart_as_the_network_knows_them():
    (phrase,) = said("ã")
    assert phrase.numbers == (1, 0, 14, 0, 99, 0, 2)


def test_what_the_network_does_not_know_is_silent():
    assert [phrase.silent for phrase in said("a.", "zz.", ".")] == [False, True, True]


def test_a_silent_sentence_among_others_begins_where_it_would_be_heard(voices, prepared):
    engine = Piper(VoiceFolders(neural_voices=voices, prepared=prepared))
    words = [SpokenWord(place, place, text) for place, text in enumerate(("Yes.", "…!", "No."))]
    first, silent, last = say(engine, words).word_starts_ms
    assert first < silent < last


def test_the_network_is_made_ready_once(voices, prepared):
    say(Piper(VoiceFolders(neural_voices=voices, prepared=prepared)))
    (made,) = prepared.iterdir()
    before = made.stat()
    say(Piper(VoiceFolders(neural_voices=voices, prepared=prepared)))
    assert made.stat() == before or made.stat().st_mtime_ns == before.st_mtime_ns
    assert list(prepared.iterdir()) == [made]


def test_where_nothing_can_be_kept_it_speaks_all_the_same(voices, tmp_path):
    (tmp_path / "file").touch()
    assert say(
        Piper(VoiceFolders(neural_voices=voices, prepared=tmp_path / "file" / "prepared"))
    ).samples


def test_another_network_of_the_same_name_is_another_version(voices, prepared):
    network = voices / "en" / f"{neural_voice.NAME}.onnx"
    before = Piper(VoiceFolders(neural_voices=voices)).version
    network.unlink()
    network.write_bytes(b"another")
    assert Piper(VoiceFolders(neural_voices=voices)).version != before


def test_a_damaged_network_is_an_error_that_names_the_file(voices, prepared):
    network = voices / "en" / f"{neural_voice.NAME}.onnx"
    whole = network.read_bytes()
    network.unlink()
    network.write_bytes(whole[:100_000])
    with pytest.raises(EngineError, match=f"{neural_voice.NAME} hỏng, chép lại"):
        say(Piper(VoiceFolders(neural_voices=voices, prepared=prepared)))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"audio": None}, "không đúng kiểu giọng Piper"),
        ({"phoneme_id_map": ["a"]}, "không đúng kiểu giọng Piper"),
        ({"phoneme_type": "pinyin"}, "chưa dùng được"),
        ({"num_speakers": 4}, "chưa dùng được"),
    ],
)
def test_a_voice_of_another_kind_is_told(voices, description, changes, expected):
    description(**changes)
    engine = Piper(VoiceFolders(neural_voices=voices))
    assert expected in engine.problem()
    assert not engine.voices()


def test_a_missing_second_file_is_told_by_its_name(voices):
    (voices / "en" / f"{neural_voice.NAME}.onnx.json").unlink()
    assert Piper(VoiceFolders(neural_voices=voices)).problem() == (
        f"Thiếu tệp {neural_voice.NAME}.onnx.json bên cạnh {neural_voice.NAME}.onnx."
    )


def test_a_broken_voice_does_not_take_the_whole_one_with_it(voices):
    shutil.copytree(voices / "en", voices / "vi")
    (voices / "vi" / f"{neural_voice.NAME}.onnx.json").write_text("{", "utf-8")
    engine = Piper(VoiceFolders(neural_voices=voices))
    assert engine.problem() is None
    assert engine.voices() == {"en": (neural_voice.NAME,)}


def test_without_the_extra_packages_it_says_how_to_get_them(voices, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    engine = Piper(VoiceFolders(neural_voices=voices))
    assert engine.problem().endswith("script/setup neural")
    assert engine.version == ""
