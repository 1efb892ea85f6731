"""Recordings that are imported with a lesson: the speaker they are stored under, and their size."""

import io
import json
import time

import numpy as np
import pytest
import soundfile
from recording import record
from stick import NOW, KioskWithStick, lesson

from kiosk.content.spoken import ITSELF
from kiosk.domain import prompts
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.usb_import import clips as taken_clips
from kiosk.usb_import.history import kept, undo
from kiosk.usb_import.installer import take_over
from kiosk.usb_import.refusal import ImportNote, LessonRefusedError
from kiosk.usb_import.usb_lesson import UsbLessonState

OWN, SHARED = "Bác chạm vào nút xanh.", "Công an không bao giờ gọi điện đòi tiền."
PROMPT = prompts.STILL_THERE.text


@pytest.fixture
def place(tmp_path):
    place = KioskWithStick(tmp_path)
    (place.folders.translations / "vi").mkdir()
    place.add_lesson("lua-dao.yaml", lesson("Lừa đảo", 41, says=(SHARED,)))
    place.put_on_stick("moi.yaml", lesson("Bài mới", 30, says=(OWN, SHARED, PROMPT)))
    return place


def heard(place, text, language="rad"):
    take = Recordings(place.folders.recordings, language).find(sentence_key(text))
    return take.speaker if take else ""


def test_whose_voice_the_recordings_would_become_is_told(place):
    for text in (OWN, SHARED, PROMPT):
        record(place.stick / "voice", "rad", text)
    offer = place.offer("moi")
    assert {clip.take.text: clip.also for clip in offer.clips} == {
        OWN: (),
        SHARED: ("Lừa đảo",),
        PROMPT: (ITSELF,),
    }
    assert offer.elsewhere == ("Lừa đảo", ITSELF)


@pytest.mark.parametrize("language", ["rad", "vi"])
def test_other_lessons_and_the_kiosk_itself_keep_their_voice_until_somebody_agrees(place, language):
    record(place.folders.recordings, language, SHARED, speaker="Cũ")
    for text in (OWN, SHARED, PROMPT):
        record(place.stick / "voice", language, text, speaker="Lạ")
    place.take("moi")
    assert [heard(place, text, language) for text in (OWN, SHARED, PROMPT)] == ["Lạ", "Cũ", ""]
    take_over(place.offer("moi"), place.stick, place.kiosk, NOW, everywhere=True)
    assert [heard(place, text, language) for text in (OWN, SHARED, PROMPT)] == ["Lạ"] * 3
    undo(place.folders, kept(place.folders)[0].name)
    assert [heard(place, text, language) for text in (OWN, SHARED, PROMPT)] == ["Lạ", "Cũ", ""]


def test_where_only_shared_voices_are_new_nothing_is_taken_before_somebody_agrees(place):
    place.take("moi")
    record(place.stick / "voice", "rad", SHARED)
    offer = place.offer("moi")
    assert offer.state is UsbLessonState.CHANGED
    with pytest.raises(LessonRefusedError) as refused:
        take_over(offer, place.stick, place.kiosk, NOW)
    assert refused.value.note.code == "voices_wait"


def test_recordings_that_take_the_place_of_others_are_told(place):
    record(place.folders.recordings, "rad", OWN, speaker="Cũ")
    record(place.stick / "voice", "rad", OWN, speaker="Mới")
    assert ImportNote("voices_replaced", ("1",)) in place.offer("moi").notes


def damaged_index(place, change):
    record(place.stick / "voice", "rad", OWN)
    index = place.stick / "voice" / "rad" / "index.json"
    text = json.loads(index.read_text(encoding="utf-8"))
    index.write_text(change(text), encoding="utf-8")


DAMAGES = {
    "half of a pair": lambda told: json.dumps(told).replace('"H\'Bia"', '"\\ud800"'),
    "infinite": lambda told: json.dumps(told).replace('"number": 1', '"number": 1e999'),
    "not a number": lambda told: json.dumps(told).replace('"number": 1', '"number": NaN'),
    "deep": lambda told: "[" * 200_000,
    "deep object": lambda told: '{"a":' * 100_000,
    "long number": lambda told: json.dumps(told).replace('"number": 1', '"number": 1' + "0" * 5000),
    "empty": lambda told: "",
    "a list": lambda told: "[]",
    "zero byte": lambda told: json.dumps(told).replace(".flac", ".flac\\u0000"),
}


@pytest.mark.parametrize("change", DAMAGES.values(), ids=list(DAMAGES))
def test_a_list_of_recordings_that_would_harm_is_no_list_and_the_lesson_is_still_offered(
    place, change
):
    damaged_index(place, change)
    offer = place.offer("moi")
    assert offer.state is UsbLessonState.NEW
    place.take("moi")
    assert heard(place, OWN) == "H'Bia"  # as the clip's own metadata say


def as_file(rate_hz, channels=1, seconds=1.0, kind="WAV"):
    content = io.BytesIO()
    wave = np.zeros((round(rate_hz * seconds), channels), dtype="int16")
    soundfile.write(content, wave, rate_hz, format=kind)
    return content.getvalue()


@pytest.mark.parametrize(
    "sound",
    [as_file(1_000_000), as_file(655_350, 8, kind="FLAC"), b"RIFF", b""],
    ids=["one megahertz", "grows a thousandfold", "cut", "empty"],
)
def test_a_recording_that_nobody_spoke_refuses_the_lesson_with_its_cause(place, sound):
    take = record(place.stick / "voice", "rad", OWN)
    (place.stick / "voice" / "rad" / take.file).write_bytes(sound)
    offer = place.offer("moi")
    begun = time.monotonic()
    with pytest.raises(LessonRefusedError) as refused:
        take_over(offer, place.stick, place.kiosk, NOW)
    assert refused.value.note.code == "no_sound"
    assert time.monotonic() - begun < 10
    assert "moi" not in place.kiosk.heads


def test_many_lessons_beside_many_recordings_read_the_list_once(place, monkeypatch):
    record(place.stick / "voice", "rad", OWN)
    for number in range(40):
        place.put_on_stick(f"bai-{number}.yaml", lesson(f"Bài {number}", 100 + number))
    read = []
    real = taken_clips.from_json
    monkeypatch.setattr(taken_clips, "from_json", lambda content: read.append(1) or real(content))
    assert sum(bool(offer.clips) for offer in place.look().offers) == 41
    assert len(read) <= 2
