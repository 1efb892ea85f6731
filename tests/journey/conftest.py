"""A test centre: a lesson with every feature, in two languages, and a fake voice."""

import shutil
from pathlib import Path

import polib
import pytest
from centre import PIN, in_english
from fakes import FakeNarrator
from known_pin import known_record

from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.staff.pin import PinFile


@pytest.fixture(scope="session")
def centre(tmp_path_factory) -> Path:
    """A home with one lesson, with a test translation of every sentence into English."""
    home = tmp_path_factory.mktemp("centre")
    (home / "lessons").mkdir()
    shutil.copy(Path(__file__).parent / "hoc-thu.yaml", home / "lessons")
    (home / "media").symlink_to(CHECKOUT / "media", target_is_directory=True)
    for language in ("vi", "en"):
        (home / "translations" / language).mkdir(parents=True)
        reported = CHECKOUT / "translations" / language / "language.yaml"
        shutil.copy(reported, home / "translations" / language)
    _translate(home)
    return home


def _translate(home: Path) -> None:
    book = polib.POFile()
    book.metadata = {"Content-Type": "text/plain; charset=utf-8", "X-Reviewed-By": "thử"}
    lessons = load_library(Folders(home=home)).lessons.values()
    lines = [*prompts.lines(), *(line for lesson in lessons for line in lesson.lines())]
    for text in dict.fromkeys(line.text for line in lines):
        book.append(polib.POEntry(msgid=text, msgstr=in_english(text)))
    book.save(str(home / "translations" / "en" / "all.po"))


@pytest.fixture
def settings() -> Settings:
    """A centre with a Wi-Fi network, Vietnamese and English."""
    return Settings.model_validate(
        {
            "languages": {"offered": ["vi", "en"]},
            "wifi": {"name": 'Nhà "Mẫu"; tầng 1', "password": "mat\\khau:2025"},
            "idle": {"warn_after_s": 90, "own_phone_warn_after_s": 400, "wipe_after_s": 30},
        }
    )


@pytest.fixture
def narrators() -> list[FakeNarrator]:
    """All narrators that were created."""
    return []


@pytest.fixture
def headless(make_headless, narrators, centre, folders):
    """A kiosk of that centre at its attract page, with a PIN as on a real machine."""
    PinFile(folders.pin).write(known_record(PIN))

    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    return make_headless(centre, narrator=narrator)


@pytest.fixture
def voice(headless, narrators) -> FakeNarrator:
    """The narrator of that kiosk."""
    return narrators[-1]


@pytest.fixture
def wait_s(headless):
    """Advances the clock without a touch."""

    def wait(seconds: float) -> None:
        headless.kiosk.platform.clock.time_s += seconds
        headless.kiosk.visit.check_idle()

    return wait
