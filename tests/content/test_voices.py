"""A lesson without recordings is reported, if the kiosk has any recordings."""

import shutil
from pathlib import Path

import pytest

from kiosk.authoring.inspection import inspect
from kiosk.content.voices import recorded_languages
from kiosk.folders import Folders

CASE = Path(__file__).parent.parent / "broken" / "voice-missing"


@pytest.fixture
def home(tmp_path):
    return Path(shutil.copytree(CASE, tmp_path / "home"))


def codes(home):
    return [problem.code for problem in inspect((home / "lessons",), Folders(home=home)).problems]


def index_of(home):
    return home / "media" / "voice" / "rad" / "index.json"


def test_nothing_is_said_where_nobody_records(home):
    index_of(home).unlink()
    assert codes(home) == []


def test_nothing_is_said_of_a_lesson_that_is_whole(home):
    lesson = home / "lessons" / "noi-wifi.yaml"
    text = lesson.read_text("utf-8")
    for sentence in ("Bác tự nối điện thoại vào Wi-Fi.", "Bác bật Wi-Fi nhé."):
        text = text.replace(sentence, "Nối Wi-Fi")
    lesson.write_text(text, encoding="utf-8")
    assert codes(home) == []


@pytest.mark.parametrize("spoilt", [b"", b"{}", b'{"version": 9}', b"\xff"])
def test_a_broken_list_of_recordings_is_no_language(home, spoilt):
    index_of(home).write_bytes(spoilt)
    assert recorded_languages(Folders(home=home)) == ()
    assert codes(home) == []


def test_a_language_without_a_name_is_called_by_its_code(home):
    shutil.rmtree(home / "translations")
    (recorded,) = recorded_languages(Folders(home=home))
    assert recorded.language == "rad"
