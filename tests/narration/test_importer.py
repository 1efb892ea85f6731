"""Imported recordings: valid ones are kept, each other one is rejected with a reason."""

import csv
import io
import stat
import struct
import zipfile

import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from made_recordings import RATE_HZ, SPOKEN_AT, tone

from kiosk.narration.recordings import bundle
from kiosk.narration.recordings.audio_file import decoded
from kiosk.narration.recordings.bundle import BundleError, opened
from kiosk.narration.recordings.importer import NoScriptError, import_recordings
from kiosk.narration.recordings.script import ScriptError, ScriptLine, ScriptRow, rows, written
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.sound import LOUDNESS_DB, loudness_db
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.recordings.vtt import NotWordTimesError, word_starts_ms

ONE, TWO, THREE = "Bác chạm vào đây.", "Bác chờ một chút nhé.", "Xong rồi, giỏi quá!"
HEAD = "Số,Câu tiếng Việt,Lời dịch,Tên tệp,Bài"
ORIGIN = Take("", "Y Blŭ", SPOKEN_AT, device="thu-am.zip")


def sound(seconds=1.5, height_hz=180, level=1.0, kind="WAV", channels=1):
    """A sound file with a second of silence and then a tone."""
    samples = struct.unpack(f"<{RATE_HZ * 800 // 1000}h", tone(height_hz).samples)
    voice = [value * level / 32768 for value in samples * 4][: round(seconds * RATE_HZ)]
    content = io.BytesIO()
    wave = [0.0] * RATE_HZ + voice
    soundfile.write(content, [[value] * channels for value in wave], RATE_HZ, format=kind)
    return content.getvalue()


def table(*lines, head=HEAD):
    return "\n".join((head, *lines)).encode("utf-8-sig")


def listed(number, text, file=None, spoken=""):
    return f'{number},"{text}",{spoken},{file or f"{number:04}.wav"},Bài'


@pytest.fixture
def recordings(tmp_path):
    return Recordings(tmp_path / "voice", "rad")


@pytest.fixture
def bring(tmp_path, recordings):
    """Imports files from a folder."""
    folder = tmp_path / "thu"

    def go(files, known=(ONE, TWO, THREE)):
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with opened(folder) as brought:
            return import_recordings(brought, recordings, known, ORIGIN)

    return go


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def problems_of(report):
    return [(each.code, each.row, each.file) for each in report.notes]


def test_clips_are_kept_with_what_is_known_of_them(bring, recordings):
    report = bring({"a.csv": table(listed(1, ONE, spoken="Ih djă tinei")), "0001.wav": sound()})
    assert not report.notes
    take = recordings.find(sentence_key(ONE))
    assert report.kept == [take]
    assert (take.speaker, take.device, take.recorded_at) == ("Y Blŭ", "thu-am.zip", SPOKEN_AT)
    assert take.spoken == "Ih djă tinei"


def test_clips_are_trimmed_and_as_loud_as_all_others(bring, recordings):
    bring({"a.csv": table(listed(1, ONE)), "0001.wav": sound(level=0.2)})
    take = recordings.find(sentence_key(ONE))
    assert 1500 <= take.duration_ms < 1900
    with soundfile.SoundFile(recordings.path_of(take)) as file:
        assert (file.format, file.channels, file.samplerate) == ("FLAC", 1, RATE_HZ)
    assert loudness_db(decoded(recordings.path_of(take))) == pytest.approx(LOUDNESS_DB, abs=0.7)


@pytest.mark.parametrize(("kind", "ending"), [("FLAC", "flac"), ("OGG", "ogg"), ("MP3", "mp3")])
def test_another_format_of_the_same_name_is_found(bring, kind, ending):
    report = bring({"a.csv": table(listed(1, ONE)), f"0001.{ending}": sound(kind=kind)})
    assert len(report.kept) == 1
    assert not report.notes


def test_stereo_becomes_mono(bring, recordings):
    bring({"a.csv": table(listed(1, ONE)), "0001.wav": sound(channels=2)})
    assert 1500 <= recordings.find(sentence_key(ONE)).duration_ms < 1900


def test_a_folder_within_the_folder_will_do(bring):
    assert len(bring({"x/a.csv": table(listed(1, ONE)), "x/y/0001.WAV": sound()}).kept) == 1


def test_word_times_beside_the_clip_come_in_with_it(bring, recordings):
    vtt = b"WEBVTT\n\n00:00:01.000 --> 00:00:01.400\nIh\n\n00:01.500 --> 00:02.000\ndja\n"
    bring({"a.csv": table(listed(1, ONE)), "0001.wav": sound(), "0001.vtt": vtt})
    first, second = recordings.find(sentence_key(ONE)).word_starts_ms
    assert 60 <= first <= 100
    assert second - first == 500


def test_word_times_that_are_none_are_told_and_the_clip_is_kept(bring):
    report = bring({"a.csv": table(listed(1, ONE)), "0001.wav": sound(), "0001.vtt": b"1 2 3"})
    assert (len(report.kept), problems_of(report)) == (1, [("bad_times", 2, "0001.vtt")])


def test_every_mistake_is_told_with_its_row_and_the_good_ones_are_kept(bring, recordings):
    files = {
        "a.csv": table(
            listed(1, ONE),
            listed(2, TWO, "khong-co.wav"),
            "",
            listed(4, "", "0004.wav"),
            listed(5, ONE, "0005.wav"),
            listed(6, THREE, "0001.wav"),
            f'7,"{THREE} Thật",,,Bài',
            listed(8, "Câu tám.", "0008.m4a"),
            listed(9, "Câu chín.", "0009.wav"),
            listed(10, "Câu mười không ai nói.", "0010.wav"),
        ),
        **{f"{number:04}.wav": sound() for number in (1, 4, 5, 10, 11)},
        "0008.m4a": b"\0\0\0\x18ftypM4A ",
        "0009.wav": b"RIFF and nothing else",
    }
    report = bring(files)
    assert problems_of(report) == [
        ("no_file", 3, "khong-co.wav"),
        ("no_sentence", 5, "0004.wav"),
        ("sentence_twice", 6, "0005.wav"),
        ("file_twice", 7, "0001.wav"),
        ("no_name", 8, ""),
        ("not_sound", 9, "0008.m4a"),
        ("not_sound", 10, "0009.wav"),
        ("unknown_sentence", 11, "0010.wav"),
        ("no_row", 0, "0004.wav"),
        ("no_row", 0, "0005.wav"),
        ("no_row", 0, "0011.wav"),
    ]
    assert {take.text for take in recordings.takes} == {ONE, "Câu mười không ai nói."}
    assert [each.kept for each in report.notes if each.code == "unknown_sentence"] == [True]


@pytest.mark.parametrize(
    ("clip", "code"),
    [
        (sound(level=0.0), "too_quiet"),
        (sound(seconds=0.15), "too_short"),
        (sound(level=9.0), "clipped"),
    ],
)
def test_a_clip_that_cannot_be_heard_is_refused_and_the_old_one_stays(
    bring, recordings, clip, code
):
    bring({"a.csv": table(listed(1, ONE)), "0001.wav": sound()})
    before = recordings.find(sentence_key(ONE))
    report = bring({"0001.wav": clip})
    assert problems_of(report) == [(code, 2, "0001.wav")]
    assert recordings.find(sentence_key(ONE)) == before


def test_bringing_the_same_in_again_changes_nothing(bring, recordings):
    files = {"a.csv": table(listed(1, ONE)), "0001.wav": sound()}
    bring(files)
    before = recordings.takes
    report = bring(files)
    assert (report.kept, report.same) == ([], 1)
    assert recordings.takes == before


def test_a_clip_of_the_old_wording_is_kept_and_offered_for_the_new(bring, recordings):
    bring({"a.csv": table(listed(1, ONE)), "0001.wav": sound()}, known=["Bác chạm vào đây nhé."])
    (offer,) = recordings.stale(["Bác chạm vào đây nhé."])
    assert offer.take.text == ONE


@pytest.mark.parametrize("count", [0, 2])
def test_without_exactly_one_script_nothing_begins(bring, recordings, count):
    files = {f"{number}.csv": table(listed(1, ONE)) for number in range(count)}
    with pytest.raises(NoScriptError):
        bring({"0001.wav": sound(), **files})
    assert not recordings.takes


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_spreadsheets_of_every_kind_are_understood(between, coding):
    text = "\r\n".join((HEAD, "1,Bác chờ nhé,dịch,a.wav,Bài")).replace(",", between)
    assert rows(text.encode(coding)) == [
        ScriptRow(2, "Bác chờ nhé", "a.wav", "dịch", said_number="1")
    ]


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("sep=,\r\n", HEAD),
        ("DANH SÁCH THU ÂM,,,,\r\n,,,,\r\n", HEAD),
        ("\r\n", HEAD),
        ("", "STT,Cau tieng Viet,Loi dich,Tên file (bắt buộc),Bài"),
    ],
)
def test_the_header_is_found_below_a_title_and_in_other_words(above, head):
    content = f"{above}{head}\r\n1,Bác chờ nhé,dịch,a.wav,Bài"
    row = above.count("\n") + 2
    assert rows(content.encode("utf-8-sig")) == [
        ScriptRow(row, "Bác chờ nhé", "a.wav", "dịch", said_number="1")
    ]


@pytest.mark.parametrize("name", ["a.tsv", "a.CSV.txt"])
def test_a_table_with_another_ending_is_found(bring, name):
    assert len(bring({name: table(listed(1, ONE)), "0001.wav": sound()}).kept) == 1


def test_the_mark_of_an_open_spreadsheet_is_no_second_one(bring):
    files = {"a.csv": table(listed(1, ONE)), "~$a.csv": b"\5Lan", "0001.wav": sound()}
    assert len(bring(files).kept) == 1


def test_a_script_comes_back_as_it_went_out():
    lines = [
        ScriptLine('Bác bấm "Tiếp", rồi chờ;', ("Nối Wi-Fi", "Mã QR")),
        ScriptLine(TWO, ("a",)),
    ]
    content = written(lines, "vi")
    assert content.startswith(b"\xef\xbb\xbf")
    assert [(row.text, row.file) for row in rows(content)] == [
        (lines[0].text, "0001.wav"),
        (TWO, "0002.wav"),
    ]
    table_rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert table_rows[1] == ["1", lines[0].text, "", "0001.wav", "Nối Wi-Fi; Mã QR"]


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (b"", "no_columns", 1),
        (b"a,b,c\n1,2,3", "no_columns", 1),
        (HEAD.encode() + b"\n1,B\xe1c ch", "not_utf8", 2),
        (HEAD.encode() + b'\n1,"' + b"a" * 140_000, "not_csv", 2),
    ],
)
def test_what_is_no_script_is_told_with_its_row(content, code, row):
    with pytest.raises(ScriptError) as refusal:
        rows(content)
    assert (refusal.value.code, refusal.value.row) == (code, row)


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"{HEAD}\n{text}".encode()))
@settings(max_examples=150)
def test_no_content_makes_the_script_reader_fall(content):
    try:
        found = rows(content)
    except ScriptError:
        return
    assert all(row.number > 1 for row in found)


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "C:/x.wav", "..\\x.wav", "a/../../x.wav", "a\\b.wav"],
)
def test_a_zip_that_climbs_out_of_its_folder_is_refused_whole(tmp_path, name):
    path = zipped(tmp_path / "a.zip", {"a.csv": table(listed(1, ONE)), name: sound()})
    with pytest.raises(BundleError) as refusal, opened(path):
        pass
    assert refusal.value.code == "climbs_out"


def test_a_zip_with_a_link_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    link = zipfile.ZipInfo("0001.wav")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BundleError, match="link"), opened(path):
        pass


def test_a_zip_with_a_password_is_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.csv": b"x"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(BundleError, match="secret"), opened(path):
        pass


def test_a_zip_of_a_mac_has_its_vietnamese_names(tmp_path):
    path = zipped(tmp_path / "a.zip", {"Câu một.wav": b"x"})
    content = path.read_bytes()
    utf8 = struct.pack("<H", 0x800)
    assert content.count(utf8) == 2
    path.write_bytes(content.replace(utf8, bytes(2)))
    with opened(path) as brought:
        assert brought.names() == ("Câu một.wav",)
        assert brought.read("Câu một.wav") == b"x"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "_MAX_FILE_BYTES", 100_000)
    path = zipped(tmp_path / "a.zip", {"0001.wav": bytes(200_000)})
    with pytest.raises(BundleError, match="too_big"), opened(path):
        pass


def test_a_bomb_that_lies_about_its_size_stops_at_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "_MAX_FILE_BYTES", 100_000)
    path = zipped(tmp_path / "a.zip", {"0001.wav": bytes(5_000_000)})
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(content)
    with opened(path) as brought, pytest.raises(BundleError):
        brought.read("0001.wav")


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "MAX_FILES", 3)
    path = zipped(tmp_path / "a.zip", {f"{number}.wav": b"" for number in range(4)})
    with pytest.raises(BundleError, match="too_many"), opened(path):
        pass


def test_what_a_mac_hides_in_a_zip_is_not_seen(tmp_path):
    path = zipped(tmp_path / "a.zip", {"__MACOSX/._a.csv": b"", ".DS_Store": b"", "a.csv": b"x"})
    with opened(path) as brought:
        assert brought.names() == ("a.csv",)


@given(st.binary(max_size=200), st.integers(0, 400))
@settings(max_examples=60)
def test_a_damaged_zip_is_a_refusal_and_never_a_fall(tmp_path_factory, noise, place):
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    zipped(path, {"a.csv": table(listed(1, ONE)), "0001.wav": bytes(500)})
    content = bytearray(path.read_bytes())
    content[place : place + len(noise)] = noise
    path.write_bytes(content)
    try:
        with opened(path) as brought:
            for name in brought.names():
                brought.read(name)
    except BundleError:
        return
    assert zipfile.is_zipfile(path)


def test_times_within_a_cue_are_word_times_too():
    text = "WEBVTT\n\n00:00.500 --> 00:02.000\nIh <00:00:01.000>djă <00:00:01.250>tinei\n"
    assert word_starts_ms(text) == (500, 1000, 1250)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "00:00.000 --> 00:01.000",
        "WEBVTT\n\nno time",
        "WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:02.000\nb\n",
    ],
    ids=["empty", "no head", "no times", "backwards"],
)
def test_what_is_no_word_times_is_refused(text):
    with pytest.raises(NotWordTimesError):
        word_starts_ms(text)
