"""One long take is cut at silences into sentences, and staff can correct the cuts."""

import csv
import io

import numpy as np
import pytest
import soundfile

from kiosk.narration.recordings.candidates import keep_candidates, read_candidates, take_back
from kiosk.narration.recordings.cutting import cut
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

RATE_HZ = 16_000
SENTENCES = ("Bác chạm vào đây nhé.", "Bác chờ một chút.", "Xong rồi, giỏi quá!")
ORIGIN = Take("", "H'Bia", "2026-11-29T09:00:00+07:00")


def voice(seconds, height_hz=180):
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return 0.3 * np.sin(2 * np.pi * height_hz * at)


def rest(seconds):
    return np.random.default_rng(7).normal(0, 0.0005, round(seconds * RATE_HZ))


def clip(*parts):
    wave = np.concatenate(parts)
    return Clip((wave * 32767).round().astype("<i2").tobytes(), RATE_HZ, ())


def lengths_ms(cuts):
    return [cuts.clip(at).duration_ms for at in range(len(cuts.pieces))]


@pytest.fixture
def take():
    """Three sentences; in the second a short pause, and after another pause a cough."""
    return clip(
        rest(1), voice(1.5), rest(1.2), voice(0.8), rest(0.4), voice(0.7), rest(1.1), voice(1.6),
        rest(1),
    )  # fmt: skip


def test_the_longest_silences_part_the_sentences(take):
    cuts = cut(take, 3)
    assert lengths_ms(cuts) == pytest.approx([1900, 2300, 2000], abs=60)


def test_a_piece_is_parted_joined_and_dropped(take):
    cuts = cut(take, 3)
    parted = cuts.parted(1)
    assert len(parted.pieces) == 4
    assert parted.joined(1).pieces == cuts.pieces
    assert parted.dropped(2).pieces == (*cuts.pieces[:1], parted.pieces[1], cuts.pieces[2])
    assert cuts.parted(0) == cuts  # no silence to cut at
    assert cuts.joined(2) == cuts  # no piece after it


def test_where_there_are_too_few_silences_there_are_fewer_pieces(take):
    assert len(cut(take, 9).pieces) == 4
    assert cut(clip(rest(2)), 3).pieces == ()


def as_wav(*parts):
    content = io.BytesIO()
    soundfile.write(content, np.concatenate(parts), RATE_HZ, format="WAV")
    return content.getvalue()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "thu"
    folder.mkdir()
    with (folder / "cau.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("Số", "Câu tiếng Việt", "Tên tệp"))
        table.writerows((at, text, f"{at:04}.wav") for at, text in enumerate(SENTENCES, start=1))
    return folder


def spoken(candidates):
    return [(each.row.text, each.flaw, each.by_order) for each in candidates.all]


def test_one_file_for_several_sentences_is_cut(folder, take):
    (folder / "Ghi âm.wav").write_bytes(as_wav(np.frombuffer(take.samples, "<i2") / 32768))
    candidates = read_candidates(folder)
    assert candidates.cuts
    assert spoken(candidates) == [(text, "", True) for text in SENTENCES]


def test_of_a_take_that_is_too_long_it_is_told_that_its_end_was_not_read(folder, take, monkeypatch):
    (folder / "Ghi âm.wav").write_bytes(as_wav(np.frombuffer(take.samples, "<i2") / 32768))
    assert not read_candidates(folder).is_cut_short
    monkeypatch.setattr("kiosk.narration.recordings.candidates.MAX_TAKE_S", 1)
    assert read_candidates(folder).is_cut_short


def test_as_many_files_as_sentences_are_matched_by_order_and_said_to_be(folder):
    for name in ("Ghi âm (2).wav", "Ghi âm (10).wav", "0001.wav"):
        (folder / name).write_bytes(as_wav(rest(0.5), voice(1.5), rest(0.5)))
    assert spoken(read_candidates(folder)) == [
        (SENTENCES[0], "", False),
        (SENTENCES[1], "", True),
        (SENTENCES[2], "", True),
    ]


def test_what_cannot_be_matched_is_told(folder):
    for name in ("Ghi âm (2).wav", "0001.wav"):
        (folder / name).write_bytes(as_wav(rest(0.5), voice(1.5), rest(0.5)))
    (folder / "Ghi âm (3).wav").write_bytes(b"")
    (folder / "Ghi âm (4).wav").write_bytes(b"")
    candidates = read_candidates(folder)
    assert [each.flaw for each in candidates.all] == ["", "no_file", "no_file"]
    assert len(candidates.extra) == 3


def test_what_is_good_is_kept_and_taken_back_as_one(folder, take, tmp_path):
    (folder / "Ghi âm.wav").write_bytes(as_wav(np.frombuffer(take.samples, "<i2") / 32768))
    recordings = Recordings(tmp_path / "voice", "rad")
    before = recordings.keep(Take(SENTENCES[0], "Cũ", "2026-01-01"), clip(voice(1)))
    kept = keep_candidates(read_candidates(folder).all, recordings, ORIGIN)
    assert [each.text for each in kept] == list(SENTENCES)
    assert {each.speaker for each in recordings.takes} == {"H'Bia"}
    assert take_back(recordings, kept) == 3
    assert recordings.takes == (before,)
