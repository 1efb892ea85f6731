"""`kiosk voice`, called as by staff."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import zipfile

import polib
import pytest
from click.testing import CliRunner
from made_recordings import RATE_HZ, record, take, tone

from kiosk.cli import main
from kiosk.domain import prompts
from kiosk.folders import CHECKOUT, Folders
from kiosk.narration.cache import ClipCache
from kiosk.narration.engines import espeak
from kiosk.narration.recordings.audio_file import encoded
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings

pytestmark = pytest.mark.skipif(
    espeak.Espeak().problem() is not None, reason="espeak-ng is not installed"
)

SAID = "Bác tìm hình bánh răng."
EDITED = "Bác tìm hình bánh răng nhé."
LESSON = "title: Nối mạng\nnumber: 11\ngoal: Bác tự nối mạng.\nsteps:\n  - say: {said}\n"
LANGUAGE = "name: {name}\ngreeting: Chào bác.\ninvitation: Mời bác chạm.\n"
ITSELF = len({sentence_key(line.text) for line in prompts.lines()}) + 1
"""Number of sentences that the kiosk speaks outside lessons, with its greeting."""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with one short lesson, Vietnamese, and a language without translations."""
    home = tmp_path / "kiosk"
    (home / "media").mkdir(parents=True)
    for name in ("icons", "pictures"):
        (home / "media" / name).symlink_to(CHECKOUT / "media" / name)
    (home / "lessons").mkdir()
    for code, name in (("vi", "Tiếng Việt"), ("rad", "Êđê")):
        folder = home / "translations" / code
        folder.mkdir(parents=True)
        (folder / "language.yaml").write_text(LANGUAGE.format(name=name), encoding="utf-8")
    (home / "config.yaml").write_text("languages: {offered: [vi, rad]}\n", encoding="utf-8")
    teach(home, SAID)
    monkeypatch.setenv("KIOSK_HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return Folders(home=home, cache=tmp_path / "cache" / "tutorial-kiosk")


def teach(home, said):
    (home / "lessons" / "noi-mang.yaml").write_text(LESSON.format(said=said), encoding="utf-8")


def kiosk(*words):
    return CliRunner().invoke(main, ["voice", *map(str, words)])


def status_of(code):
    fields = json.loads(kiosk("status", "--format", "json").stdout)
    return next(each for each in fields["languages"] if each["language"] == code)


def clips(home):
    return list(home.voice_cache.glob("*.wav"))


def test_status_tells_who_speaks_in_each_language_and_lesson(home):
    record(home.recordings, SAID)
    whole = {"recorded": 1, "synthesised": 0, "silent": 0, "stale": 0}
    assert status_of("rad") == {
        "language": "rad",
        "name": "Êđê",
        "total": ITSELF + 3,
        "stands_in": ITSELF + 2,
        **whole,
        "parts": {
            "ki-ot": {**whole, "recorded": 0, "total": ITSELF, "stands_in": ITSELF},
            "noi-mang": {**whole, "total": 3, "stands_in": 2},
        },
    }
    assert status_of("vi")["synthesised"] == ITSELF + 3


def test_status_tells_what_an_edit_has_made_stale(home):
    record(home.recordings, SAID)
    teach(home.home, EDITED)
    assert status_of("rad")["stale"] == 1
    assert status_of("rad")["recorded"] == 0


def test_a_cosmetic_edit_makes_nothing_stale(home):
    record(home.recordings, SAID)
    teach(home.home, "bác tìm hình  bánh răng!")
    assert (status_of("rad")["stale"], status_of("rad")["recorded"]) == (0, 1)


def test_status_reads_well(home):
    record(home.recordings, SAID)
    lines = kiosk("status").stdout.splitlines()
    assert "Êđê (rad)" in [line.strip() for line in lines]
    assert any(line.split()[-7:] == ["mạng", "1", "0", "2", "0", "0", "3"] for line in lines)


def test_status_tells_of_a_broken_list_of_recordings(home):
    record(home.recordings, SAID)
    (home.recordings / "rad" / "index.json").write_text("{")
    said = kiosk("status", "--lang", "en")
    assert "index.broken-1.json" in said.stderr
    assert "No recording is lost" in said.stderr


def test_render_fills_the_cache_and_finds_everything_there_the_next_time(home):
    first = kiosk("render")
    assert (first.exit_code, first.stdout) == (0, f"Đọc thêm {ITSELF + 3} câu, có sẵn 0 câu.\n")
    assert len(clips(home)) == ITSELF + 3
    assert kiosk("render").stdout == f"Đọc thêm 0 câu, có sẵn {ITSELF + 3} câu.\n"


def test_render_prepares_recordings_and_the_slow_voice_too(home):
    record(home.recordings, SAID)
    kiosk("render", "--slow")
    assert len(clips(home)) == 2 * (ITSELF + 3) + 2
    cache = ClipCache(home.voice_cache)
    made = [cache.get(path.stem) for path in clips(home)]
    normal, slow = sorted(each.duration_ms for each in made if each.sample_rate_hz == RATE_HZ)
    assert slow == pytest.approx(1.32 * normal, rel=0.02)


def test_render_keeps_the_bound_and_says_how_much_room_it_needs(home):
    said = " ".join(["Bác đọc thật kỹ từng chữ trên màn hình rồi mới chạm vào."] * 6)
    steps = "".join(f"  - say: Câu thứ {number}. {said}\n" for number in range(14))
    (home.lessons / "dai.yaml").write_text(f"title: b\nnumber: 2\ngoal: c\nsteps:\n{steps}")
    home.config.write_text("voice: {cache_mb: 10}\n")
    first = kiosk("render", "--lang", "en")
    assert first.exit_code == 1
    assert "voice.cache_mb" in first.stderr
    assert sum(path.stat().st_size for path in home.voice_cache.rglob("*")) <= 10_000_000
    again = kiosk("render", "--lang", "en")
    assert "0 sentences rendered" in again.stdout, "nothing is thrown away to be made again"


def test_render_makes_room_for_what_is_wanted_by_what_is_not(home):
    home.config.write_text("voice: {cache_mb: 40}\n")
    kiosk("render")
    for path in home.voice_cache.iterdir():
        os.utime(path, (0, 0))
    for number in range(4):
        for ending, content in ((".json", b"{}"), (".wav", bytes(9_900_000))):
            path = home.voice_cache / f"old{number}{ending}"
            path.write_bytes(content)
            os.utime(path, (1, 1))
    teach(home.home, EDITED)
    assert kiosk("render").stdout == f"Đọc thêm 1 câu, có sẵn {ITSELF + 2} câu.\n"
    assert len([path for path in clips(home) if path.name.startswith("old")]) < 4
    assert kiosk("render").stdout == f"Đọc thêm 0 câu, có sẵn {ITSELF + 3} câu.\n"


def test_render_stopped_by_ctrl_c_goes_on_where_it_was(home):
    steps = "".join(f"  - say: Đây là câu thứ {number} của bài.\n" for number in range(600))
    (home.lessons / "dai.yaml").write_text(f"title: b\nnumber: 2\ngoal: c\nsteps:\n{steps}")
    child = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "voice", "render"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        # A background process of a shell inherits an ignored SIGINT.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    with child:
        while len(clips(home)) < 5:
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        assert "Chạy lại lệnh này" in child.stderr.read()
        assert child.wait() == 130
    made = len(clips(home))
    assert 5 <= made < 600
    said = kiosk("render").stdout
    there = int(said.split("có sẵn ")[1].split()[0])
    assert made - 1 <= there <= made


def test_export_writes_a_script_that_spreadsheets_open(home):
    assert kiosk("export", "rad", "-o", "ra").exit_code == 0
    content = (home.home.parent / "ra" / "cau-can-thu-rad.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(table) == ITSELF + 3
    row = next(row for row in table if row["Câu tiếng Việt"] == SAID)
    assert (row["Lời dịch"], row["Bài"]) == ("", "Nối mạng")
    assert row["Tên tệp"] == f"{int(row['Số']):04}.wav"


def test_export_can_leave_out_what_is_recorded(home):
    record(home.recordings, SAID)
    assert kiosk("export", "rad", "-o", "ra.zip", "--missing", "--lang", "en").exit_code == 0
    with zipfile.ZipFile("ra.zip") as archive:
        script = archive.read("cau-can-thu-rad.csv").decode("utf-8-sig")
    assert SAID not in script
    assert "Number,Vietnamese,Translation,File,Lesson" in script


@pytest.mark.parametrize("target", ["ra", "ra.zip"])
def test_export_never_writes_over_what_somebody_has_filled_in(home, target):
    kiosk("export", "rad", "-o", target)
    path = home.home.parent / target
    path = path if path.is_file() else path / "cau-can-thu-rad.csv"
    path.write_bytes(b"days of work")
    again = kiosk("export", "rad", "-o", target)
    assert again.exit_code == 1
    assert "không ghi đè" in again.stderr
    assert path.read_bytes() == b"days of work"


def test_what_was_exported_and_read_comes_in_and_is_heard(home):
    kiosk("export", "rad", "-o", "thu")
    folder = home.home.parent / "thu"
    script = (folder / "cau-can-thu-rad.csv").read_text(encoding="utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(script)) if row["Câu tiếng Việt"] == SAID)
    (folder / row["Tên tệp"]).with_suffix(".flac").write_bytes(
        encoded(tone(duration_ms=1200), take(SAID))
    )
    came = kiosk("import", "rad", "thu", "--speaker", "H'Bia")
    assert came.stdout == "Đã nhận 1 bản thu, 0 bản đã có từ trước.\n"
    assert came.exit_code == 1, "the other sentences are still to be recorded"
    assert int(row["Số"]) == ITSELF + 3, "the last"
    assert f"  Dòng 2-{ITSELF + 3}: {ITSELF + 2} câu chưa thấy tệp tiếng." in came.stderr
    assert Recordings(home.recordings, "rad").find(sentence_key(SAID)).speaker == "H'Bia"
    assert status_of("rad")["recorded"] == 1


def test_a_zip_of_clean_recordings_comes_in_without_a_word_of_trouble(home):
    with zipfile.ZipFile("thu.zip", "w") as archive:
        archive.writestr("thu/bang.csv", f"Vietnamese,File\n{SAID},a.flac\n")
        archive.writestr("thu/a.flac", encoded(tone(duration_ms=1200), take(SAID)))
    came = kiosk("import", "rad", "thu.zip", "--lang", "en")
    assert (came.exit_code, came.stdout, came.stderr) == (
        0,
        "1 recordings taken in, 0 were there before.\n",
        "",
    )


def test_translations_of_the_spreadsheet_wait_for_a_native_speaker(home):
    folder = home.home.parent / "thu"
    folder.mkdir()
    (folder / "a.flac").write_bytes(encoded(tone(duration_ms=1200), take(SAID)))
    (folder / "bang.csv").write_text(
        f"Câu tiếng Việt,Lời dịch,Tên tệp\n{SAID.upper()},ih ɓuh,a.flac\n", encoding="utf-8"
    )
    came = kiosk("import", "rad", "thu", "--speaker", "H'Bia")
    assert (came.exit_code, came.stderr) == (0, "")
    assert "Đã ghi 1 lời dịch, chờ người bản ngữ duyệt" in came.stdout
    entry = polib.pofile(str(home.translations / "rad" / "lessons.po")).find(SAID)
    assert (entry.msgstr, entry.fuzzy) == ("ih ƀuh", True)
    assert "thu, H'Bia, 20" in entry.tcomment
    assert "lời dịch" not in kiosk("import", "rad", "thu").stdout, "it is there"


@pytest.mark.parametrize(
    ("words", "broken", "expected"),
    [
        ("ih \ue001", "", "Dòng 2: lời dịch chưa nhận: có chữ của phông riêng (U+E001)"),
        ("ih %1", "", "Dòng 2: lời dịch chưa nhận: phải giữ đúng %1"),
        ("ih", 'msgid "A\n', "không đọc được"),
    ],
)
def test_a_translation_that_cannot_be_kept_is_told_and_its_clip_kept(home, words, broken, expected):
    if broken:
        (home.translations / "rad" / "lessons.po").write_text(broken)
    folder = home.home.parent / "thu"
    folder.mkdir()
    (folder / "a.flac").write_bytes(encoded(tone(duration_ms=1200), take(SAID)))
    (folder / "bang.csv").write_text(f"Vietnamese,Translation,File\n{SAID},{words},a.flac\n")
    came = kiosk("import", "rad", "thu")
    assert (came.exit_code, came.stdout.splitlines()[0]) == (
        1,
        "Đã nhận 1 bản thu, 0 bản đã có từ trước.",
    )
    assert expected in came.stderr


def test_a_few_missing_files_are_told_one_by_one(home):
    folder = home.home.parent / "thu"
    folder.mkdir()
    (folder / "bang.csv").write_text(f"Vietnamese,File\n{SAID},a.flac\n{EDITED},b.flac\n")
    assert kiosk("import", "rad", "thu").stderr.splitlines()[-2:] == [
        "  Dòng 2: không thấy tệp “a.flac”. Thu câu này, hoặc sửa tên cho khớp.",
        "  Dòng 3: không thấy tệp “b.flac”. Thu câu này, hoặc sửa tên cho khớp.",
    ]


@pytest.mark.parametrize(
    ("names", "advice", "other"),
    [
        (["Ghi âm (3).flac"], "trang Nhận tiếng thu", "chạy lại với --by-order"),
        (["a (1).flac", "a (2).flac"], "chạy lại với --by-order", "trang Nhận tiếng thu"),
    ],
    ids=["one long take", "as many files as sentences"],
)
def test_names_of_a_phone_get_the_advice_that_helps(home, names, advice, other):
    folder = home.home.parent / "thu"
    folder.mkdir()
    (folder / "bang.csv").write_text(f"Vietnamese,File\n{SAID},0001.wav\n{EDITED},0002.wav\n")
    for name in names:
        (folder / name).write_bytes(encoded(tone(duration_ms=1200), take(SAID)))
    output = kiosk("import", "rad", "thu").stderr
    assert advice in output
    assert other not in output
    if len(names) == 1:
        assert advice in kiosk("import", "rad", "thu", "--by-order").stderr


def test_a_zip_that_climbs_out_is_refused_and_nothing_is_written(home):
    with zipfile.ZipFile("thu.zip", "w") as archive:
        archive.writestr("bang.csv", f"Vietnamese,File\n{SAID},a.flac\n")
        archive.writestr("../a.flac", encoded(tone(duration_ms=1200), take(SAID)))
    before = sorted(home.home.parent.rglob("*"))
    came = kiosk("import", "rad", "thu.zip")
    assert came.exit_code == 1
    assert "“../a.flac” muốn ghi ra ngoài thư mục" in came.stderr
    assert sorted(home.home.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Không thấy tệp CSV nào"),
        ({"a.csv": b"x", "b.csv": b"y"}, "Có nhiều tệp CSV: a.csv, b.csv"),
        ({"a.csv": b"x,y\n1,2\n"}, "phải có cột “Câu tiếng Việt” và “Tên tệp”"),
        ({"a.csv": b"Vietnamese,File\n\xe1,a.wav\n"}, "thu, dòng 2: chữ không phải UTF-8"),
    ],
)
def test_what_cannot_be_begun_is_told_in_one_sentence(home, files, said):
    folder = home.home.parent / "thu"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    came = kiosk("import", "rad", "thu")
    assert came.exit_code == 1
    assert said in came.stderr
    assert "Traceback" not in came.output


def test_a_place_that_is_not_there_is_told(home):
    assert "Không có khong-co.zip" in kiosk("import", "rad", "khong-co.zip").stderr


@pytest.mark.parametrize("words", [("export", "rda", "-o", "ra"), ("import", "rda", ".")])
def test_a_language_that_is_not_there_is_told_with_those_that_are(home, words):
    result = kiosk(*words)
    assert result.exit_code == 1
    assert "vi, rad" in result.stderr


def test_a_kit_is_written_in_three_forms_whose_numbers_come_back_in(home):
    made = kiosk("kit", "rad", "-o", "bo")
    assert made.exit_code == 0, made.output
    folder = home.home.parent / "bo"
    assert {path.suffix for path in folder.iterdir()} == {".csv", ".pdf", ".html"}
    assert "Thu xong câu 10:" in made.stdout
    assert "Học trọn được bài Nối mạng." in made.stdout
    script = (folder / "cau-can-thu-rad.csv").read_text(encoding="utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(script)) if row["Câu tiếng Việt"] == SAID)
    page = (folder / "dien-thoai.html").read_text(encoding="utf-8")
    assert SAID in page
    (folder / f"{row['Số']}.flac").write_bytes(encoded(tone(duration_ms=1200), take(SAID)))
    assert "Đã nhận 1 bản thu" in kiosk("import", "rad", "bo").stdout
    assert Recordings(home.recordings, "rad").find(sentence_key(SAID))


def test_a_kit_never_lies_on_what_somebody_has_begun(home):
    (home.home.parent / "bo").mkdir()
    (home.home.parent / "bo" / "1.m4a").write_bytes(b"days of work")
    again = kiosk("kit", "rad", "-o", "bo")
    assert again.exit_code == 1
    assert "không ghi đè" in again.stderr
