"""Recordings from a USB stick: assigned or cut, listened to, stored, undone."""

import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from recording import hum
from small_home import centre

from kiosk.folders import CHECKOUT
from kiosk.narration.recordings.consent import Use
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.recordings.withdrawal import voices_in

SENTENCES = ("Bác chạm vào nút xanh.", "Bác chờ một chút nhé.", "Xong rồi, giỏi quá!")
RATE_HZ = 16_000
CASES = Path(__file__).parent.parent / "cases" / "tieng"


@pytest.fixture
def home(tmp_path) -> Path:
    """A centre with a writable folder of recordings."""
    home = centre(tmp_path / "home", {}, "rad")
    (home / "lessons").rmdir()
    (home / "lessons").symlink_to(CHECKOUT / "lessons", target_is_directory=True)
    return home


@pytest.fixture
def folders(folders, tmp_path):
    (tmp_path / "sticks" / "USB" / "thu").mkdir(parents=True)
    return replace(folders, sticks=(tmp_path / "sticks",))


@pytest.fixture
def stick(folders):
    return folders.sticks[0] / "USB" / "thu"


def sound(*parts):
    """Tones of so many seconds, and silence for each negative number."""
    noise = np.random.default_rng(7)
    waves = [
        0.3 * np.sin(2 * np.pi * 180 * np.arange(round(each * RATE_HZ)) / RATE_HZ)
        if each > 0
        else noise.normal(0, 0.0005, round(-each * RATE_HZ))
        for each in parts
    ]
    content = io.BytesIO()
    soundfile.write(content, np.concatenate(waves), RATE_HZ, format="WAV")
    return content.getvalue()


def put_script(folder, sentences=SENTENCES):
    with (folder / "cau.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(("Số", "Câu tiếng Việt", "Tên tệp"))
        table.writerows((at, text, f"{at:04}.wav") for at, text in enumerate(sentences, start=1))


class Page:
    """Staff at the page."""

    def __init__(self, staff, folders):
        self.staff, self._folders = staff, folders
        staff.open("voice_intake")
        self.page_model = staff.headless.kiosk.staff.property("page")

    def wait(self, is_so):
        self.staff.wait_patiently(is_so)

    def rows(self):
        return self.page_model.property("rows").rows

    def come_to_the_sentences(self, stick, language="rad", name=""):
        self.wait(lambda: self.staff.sees(f"row:{stick}"))
        self.staff.touch(f"row:{stick}", f"row:{language}")
        self.staff.touch_keys(name)
        self.staff.touch("key:done")
        self.wait(lambda: not self.page_model.property("working"))

    def voices(self, language="rad"):
        takes = Recordings(self._folders.recordings, language)
        return [bool(takes.find(sentence_key(text))) for text in SENTENCES]


@pytest.fixture
def page(staff, folders):
    return lambda: Page(staff, folders)


def test_files_of_a_phone_are_matched_heard_kept_and_taken_back(page, stick, narrators):
    put_script(stick)
    for name in ("0001.wav", "Ghi âm (9).wav", "Ghi âm (10).wav"):
        (stick / name).write_bytes(sound(-0.5, 1.5, -0.5))
    here = page()
    here.come_to_the_sentences(stick)
    assert [row.ok for row in here.rows()] == [True] * 3
    assert "theo thứ tự" in here.rows()[1].note
    assert "Ghi âm (9).wav" in here.rows()[1].note
    here.staff.touch("row:1")
    assert len(narrators[-1].clips) == 1
    here.staff.touch("keep-all")
    here.wait(lambda: "Đã nhận 3 câu." in here.page_model.property("message"))
    assert here.voices() == [True] * 3
    here.staff.touch("take-back")
    here.wait(lambda: "Đã hoàn tác 3 câu." in here.page_model.property("message"))
    assert here.voices() == [False] * 3


def test_real_files_of_every_recorder_are_taken(page, stick, folders):
    files = sorted(path for path in CASES.iterdir() if path.suffix != ".csv")
    sentences = [f"Câu số {at} của bảng." for at in range(1, len(files) + 1)]
    put_script(stick, sentences)
    for at, path in enumerate(files, start=1):
        shutil.copy(path, stick / f"câu {at}{path.suffix}")
    here = page()
    here.come_to_the_sentences(stick)
    bad = {path.name for path, row in zip(files, here.rows(), strict=True) if not row.ok}
    assert bad == {"v21.wav", "v22.mp3"}, "empty, and cut off"
    here.staff.touch("keep-all")
    here.wait(lambda: here.page_model.property("page") == "result")
    assert len(Recordings(folders.recordings, "rad").takes) == len(files) - 2


def test_one_long_take_is_cut_and_the_cuts_are_mended_by_ear(page, stick):
    put_script(stick)
    # In the first sentence there is a longer pause than before the last one, then a cough.
    (stick / "Ghi âm.wav").write_bytes(sound(-1, 0.9, -1.5, 0.9, -1.6, 1.5, -0.9, 1.5, -1))
    here = page()
    here.come_to_the_sentences(stick)
    lengths = [row.note for row in here.rows()]
    here.staff.touch("row:0", "join-piece")
    here.wait(lambda: not here.page_model.property("working"))
    assert [row.ok for row in here.rows()] == [True, True, False]
    here.staff.touch("row:1", "part-piece")
    here.wait(lambda: not here.page_model.property("working"))
    assert [row.ok for row in here.rows()] == [True] * 3
    assert [row.note for row in here.rows()] != lengths
    here.staff.touch("keep-all")
    here.wait(lambda: here.page_model.property("page") == "result")
    assert here.voices() == [True] * 3


def test_her_name_and_what_she_allows_are_kept_with_her_voice(page, stick, folders):
    put_script(stick)
    for name in ("0001.wav", "0002.wav", "0003.wav", "Đồng ý 3.wav"):
        (stick / name).write_bytes(sound(-0.5, 2.5, -0.5))
    here = page()
    here.come_to_the_sentences(stick, name="bia")
    assert "tặng giọng" in here.page_model.property("message")
    here.staff.touch("keep-all")
    here.wait(lambda: here.page_model.property("page") == "result")
    (voice,) = voices_in(folders.recordings, "rad")
    assert (voice.speaker, voice.consent.use) == ("bia", Use.OPEN_CORPUS)


def test_who_is_not_named_gets_a_number_of_her_own(page, stick, folders):
    put_script(stick, SENTENCES[:1])
    (stick / "0001.wav").write_bytes(sound(-0.5, 1.5, -0.5))
    Recordings(folders.recordings, "rad").keep(
        Take(SENTENCES[1], "Người nói 1", "2026-11-29T10:00:00+07:00"), hum(900)
    )
    here = page()
    here.come_to_the_sentences(stick)
    here.staff.touch("keep-all")
    here.wait(lambda: here.page_model.property("page") == "result")
    names = {voice.speaker for voice in voices_in(folders.recordings, "rad")}
    assert names == {"Người nói 1", "Người nói 2"}


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (lambda folder: None, "Thiếu tệp câu cần thu (CSV)."),
        (lambda folder: (put_script(folder), shutil.copy(folder / "cau.csv", folder / "b.csv")),
         "Có nhiều tệp CSV."),
        (lambda folder: (folder / "cau.csv").write_text("a,b\n1,2\n"), "Bảng câu thiếu cột"),
    ],
    ids=["no script", "two scripts", "no columns"],
)  # fmt: skip
def test_why_nothing_can_be_made_of_it_is_told(page, stick, prepare, sentence):
    (stick / "0001.wav").write_bytes(sound(-0.5, 1.5, -0.5))
    prepare(stick)
    here = page()
    here.come_to_the_sentences(stick)
    here.wait(lambda: here.page_model.property("page") == "result")
    assert sentence in here.page_model.property("message")
    assert not here.page_model.property("mayUndo")


def test_each_file_that_is_not_taken_says_why(page, stick):
    put_script(stick)
    (stick / "0001.wav").write_bytes(b"")
    (stick / "0002.wav").write_bytes(sound(-0.5, 1.5, -0.5))
    (stick / "0003.wav").write_bytes(b"RIFF and nothing else")
    here = page()
    here.come_to_the_sentences(stick)
    notes = [row.note for row in here.rows()]
    assert "Tệp rỗng." in notes[0]
    assert "hỏng" in notes[2]
    assert here.page_model.property("good") == 1
