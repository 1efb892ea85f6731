"""A lesson file that is being edited, and its live preview."""

import re
import shutil
from pathlib import Path

import pytest
from fakes import FakeNarrator

from kiosk.app import Platform
from kiosk.folders import CHECKOUT
from kiosk.headless.ui_driver import SteppingClock, UiDriver
from kiosk.previewing import Preview


class Author:
    """A trainer with a lesson file and its preview window."""

    def __init__(
        self, path: Path, preview: Preview, voice: FakeNarrator, clock: SteppingClock
    ) -> None:
        self.path = path
        self.preview = preview
        self.voice = voice
        self.driver = UiDriver(preview.kiosk.window, clock)
        self.good = path.read_text(encoding="utf-8")

    @property
    def visit(self):
        return self.preview.kiosk.visit

    @property
    def run(self):
        return self.visit.visit.run

    @property
    def title(self):
        return self.run.lesson.head.title

    @property
    def finding(self):
        return self.preview.model.property("finding")

    def save(self, text):
        self.path.write_text(text, encoding="utf-8")

    def wait(self, is_so, what=""):
        self.driver.wait_until(is_so, what)

    def titled(self, title):
        """The valid lesson with another title."""
        return re.sub(r"(?m)^title: .*$", f"title: {title}", self.good, count=1)

    def write_well(self, title):
        """Saves the valid lesson with this title, and waits until the preview shows it."""
        self.save(self.titled(title))
        self.wait(lambda: self.finding == "good" and self.title == title, title)


@pytest.fixture
def make_author(qapp, folders, settings, tmp_path):
    """Opens previews, which are closed after the test."""
    opened = []

    def make(path: Path) -> Author:
        narrators = []

        def narrator(_settings, _folders, parent):
            narrators.append(FakeNarrator(parent))
            return narrators[-1]

        clock = SteppingClock()
        preview = Preview(path, folders, settings, Platform(narrator=narrator, clock=clock))
        opened.append(preview)
        preview.show()
        return Author(path, preview, narrators[-1], clock)

    yield make
    for preview in opened:
        preview.close()


@pytest.fixture
def author(make_author, tmp_path) -> Author:
    """The Wi-Fi lesson outside the lessons folder, with its preview at the opening card."""
    path = tmp_path / "bai" / "noi-wifi.yaml"
    path.parent.mkdir()
    shutil.copy(CHECKOUT / "lessons" / "noi-wifi.yaml", path)
    author = make_author(path)
    author.wait(lambda: author.run is not None, "the lesson")
    return author
