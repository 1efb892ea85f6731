"""Recordings in the formats and with the names that phones give them."""

import io
import os
import signal
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.narration.recordings.audio_file import NoSoundError
from kiosk.narration.recordings.bundle import BundleError, opened
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.recordings.importer import import_recordings
from kiosk.narration.recordings.matching import OrderError, as_people_count, matched
from kiosk.narration.recordings.script import ScriptError, ScriptLine, ScriptRow, rows, written
from kiosk.narration.recordings.sound import loudness_db, normalised
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.ui.sound import sound_decoder

CASES = Path(__file__).parent.parent / "cases" / "tieng"
HEARD = {
    "v1.m4a", "v10.MP3", "v11.wma", "v12.wav", "v13.wav", "v15.m4a", "v16.oga", "v17.mp4",
    "v18.webm", "v19.mp3", "v2.amr", "v20.wav", "v25 Ghi âm (3).opus", "v3.mp3", "v4.opus",
    "v5.ogg", "v6.aac", "v7.3gp", "v9.wav", "v14.wav", "v23.aiff", "v24.caf",
}  # fmt: skip
"""Among them an M4A file with the extension of MP3, and an MP3 file with that of WAV."""
REFUSED = {"v21.wav": "empty", "v22.mp3": "cut_off"}


@pytest.fixture(scope="module")
def decoder():
    with SoundDecoder() as decoder:
        yield decoder


def voice(seconds=2.0, rate_hz=48_000, channels=1, level=0.3):
    at = np.arange(round(seconds * rate_hz)) / rate_hz
    wave = level * np.sin(2 * np.pi * 180 * at) * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * at))
    return np.tile(wave[:, None], (1, channels))


def as_file(wave, rate_hz=48_000, **kind):
    content = io.BytesIO()
    soundfile.write(content, wave, rate_hz, **kind)
    return content.getvalue()


def test_every_case_has_its_expectation():
    found = {path.name for path in CASES.iterdir() if path.suffix != ".csv"}
    assert found == HEARD | set(REFUSED)


@pytest.mark.parametrize("name", sorted(HEARD))
def test_a_file_of_a_phone_is_heard(decoder, name):
    clip = normalised(decoder.decode((CASES / name).read_bytes()), words=4)
    assert 2100 < clip.duration_ms < 4000
    assert loudness_db(clip) == pytest.approx(-20, abs=2)


ENDINGS = ".3ga .3g2 .weba .wave .mpga .mp2 .aifc .m4r .m4v .au .w64 .ac3 .AWB .mka .mov .flac"


@pytest.mark.parametrize("ending", ENDINGS.split())
def test_the_endings_of_other_recorders_are_taken_too(ending, tmp_path):
    (tmp_path / f"câu 1{ending}").write_bytes((CASES / "v1.m4a").read_bytes())
    (tmp_path / "cau.csv").write_bytes(written([ScriptLine("Bác chờ một chút nhé.", (), "")], "vi"))
    with opened(tmp_path) as bundle:
        recordings = Recordings(tmp_path / "voice", "rad")
        report = import_recordings(
            bundle, recordings, (), Take("", "H'Bia", "2026-11-29T10:00:00+07:00")
        )
    assert [take.text for take in report.kept] == ["Bác chờ một chút nhé."]


@pytest.mark.parametrize(("name", "why"), sorted(REFUSED.items()))
def test_a_file_that_cannot_be_heard_is_refused_for_its_true_cause(decoder, name, why):
    with pytest.raises(NoSoundError) as refused:
        decoder.decode((CASES / name).read_bytes())
    assert refused.value.code == why


@pytest.mark.parametrize(
    "kind",
    [
        {"format": "WAV", "subtype": "FLOAT"},
        {"format": "WAV", "subtype": "PCM_24"},
        {"format": "AIFF"},
        {"format": "CAF"},
    ],
    ids=str,
)
def test_samples_of_every_sort_are_as_loud_as_they_were(decoder, kind):
    clip = decoder.decode(as_file(voice(channels=2), **kind))
    assert loudness_db(clip) == pytest.approx(
        loudness_db(decoder.decode(as_file(voice(), format="WAV"))), abs=0.1
    )


def test_a_float_file_beyond_full_scale_is_made_to_fit(decoder):
    clip = decoder.decode(as_file(voice(level=3.0), format="WAV", subtype="FLOAT"))
    peak = np.abs(np.frombuffer(clip.samples, "<i2").astype(int)).max()
    assert 32000 < peak < 32768
    normalised(clip, words=4)


def test_a_small_file_that_would_grow_a_thousandfold_is_refused_before_it_is_read(decoder):
    bomb = as_file(np.zeros((655_350, 8), dtype="int16"), 655_350, format="FLAC")
    begun = time.monotonic()
    with pytest.raises(NoSoundError) as refused:
        decoder.decode(bomb)
    assert refused.value.code == "odd_rate"
    assert time.monotonic() - begun < 5


def test_a_recorder_whose_battery_ran_out_is_heard(decoder):
    content = as_file(voice(), format="WAV")
    unfinished = content[:4] + bytes(4) + content[8:40] + bytes(4) + content[44:]
    assert decoder.decode(unfinished).duration_ms == 2000


def test_a_sentence_that_was_copied_in_part_is_not_taken_for_the_whole(decoder):
    content = as_file(voice(), format="WAV")
    with pytest.raises(NoSoundError) as refused:
        decoder.decode(content[: len(content) * 3 // 4])
    assert refused.value.code == "cut_off"


def test_two_channels_that_cancel_each_other_are_heard(decoder):
    wave = voice()
    clip = decoder.decode(as_file(np.hstack([wave, -wave]), format="WAV"))
    assert loudness_db(clip) == pytest.approx(
        loudness_db(decoder.decode(as_file(wave, format="WAV"))), abs=0.1
    )


def test_what_is_no_sound_is_refused_without_waiting(decoder):
    begun = time.monotonic()
    for content in (b"xin chao" * 100, b"<html>404</html>", b"MThd" + bytes(20)):
        with pytest.raises(NoSoundError):
            decoder.decode(content)
    assert time.monotonic() - begun < 3 * 3.0, "each waited for a stall of the decoder"


def test_a_decoder_that_dies_answers_and_the_next_file_is_read():
    with SoundDecoder() as decoder:
        os.kill(decoder._running().process_id, signal.SIGKILL)
        while decoder._process.is_running:
            time.sleep(0.01)
        assert decoder.decode(as_file(voice(), format="WAV")).duration_ms == 2000


def test_a_decoder_that_hangs_is_given_up():
    with SoundDecoder(limit_s=0.2) as decoder:
        os.kill(decoder._running().process_id, signal.SIGSTOP)
        with pytest.raises(NoSoundError) as refused:
            decoder.decode(as_file(voice(), format="WAV"))
        assert refused.value.code == "too_slow"


# Assignment of files to sentences.


def row(number, file="", said_number=""):
    return ScriptRow(number, f"Câu {number}.", file, said_number=said_number)


def test_the_name_in_the_script_comes_first_then_the_number_of_the_script():
    found = matched(
        [row(2, "0001.wav", "1"), row(3, "0002.wav", "2"), row(4, "0003.wav", "3")],
        ["0001.m4a", "câu 2.amr", "3.opus", "Ghi âm (1).m4a"],
    )
    assert found.files == {2: "0001.m4a", 3: "câu 2.amr", 4: "3.opus"}


@pytest.mark.parametrize("name", ["0001 (1).wav", "0001(2).wav", "câu 1 - Copy.wav"])
def test_a_second_copy_is_taken_where_the_first_is_missing(name):
    script = [row(2, "0001.wav", "1")]
    assert matched(script, [name]).files == {2: name}
    assert matched(script, ["0001.wav", name]).files == {2: "0001.wav"}
    assert matched([row(2, "a.wav", "1")], ["1.wav", name]).files == {2: "1.wav"}


def test_the_numbers_of_a_phone_are_no_numbers_of_the_script():
    found = matched([row(2, "0001.wav", "1")], ["Ghi âm (1).m4a", "AUD-20261129-WA0001.opus"])
    assert found.files == {}


def test_what_is_left_is_matched_by_order_when_somebody_says_so():
    names = [f"Ghi âm ({at}).m4a" for at in (10, 2, 9)] + ["Ghi âm.m4a", "ghi-chu.txt"]
    found = matched([row(at) for at in (2, 3, 4, 5)], names, by_order=True)
    assert [found.files[at] for at in (2, 3, 4, 5)] == [
        "Ghi âm.m4a",
        "Ghi âm (2).m4a",
        "Ghi âm (9).m4a",
        "Ghi âm (10).m4a",
    ]
    assert min(names[:4], key=as_people_count) == "Ghi âm.m4a"


def test_an_order_that_does_not_come_out_even_says_nothing():
    with pytest.raises(OrderError) as refused:
        matched([row(2), row(3)], ["a.m4a"], by_order=True)
    assert (refused.value.files, refused.value.sentences) == (1, 2)


# Malicious files.


def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "0001.wav")
    with opened(tmp_path) as bundle, pytest.raises(BundleError) as refused:
        bundle.read("0001.wav")
    assert refused.value.code == "not_plain"


def test_a_table_without_end_is_refused():
    line = "1,Bác chờ nhé,,a.wav,\n"
    with pytest.raises(ScriptError) as refused:
        rows(("Số,Câu tiếng Việt,Lời dịch,Tên tệp,Bài\n" + line * 200_000).encode())
    assert refused.value.code == "too_long"


@pytest.mark.parametrize("sign", ["=HYPERLINK(1)", "@SUM(1)", "+84", "-5", "\tx"])
def test_no_cell_of_the_script_is_a_formula_and_it_comes_back_as_it_was(sign):
    content = written([ScriptLine(f"{sign} bác", ("Bài",), spoken=sign)], "vi")
    assert f",'{sign}" in content.decode("utf-8-sig").replace('"', "")
    (back,) = rows(content)
    assert back.text == f"{sign} bác"


def test_the_whole_folder_of_cases_is_taken_in_and_each_refusal_is_true(tmp_path):
    recordings = Recordings(tmp_path, "rad")
    with opened(CASES) as bundle:
        report = import_recordings(bundle, recordings, (), Take("", "H'Bia", "2026-11-29"))
    reported = {each.file: each.code for each in report.notes if not each.kept}
    missing = {"v8.wav"}
    assert reported == {**REFUSED, **dict.fromkeys(missing, "no_file")}
    assert len(report.kept) == len(HEARD)


def test_a_file_that_takes_too_long_is_not_said_to_be_damaged(qapp, monkeypatch):
    monkeypatch.setattr(sound_decoder, "_STALL_MS", 0)
    with pytest.raises(NoSoundError) as problem:
        sound_decoder.sound_of((CASES / "v6.aac").read_bytes(), most_s=60)
    assert problem.value.code == "too_slow"
