"""`kiosk voice export --corpus` and `kiosk voice withdraw`: consent on the command line."""

import pytest
from made_recordings import tone
from test_voice_command import SAID, home, kiosk  # noqa: F401 - a kiosk with two languages

from kiosk.narration.recordings.audio_file import encoded
from kiosk.narration.recordings.consent import Consent, Consents, Use, most_restrictive
from kiosk.narration.recordings.script import ScriptLine, written
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take

AT = "2026-11-29T10:00:00+07:00"


@pytest.fixture
def spoken(home):  # noqa: F811
    """A sentence by a speaker who consented to an open corpus, and one by a speaker who did not."""
    recordings = Recordings(home.recordings, "rad")
    recordings.keep(Take(SAID, "H'Bia", AT, spoken="ih ƀuh"), tone(duration_ms=900))
    recordings.keep(Take("Câu khác.", "H'Huê", AT), tone(duration_ms=900))
    consents = Consents(home.recordings, "rad")
    consents.give(Consent("H'Bia", "", Use.OPEN_CORPUS, AT, "Tôi tặng."), tone(duration_ms=900))
    return home


def test_what_was_given_goes_out_and_the_rest_is_told(spoken):
    done = kiosk("export", "rad", "-o", "kho", "--corpus")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Đã ghi 1 bản thu của 1 người" in done.stdout
    assert "1 bản không ghi ra" in done.stdout
    folder = spoken.home.parent / "kho" / "rad"
    assert [path.suffix for path in (folder / "clips").iterdir()] == [".mp3"]
    assert "ih ƀuh" in (folder / "other.tsv").read_text("utf-8")
    again = kiosk("export", "rad", "-o", "kho", "--corpus")
    assert (again.exit_code, "không ghi đè" in again.stderr) == (1, True)


def test_the_dialect_is_the_speakers_own_and_blank_where_nobody_has_asked(spoken):
    assert "Chưa ghi phương ngữ của 1 người" in kiosk("export", "rad", "-o", "a", "--corpus").stdout
    assert "Kpă" not in (spoken.home.parent / "a" / "rad" / "other.tsv").read_text("utf-8")
    assert "H'Bia: Kpă" in kiosk("dialect", "rad", "h'bia", "Kpă").stdout
    assert "phương ngữ" not in kiosk("export", "rad", "-o", "b", "--corpus").stdout
    assert "\tKpă\trad\t" in (spoken.home.parent / "b" / "rad" / "other.tsv").read_text("utf-8")
    unasked = kiosk("dialect", "rad", "H'Huê", "Kpă")
    assert (unasked.exit_code, "chưa nói lời đồng ý" in unasked.stderr) == (1, True)


def test_withdrawing_takes_the_clips_and_what_was_rendered_of_them(spoken):
    kiosk("render")
    assert list(spoken.voice_cache.rglob("*.wav"))
    code = Consents(spoken.recordings, "rad").of("H'Bia").code
    done = kiosk("withdraw", "rad", "h'bia")
    assert done.exit_code == 0, done.output
    assert "Đã xóa 1 bản thu" in done.stdout
    assert code in done.stdout
    assert [take.speaker for take in Recordings(spoken.recordings, "rad").takes] == ["H'Huê"]
    assert not list(spoken.voice_cache.rglob("*.wav"))
    unknown = kiosk("withdraw", "rad", "H'Bia")
    assert unknown.exit_code == 1
    assert "Người đã thu: H'Huê" in unknown.stderr


def test_a_broken_list_of_consents_stops_both(spoken):
    (spoken.recordings / "rad" / "consent" / "consents.json").write_text("{")
    for words in (("export", "rad", "-o", "kho", "--corpus"), ("withdraw", "rad", "H'Bia")):
        done = kiosk(*words)
        assert (done.exit_code, "bị hỏng" in done.stderr) == (1, True)
    assert len(Recordings(spoken.recordings, "rad").takes) == 2


def test_a_consent_that_was_recorded_elsewhere_comes_with_the_recordings(home):  # noqa: F811
    folder = home.home.parent / "thu"
    folder.mkdir()
    (folder / "cau.csv").write_bytes(written([ScriptLine(SAID, ())], "vi"))
    for name in ("0001.flac", "Đồng ý 2.flac"):
        (folder / name).write_bytes(encoded(tone(duration_ms=1900), Take("", "", AT)))
    nobody = kiosk("import", "rad", str(folder))
    assert "chưa ghi ai nói" in nobody.stdout
    assert Consents(home.recordings, "rad").all == ()
    done = kiosk("import", "rad", str(folder), "--speaker", "H'Bia")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "H'Bia: mọi ki-ốt" in done.stdout
    (take,) = Recordings(home.recordings, "rad").all_takes
    assert take.speaker == "H'Bia", "what came in without a name is hers, and is not there twice"
    assert len(list((home.recordings / "rad").glob("*.flac"))) == 1
    assert "1 bản đã có" in kiosk("import", "rad", str(folder)).stdout
    (take,) = Recordings(home.recordings, "rad").all_takes
    assert take.speaker == "H'Bia"
    consent = Consents(home.recordings, "rad").of("H'Bia")
    assert consent.use is Use.ALL_KIOSKS
    assert Consents(home.recordings, "rad").clip_of(consent).read_bytes()[:4] == b"fLaC"


def test_of_several_consents_the_one_counts_that_allows_the_least():
    names = ("0001.m4a", "dong-y-3.m4a", "ĐỒNG Ý_2.amr", "đồng ý 4.wav")
    assert most_restrictive(names) == ("ĐỒNG Ý_2.amr", Use.ALL_KIOSKS)
    assert most_restrictive(names[:1]) is None
