"""Fixtures of all tests: no display, software rendering, none of the user's own settings."""

import gc
import os
import re

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import kiosk.qt.plain_imports  # noqa: F401, I001 - has to be imported first

from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import hypothesis
import known_drawings  # noqa: F401 - no icon is painted twice
import pytest
from chromium import launched
from fake_printer import FakePrinter
from PySide6.QtGui import QGuiApplication
from sound_server import SoundServer

from kiosk.app import settings_of
from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.library.index_file import IndexFile
from kiosk.library.indexing import Indexer

# Other processes on the machine may slow any example down.
hypothesis.settings.register_profile(
    "kiosk", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("kiosk")


@pytest.fixture(scope="session")
def index_of_shipped_lessons(tmp_path_factory) -> bytes:
    """The index of the shipped lessons that a kiosk keeps between two starts.

    The processes of script/test share it.
    """
    folder = tmp_path_factory.mktemp("started-before")
    shared = Path(os.environ.get("KIOSK_SHARED_BY_TESTS", folder)) / "index-of-shipped-lessons"
    with suppress(FileNotFoundError):
        return shared.read_bytes()
    folders = Folders(home=CHECKOUT, state=folder / "state", cache=folder)
    indexer = Indexer(folders)
    indexer.refresh(indexer.load())
    return IndexFile(folders).path.rename(shared).read_bytes()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kiosk's application class, so that the order of tests does not matter."""
    return QGuiApplication


@pytest.fixture
def folders(tmp_path: Path, index_of_shipped_lessons: bytes) -> Folders:
    """The shipped lessons with their index, as after a first start; state and cache in tmp_path."""
    folders = Folders(home=CHECKOUT, state=tmp_path / "state", cache=tmp_path / "cache")
    folders.cache.mkdir()
    IndexFile(folders).path.write_bytes(index_of_shipped_lessons)
    return folders


@pytest.fixture
def settings(folders: Folders) -> Settings:
    """The shipped settings."""
    return settings_of(folders)


@pytest.fixture
def make_headless(qapp, folders: Folders, settings: Settings):
    """Makes offscreen kiosks, which are closed after the test."""
    with ExitStack() as opened:

        def make(
            home: Path = CHECKOUT,
            *,
            of: Settings = settings,
            narrator=mute,
            microphone=None,
            **look,
        ):
            shown = WindowConfig(**{"width": 1920, "height": 1080, "motion": False, **look})
            where = replace(folders, home=home)
            return opened.enter_context(offscreen(where, of, shown, narrator, microphone))

        yield make


@pytest.fixture
def headless(make_headless):
    """An offscreen kiosk at its attract page, with its driver."""
    return make_headless()


@pytest.fixture
def printer(tmp_path, monkeypatch):
    """A fake printer that is the only one the kiosk finds."""
    folder = tmp_path / "printer"
    folder.mkdir()
    fake = FakePrinter(folder)
    monkeypatch.setenv("PATH", fake.path)
    monkeypatch.setenv("CUPS_SERVER", fake.server)
    yield fake
    fake.close()


@pytest.fixture(scope="module")
def sound_server():
    """A sound server shared by the tests of a file, because it takes seconds to start."""
    with pytest.MonkeyPatch.context() as environment:
        made = SoundServer(environment)
        yield made
        made.close()


@pytest.fixture(scope="session")
def browser():
    """Chromium for web pages."""
    with launched() as running:
        yield running


def pytest_collection_finish() -> None:
    """Excludes what was imported from garbage collection: every kiosk collects all its garbage."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that need the browser: they run in processes without Qt windows.

    Playwright switches the stacks of its callers, which breaks Qt's event loop after a while.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            _must_name_browser(item.path)


def _must_name_browser(path: Path) -> None:
    """Raises UsageError if script/test would not assign the file to the browser's part."""
    texts = (
        each.read_text("utf-8") for each in (path, path.with_name("conftest.py")) if each.exists()
    )
    if not any(re.search(r"\bbrowser\b", text) for text in texts):
        raise pytest.UsageError(f"{path} needs the browser and does not name it")
