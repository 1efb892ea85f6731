"""Recordings are never lost, never played for another sentence, and can always be undone."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from made_recordings import record, take, tone

from kiosk.narration.recordings import store
from kiosk.narration.recordings.audio_file import decoded
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings

TEXT = "Bác chạm vào hình bánh răng."
EDITED = "Bác chạm vào hình bánh răng màu xám."
KEY = sentence_key(TEXT)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "voice"


def index_of(folder):
    return json.loads((folder / "rad" / "index.json").read_text(encoding="utf-8"))


def clips_in(folder):
    return {path.name for path in (folder / "rad").glob("*.flac")}


def test_a_recording_is_found_by_its_sentence(folder):
    kept = record(folder, TEXT, height_hz=250)
    recordings = Recordings(folder, "rad")
    found = recordings.find(sentence_key("bác chạm vào hình bánh răng"))
    assert found == kept
    assert decoded(recordings.path_of(found)).samples == tone(250).samples


def test_the_index_says_who_spoke_what_and_when(folder):
    kept = record(folder, TEXT, word_starts_ms=(0, 300), spoken="Ih ƀuh klei anei")
    (reported,) = index_of(folder)["takes"]
    assert reported == {
        "sentence": KEY,
        "text": TEXT,
        "speaker": "H'Bia",
        "recorded_at": "2026-11-24T10:00:00+07:00",
        "device": "micro USB",
        "word_starts_ms": [0, 300],
        "spoken": "Ih ƀuh klei anei",
        "file": kept.file,
        "duration_ms": 800,
        "number": 1,
        "verdict": "",
        "listener": "",
    }


def test_a_language_without_recordings_has_none_and_gets_no_folder(folder):
    recordings = Recordings(folder, "rad")
    assert recordings.find(KEY) is None
    assert recordings.undo() is None
    assert not folder.exists()


def test_recorded_again_the_newest_is_heard_and_undo_brings_the_one_before(folder):
    first, second = record(folder, TEXT), record(folder, TEXT, height_hz=300)
    recordings = Recordings(folder, "rad")
    assert recordings.find(KEY) == second
    assert recordings.undo() == second
    assert recordings.find(KEY) == first
    assert Recordings(folder, "rad").find(KEY) == first
    assert clips_in(folder) == {first.file}


def test_undo_of_the_only_recording_leaves_the_sentence_without(folder):
    record(folder, TEXT)
    recordings = Recordings(folder, "rad")
    recordings.undo()
    assert recordings.find(KEY) is None
    assert Recordings(folder, "rad").find(KEY) is None


def test_of_many_takes_the_last_few_stay(folder):
    kept = [record(folder, TEXT) for _ in range(6)]
    assert clips_in(folder) == {each.file for each in kept[-4:]}


def test_two_who_record_at_once_lose_nothing(folder):
    one, other = Recordings(folder, "rad"), Recordings(folder, "rad")
    one.keep(take(TEXT), tone())
    other.keep(take(EDITED), tone())
    one.refresh()
    assert {each.text for each in one.takes} == {TEXT, EDITED}


def test_an_edited_sentence_is_offered_its_old_recording(folder):
    kept = record(folder, TEXT)
    record(folder, "Bác mở máy ảnh lên.")
    recordings = Recordings(folder, "rad")
    (offer,) = recordings.stale([EDITED, "Bác mở máy ảnh lên.", "Không giống gì cả đâu."])
    assert (offer.take, offer.text) == (kept, EDITED)
    assert recordings.find(sentence_key(EDITED)) is None


def test_a_confirmed_recording_serves_both_and_can_be_taken_back(folder):
    kept = record(folder, TEXT)
    recordings = Recordings(folder, "rad")
    confirmed = recordings.confirm_stale(KEY, EDITED)
    assert recordings.find(sentence_key(EDITED)) == confirmed
    assert (confirmed.file, confirmed.text) == (kept.file, EDITED)
    assert recordings.find(KEY) == kept
    recordings.undo()
    assert recordings.find(sentence_key(EDITED)) is None
    assert recordings.find(KEY) == kept
    assert clips_in(folder) == {kept.file}


def test_confirming_what_was_never_recorded_is_an_error(folder):
    record(folder, TEXT)
    with pytest.raises(KeyError):
        Recordings(folder, "rad").confirm_stale("nothing", EDITED)


def test_the_same_sentence_in_two_lessons_is_counted_and_recorded_once(folder):
    record(folder, TEXT)
    recordings = Recordings(folder, "rad")
    lines = [TEXT, "bác chạm vào hình bánh răng", EDITED, ""]
    covered = recordings.coverage(lines)
    assert (covered.total, covered.recorded, covered.stale) == (2, 1, 0)


def test_coverage_counts_what_is_stale(folder):
    record(folder, TEXT)
    recordings = Recordings(folder, "rad")
    covered = recordings.coverage([EDITED], recordings.stale([EDITED]))
    assert (covered.total, covered.recorded, covered.stale) == (1, 0, 1)


class PulledPlugError(OSError):
    pass


@pytest.mark.parametrize("at_name", ["index.json", ".flac"])
def test_pulling_the_plug_while_keeping_loses_nothing(folder, monkeypatch, at_name):
    before = record(folder, EDITED)
    write = store.write_durably

    def pull(path, content):
        if path.name.endswith(at_name):
            raise PulledPlugError
        write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(store, "write_durably", pull)
        with pytest.raises(PulledPlugError):
            Recordings(folder, "rad").keep(take(TEXT), tone(250))
    after = Recordings(folder, "rad")
    assert after.find(before.key) == before
    if at_name == "index.json":
        assert decoded(after.path_of(after.find(KEY))).samples == tone(250).samples
        assert len(index_of(folder)["takes"]) == 2
    else:
        assert after.find(KEY) is None


def test_a_plug_pulled_while_undoing_does_not_bring_the_recording_back(folder, monkeypatch):
    record(folder, TEXT)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(PulledPlugError))
        Recordings(folder, "rad").undo()
    assert len(clips_in(folder)) == 1
    recordings = Recordings(folder, "rad")
    assert recordings.find(KEY) is None
    recordings.keep(take(EDITED), tone())
    assert len(clips_in(folder)) == 1, "what is not wanted any more goes at last"


def test_a_child_killed_at_any_moment_loses_nothing_it_had_kept(folder):
    chance = random.Random(4)
    messages = []
    for attempt in range(5):
        child = subprocess.Popen(
            [
                sys.executable,
                Path(__file__).with_name("keep_until_killed.py"),
                folder,
                f"{attempt}",
            ],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            text=True,
        )
        with child:
            assert child.stdout.readline() == "ready\n"
            messages += [child.stdout.readline().strip() for _ in range(chance.randrange(1, 12))]
            for _ in range(chance.randrange(20_000)):
                pass
            child.kill()
            messages += [line.strip() for line in child.stdout if line.endswith("\n")]
        recordings = Recordings(folder, "rad")
        assert not recordings.troubles
        for text in messages:
            kept = recordings.find(sentence_key(text))
            assert decoded(recordings.path_of(kept)).duration_ms == 40
    record(folder, TEXT)
    assert not list((folder / "rad").glob(".*.unfinished"))


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"version": 99}',
        '{"version": 1, "takes": [{}], "discarded": []}',
        "\0" * 900,
    ],
)
def test_a_broken_index_is_set_aside_told_and_made_again(folder, damage):
    record(folder, TEXT, word_starts_ms=(0, 300))
    newest = record(folder, TEXT, height_hz=300)
    record(folder, EDITED)
    (folder / "rad" / "index.json").write_text(damage)
    recordings = Recordings(folder, "rad")
    (trouble,) = recordings.troubles
    assert trouble.code == "index_broken"
    assert trouble.path.read_text() == damage
    assert recordings.find(KEY).file == newest.file
    assert recordings.find(KEY).speaker == "H'Bia"
    assert recordings.find(KEY).device == "micro USB"
    assert {each.text for each in recordings.takes} == {TEXT, EDITED}
    assert Recordings(folder, "rad").troubles == (trouble,), "told until somebody has looked"
    trouble.path.unlink()
    assert not Recordings(folder, "rad").troubles
    recordings.keep(take(TEXT), tone())
    assert len(clips_in(folder)) == 4, "no clip took the name of another"


def test_after_the_index_was_made_again_no_clip_takes_the_name_of_another(folder):
    for height_hz in range(200, 260, 10):
        record(folder, TEXT, height_hz=height_hz)
    (folder / "rad" / "index.json").write_text("{")
    recordings = Recordings(folder, "rad")
    for _ in range(3):
        recordings.keep(take(TEXT), tone(400))
    for _ in range(3):
        recordings.undo()
    assert decoded(recordings.path_of(recordings.find(KEY))).samples == tone(250).samples


def test_an_index_cannot_name_a_file_elsewhere(folder):
    record(folder, TEXT)
    fields = index_of(folder)
    fields["takes"][0]["file"] = "../../secret.flac"
    (folder / "rad" / "index.json").write_text(json.dumps(fields))
    assert Recordings(folder, "rad").troubles[0].code == "index_broken"


def test_clips_put_there_by_hand_are_taken_up_by_what_they_say(folder, tmp_path):
    kept = record(tmp_path / "elsewhere", TEXT)
    (folder / "rad").mkdir(parents=True)
    (tmp_path / "elsewhere" / "rad" / kept.file).rename(folder / "rad" / "my clip.flac")
    assert Recordings(folder, "rad").find(KEY).file == "my clip.flac"


def test_a_clip_that_is_no_sound_is_told_and_left_alone(folder):
    record(folder, TEXT)
    stranger = folder / "rad" / "stranger.ogg"
    stranger.write_bytes(b"OggS but no more")
    recordings = Recordings(folder, "rad")
    (trouble,) = recordings.troubles
    assert (trouble.code, trouble.path) == ("clip_unreadable", stranger)
    assert stranger.exists()
    assert recordings.find(KEY)


def test_a_recording_whose_clip_is_gone_is_not_found(folder):
    kept = record(folder, TEXT)
    (folder / "rad" / kept.file).unlink()
    assert Recordings(folder, "rad").find(KEY) is None


def test_it_loads_neither_numpy_nor_a_sound_library_to_be_asked(folder):
    record(folder, TEXT)
    code = (
        "import sys; from pathlib import Path\n"
        "from kiosk.narration.recordings.store import Recordings\n"
        f"assert Recordings(Path({str(folder)!r}), 'rad').takes\n"
        "print(*sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "soundfile", "PySide6"} & set(said.stdout.split())
