"""A speaker withdraws all recordings at the kiosk; undo is possible until staff leave the page."""

import pytest
from fake_microphone import voice

from kiosk.narration.recordings.consent import Consent, Consents, Use
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.player.coverage import Coverage
from kiosk.player.lesson_needs import Teachable

AT = "2026-11-29T10:00:00+07:00"


@pytest.fixture
def home(small_home):
    return small_home


@pytest.fixture
def root(home, folders):
    """Two sentences by one speaker, one of which another speaker has recorded, too."""
    root = home / "media" / "voice"
    recordings = Recordings(root, "rad")
    recordings.keep(Take("Nối mạng", "H'Bia", AT), voice(900))
    recordings.keep(Take("Nối mạng", "my", AT), voice(900))
    recordings.keep(Take("Bác nối được mạng.", "H'Bia", AT), voice(900))
    Consents(root, "rad").give(
        Consent("H'Bia", "", Use.OPEN_CORPUS, AT, "Tôi tặng mọi người."), voice(900)
    )
    (folders.voice_cache / "rad").mkdir(parents=True)
    (folders.voice_cache / "rad" / "x.wav").write_bytes(b"rendered")
    return root


@pytest.fixture
def page(staff, root):
    """The page of one speaker."""
    staff.open("listen")
    staff.touch("show-owners")
    staff.wait_until(lambda: staff.sees("owner:rad:H'Bia"))
    assert "H'Bia · Klei Êđê · 2 bản thu" in staff.texts()
    staff.touch("owner:rad:H'Bia")
    staff.wait_until(lambda: staff.sees("withdraw"))
    return staff


def teach(staff, lessons):
    """Sets the coverage of a language so that these lessons can be taught in it."""
    languages = staff.headless.kiosk.visit.languageChoice
    coverage = Coverage(9, 0, 9, greets=True, teachable=Teachable(core=True, lessons=lessons))
    languages.use_languages(languages.known, {"rad": coverage})


def files(root):
    return {path.name: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def take_out(page):
    page.touch("withdraw")
    page.wait_until(lambda: page.sees("give-back"))


def test_she_reads_what_she_allowed_and_what_falls_back_before_anything_goes(page, root):
    text = " ".join(page.texts())
    assert "H'Bia cho dùng giọng: Tặng mọi người, ngày 29/11/2026." in text
    assert "Rút lại thì 2 bản thu bị xóa hết" in text
    assert "1 câu chưa ai khác thu: ở đó máy nói tiếng Việt." in text
    assert len(Recordings(root, "rad").of_owner("H'Bia")) == 2


def test_all_of_hers_goes_and_the_lessons_that_are_lost_are_told(page, root, folders):
    code = Consents(root, "rad").of("H'Bia").code
    teach(page, {"noi-mang": "Nối mạng", "goi-dien": "Gọi điện"})
    take_out(page)
    teach(page, {"goi-dien": "Gọi điện"})
    text = " ".join(page.texts())
    assert "Đã xóa 2 bản thu của H'Bia." in text
    assert "Thôi dạy bằng Klei Êđê: Nối mạng." in text
    assert f"Mã của người ấy trong kho: {code}." in text
    recordings = Recordings(root, "rad")
    assert {take.speaker for take in recordings.all_takes} == {"my"}
    assert Consents(root, "rad").of("H'Bia") is None
    assert not any(b"H'Bia" in content for content in files(root).values())
    assert len(list(root.rglob("*.flac"))) == 1
    assert not folders.voice_cache.exists()


def test_it_can_be_taken_back_until_the_page_is_left(page, root):
    before = files(root)
    take_out(page)
    page.touch("give-back")
    page.wait_until(lambda: page.sees("withdraw"))
    assert "Giọng của H'Bia đã trở lại." in page.texts()
    assert {name: files(root)[name] for name in before if name.endswith(".flac")} == {
        name: content for name, content in before.items() if name.endswith(".flac")
    }
    recordings = Recordings(root, "rad")
    assert recordings.find(Take("Nối mạng", "", "").key).speaker == "my"
    assert recordings.find(Take("Bác nối được mạng.", "", "").key).speaker == "H'Bia"
    assert Consents(root, "rad").of("H'Bia").use is Use.OPEN_CORPUS
    take_out(page)
    page.touch("back")
    page.wait_until(lambda: page.names("owner:") == ["owner:rad:my"])


def test_a_broken_list_of_consents_is_told_and_nothing_goes(page, root):
    (root / "rad" / "consent" / "consents.json").write_text("{", encoding="utf-8")
    page.touch("withdraw")
    page.wait_until(lambda: "Danh sách lời đồng ý bị hỏng" in " ".join(page.texts()))
    assert len(Recordings(root, "rad").of_owner("H'Bia")) == 2
    assert page.sees("withdraw")


def test_who_gave_no_name_is_known_by_when_her_recordings_came_in(staff, root):
    Recordings(root, "rad").keep(Take("Bác chờ một lát nhé.", "", AT), voice(900))
    staff.open("listen")
    staff.touch("show-owners")
    staff.wait_until(lambda: staff.sees(f"owner:rad:{AT}"))
    assert any("Chưa ghi tên, đưa vào ngày 29/11/2026, lúc 10:00" in it for it in staff.texts())
    staff.touch(f"owner:rad:{AT}")
    staff.wait_until(lambda: staff.sees("withdraw"))
    take_out(staff)
    assert {take.speaker for take in Recordings(root, "rad").all_takes} == {"H'Bia", "my"}
