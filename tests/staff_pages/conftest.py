"""The staff's rooms in the real application, at a centre whose files may be written."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from fake_microphone import FakeMicrophone
from fakes import FakeNarrator
from native_speaker import NativeSpeaker
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from small_home import LANGUAGE, LESSON, PO, SECOND, centre, language

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import items_below
from kiosk.library.index_file import IndexFile
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile, record_of

PIN = "204816"
RECORD = record_of(PIN)


@pytest.fixture
def home(tmp_path) -> Path:
    """The shipped lessons and translations, and settings of its own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("lessons", "media", "translations"):
        (home / name).symlink_to(CHECKOUT / name, target_is_directory=True)
    shutil.copy(CHECKOUT / "config.yaml", home)
    return home


@pytest.fixture
def small_home(tmp_path) -> Path:
    """A kiosk with two lessons, and a language that nobody has recorded."""
    home = centre(tmp_path / "small", {"noi-mang": LESSON, "goi-dien": SECOND})
    language(home, "rad", LANGUAGE, lessons=PO)
    return home


@pytest.fixture
def folders(home, tmp_path, index_of_shipped_lessons) -> Folders:
    """As a kiosk has them that was started before, where it teaches the shipped lessons."""
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
    """Makes the microphone; nothing for the real one."""


@pytest.fixture
def microphones() -> list[FakeMicrophone]:
    return []


@pytest.fixture
def fake_microphones(microphones):
    """Makes microphones that hear what a test lets them hear."""

    def make(parent):
        microphones.append(FakeMicrophone(parent))
        return microphones[-1]

    return make


@pytest.fixture
def window():
    """The window, where it is not the usual one."""
    return {}


@pytest.fixture
def on(headless_of, home, folders, settings, narrators, make_microphone, window) -> HeadlessKiosk:
    """That centre's kiosk, with a PIN."""
    PinFile(folders.pin).write(RECORD)

    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    return headless_of(home, of=settings, narrator=narrator, microphone=make_microphone, **window)


@pytest.fixture
def voice(on, narrators) -> FakeNarrator:
    return narrators[-1]


@pytest.fixture
def staff(on):
    """The people at the assist."""
    return Staff(on)


@pytest.fixture
def speaker(staff, voice, microphones) -> NativeSpeaker:
    return NativeSpeaker(staff, voice, microphones)


class Staff:
    """What staff do."""

    def __init__(self, on: HeadlessKiosk) -> None:
        self.on = on

    def come_in(self) -> None:
        """Through the door that stands behind the sign that calls them."""
        if self.on.journey.visit.page is Page.ATTRACT:
            self.on.journey.to_home("vi")
        self.on.driver.touch("call")
        self.on.driver.touch("staff-login")
        for digit in PIN:
            self.on.driver.touch(f"pin:{digit}")
        self.on.driver.touch("pin:enter")
        self.wait_until(lambda: self.on.journey.visit.page is Page.STAFF)

    def open(self, page_model: str) -> None:
        """Go to a page_model, coming in first if need be."""
        if self.on.journey.visit.page is not Page.STAFF:
            self.come_in()
        self.on.driver.turn_to(f"page:{page_model}", "more-pages")
        self.on.driver.touch(f"page:{page_model}")

    def touch(self, *names: str) -> None:
        """Where it is seen: things have found their places only when they are painted."""
        for name in names:
            self.on.driver.wait_for_frame()
            self.on.driver.touch(name)

    def sees(self, name: str) -> bool:
        return self.on.driver.is_seen(name)

    def wait_until(self, is_so) -> None:
        self.on.driver.wait_until(is_so)

    def wait_patiently(self, is_so) -> None:
        """For another process, which gives way to all others."""
        for _ in range(6):
            with suppress(TimeoutError):
                self.wait_until(is_so)
                return
        self.wait_until(is_so)

    def names(self, beginning: str) -> list[str]:
        """The names of what is seen, from top to bottom."""
        seen = [
            item
            for item in items_below(self.on.kiosk.window.contentItem())
            if item.isVisible() and item.objectName().startswith(beginning)
        ]
        seen.sort(key=lambda item: item.mapToScene(item.position()).y())
        return [item.objectName() for item in seen]

    def texts(self) -> list[str]:
        """All words that are seen."""
        seen = (i for i in items_below(self.on.kiosk.window.contentItem()) if i.isVisible())
        return [text for item in seen if (text := item.property("text")) and isinstance(text, str)]

    def type(self, text: str) -> None:
        """On a real keyboard."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QGuiApplication.sendEvent(self.on.kiosk.window, event)

    def strike(self, key: Qt.Key) -> None:
        self.on.driver.press_key(key)

    def touch_keys(self, text: str) -> None:
        """On the keyboard of the screen."""
        for letter in text:
            self.on.driver.touch(f"key:{letter}")
