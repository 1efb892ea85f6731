"""The staff pages in the real application, at a centre with writable files."""

import shutil
from pathlib import Path

import pytest
from fake_microphone import FakeMicrophone
from fakes import FakeNarrator
from native_speaker import NativeSpeaker
from small_home import LANGUAGE, LESSON, PO, SECOND, centre, language
from staff_touches import RECORD, Staff

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.library.index_file import IndexFile
from kiosk.staff.pin import PinFile


@pytest.fixture
def home(tmp_path) -> Path:
    """The shipped lessons and translations, with settings of its own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("lessons", "media", "translations"):
        (home / name).symlink_to(CHECKOUT / name, target_is_directory=True)
    shutil.copy(CHECKOUT / "config.yaml", home)
    return home


@pytest.fixture
def small_home(tmp_path) -> Path:
    """A centre with two lessons, and a language without recordings."""
    home = centre(tmp_path / "small", {"noi-mang": LESSON, "goi-dien": SECOND})
    language(home, "rad", LANGUAGE, lessons=PO)
    return home


@pytest.fixture
def folders(home, tmp_path, index_of_shipped_lessons) -> Folders:
    """The folders of the home; the index of the shipped lessons exists as after a start."""
    folders = Folders(home=home, state=tmp_path / "state", cache=tmp_path / "cache")
    if (home / "lessons").is_symlink():
        folders.cache.mkdir()
        IndexFile(folders).path.write_bytes(index_of_shipped_lessons)
    return folders


@pytest.fixture
def settings(folders):
    return settings_of(folders)


@pytest.fixture
def narrators() -> list[FakeNarrator]:
    return []


@pytest.fixture
def make_microphone():
    """The factory of the microphone; None selects the real one."""


@pytest.fixture
def microphones() -> list[FakeMicrophone]:
    return []


@pytest.fixture
def fake_microphones(microphones):
    """Makes fake microphones that record what the test provides."""

    def make(parent):
        microphones.append(FakeMicrophone(parent))
        return microphones[-1]

    return make


@pytest.fixture
def window():
    """Window options that differ from the default."""
    return {}


@pytest.fixture
def headless(
    make_headless, home, folders, settings, narrators, make_microphone, window
) -> HeadlessKiosk:
    """A kiosk of that centre, with a PIN."""
    PinFile(folders.pin).write(RECORD)

    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    return make_headless(home, of=settings, narrator=narrator, microphone=make_microphone, **window)


@pytest.fixture
def voice(headless, narrators) -> FakeNarrator:
    return narrators[-1]


@pytest.fixture
def staff(headless):
    """Actions of staff at that kiosk."""
    return Staff(headless)


@pytest.fixture
def speaker(staff, voice, microphones) -> NativeSpeaker:
    return NativeSpeaker(staff, voice, microphones)
