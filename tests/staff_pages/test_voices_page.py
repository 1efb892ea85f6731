"""The synthetic voice is chosen by ear; neural voices are added and removed without a terminal."""

import made_voice
import pytest
import yaml

from kiosk.narration.engine import EngineError
from kiosk.narration.utterance import Clip
from kiosk.staff_pages.voices import worklist

SOUND = Clip(b"\1\0" * 8000, 16_000, ())
SOUTH = "voice:espeak:vi-vn-x-south"


@pytest.fixture
def home(home):
    """A media folder of its own, because voices are written into it."""
    media = (home / "media").resolve()
    (home / "media").unlink()
    (home / "media").mkdir()
    for name in ("icons", "pictures"):
        (home / "media" / name).symlink_to(media / name, target_is_directory=True)
    return home


@pytest.fixture
def tried(monkeypatch):
    """The voices that were tried; the engines have tests of their own."""
    asked = []

    def sample(settings, _sentence, language, engine, voice):
        asked.append((language, engine, voice, settings.neural_voices))
        return SOUND

    monkeypatch.setattr(worklist, "sample", sample)
    return asked


@pytest.fixture
def at_voices(staff, tried):
    staff.open("voices")
    staff.wait_until(lambda: staff.sees(SOUTH))
    return staff


def settle(staff):
    staff.wait_until(lambda: not page_model(staff).property("working"))


def page_model(staff):
    return staff.headless.kiosk.staff.property("page")


def set_here(home):
    return yaml.safe_load((home / "config.local.yaml").read_text("utf-8"))["voice"]


def test_the_forms_of_three_regions_are_heard_and_one_is_taken(at_voices, home, tried, narrators):
    assert at_voices.names("voice:")[:3] == [
        "voice:espeak:vi",
        "voice:espeak:vi-vn-x-central",
        SOUTH,
    ]
    at_voices.touch(SOUTH)
    at_voices.wait_until(lambda: narrators[-1].clips == [SOUND])
    assert tried[-1][:3] == ("vi", "espeak", "vi-vn-x-south+f3")
    assert not (home / "config.local.yaml").exists(), "nothing is chosen by listening"

    at_voices.touch("take-voice")
    at_voices.wait_until((home / "config.local.yaml").exists)
    at_voices.wait_until(lambda: hasattr(narrators[-1], "settings"))
    assert set_here(home)["voices"]["vi"] == "vi-vn-x-south+f3"
    assert narrators[-1].settings.voices["vi"] == "vi-vn-x-south+f3", (
        "from now on, not after a start"
    )
    assert narrators[-1].settings.engines[:2] == ("recordings", "espeak")

    at_voices.touch("undo")
    at_voices.wait_until(lambda: narrators[-1].settings.voices["vi"] == "vi+f3")


def test_a_voice_that_is_silent_is_told(at_voices, monkeypatch):
    def fail(*_):
        raise EngineError("half")

    monkeypatch.setattr(worklist, "sample", fail)
    at_voices.touch(SOUTH)
    at_voices.wait_until(lambda: page_model(at_voices).property("problem") != "")
    assert any("half" in text for text in at_voices.texts())


def test_a_voice_on_a_stick_is_heard_and_its_licence_shown_before_it_is_put_in(
    at_voices, home, tried, tmp_path, narrators
):
    made_voice.put(tmp_path / "sticks" / "usb")
    brought = page_model(at_voices)
    found = worklist.voices_on((worklist.Stick(tmp_path / "sticks" / "usb", "usb"),))
    brought._take_brought(found)
    at_voices.wait_until(lambda: page_model(at_voices).rows.rows[-1].name == "brought:thu")
    if not at_voices.sees("voice:brought:thu"):
        at_voices.touch("more-voices")
    at_voices.touch("voice:brought:thu")
    at_voices.wait_until(lambda: narrators[-1].clips != [])
    assert tried[-1][:3] == ("vi", "supertonic", "thu.NF")
    assert tried[-1][3] != home / "media" / "voices", "nothing is put in yet"
    assert any("Made up for a test" in text for text in at_voices.texts())
    assert not (home / "media" / "voices").exists()

    at_voices.touch("take-voice")
    at_voices.wait_until((home / "config.local.yaml").exists)
    settle(at_voices)
    assert (home / "media" / "voices" / "vi" / "thu" / "onnx" / "vocoder.onnx").exists()
    assert set_here(home)["voices"]["vi"] == "thu.NF"
    assert set_here(home)["engines"][:2] == ["recordings", "supertonic"]

    at_voices.wait_until(lambda: at_voices.sees("drop-voice"))
    at_voices.touch("drop-voice")
    at_voices.wait_until(lambda: set_here(home)["voices"]["vi"] == "vi+f3")
    assert not (home / "media" / "voices" / "vi" / "thu").exists()


def test_a_voice_on_a_stick_that_is_damaged_or_foreign_is_told_and_not_taken(at_voices, tmp_path):
    stick = tmp_path / "sticks" / "usb"
    made_voice.put(stick)
    (stick / "thu" / "onnx" / "vocoder.onnx").write_bytes(b"")
    (stick / "anh").mkdir(parents=True)
    (stick / "anh" / "en.onnx").write_bytes(b"some")
    page_model(at_voices)._take_brought(worklist.voices_on((worklist.Stick(stick, "usb"),)))
    at_voices.wait_until(lambda: page_model(at_voices).rows.rows[-1].sign == "warning")
    for name, why in (("anh", "Thiếu tệp en.onnx.json"), ("thu", "vocoder.onnx rỗng")):
        if not at_voices.sees(f"voice:brought:{name}"):
            at_voices.touch("more-voices")
        at_voices.touch(f"voice:brought:{name}")
        assert any(why in text for text in at_voices.texts())
        assert not at_voices.sees("take-voice")
