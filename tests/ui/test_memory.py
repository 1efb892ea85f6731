"""Only shown items are drawn and kept in memory; unused memory is released."""

import gc
import subprocess
import sys
import weakref

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.ui.sound.narrator import Narrator
from kiosk.ui.window import drawings
from kiosk.ui.window.drawings import KeptPictures

SIDE = 100
BYTES = 4 * SIDE * SIDE


@pytest.fixture
def drawn(monkeypatch):
    """The names of the drawn pictures; those of icons with their colour."""
    names = []
    picture = drawings._picture

    def draw(path, size: QSize, colour: str) -> QImage:
        names.append(f"{path.stem} {colour}".strip())
        return picture(path, size, colour)

    monkeypatch.setattr(drawings, "_picture", draw)
    return names


def test_a_picture_is_drawn_in_the_size_of_the_frame_alone(make_headless, drawn):
    headless = make_headless()
    headless.driver.wait_for_frame()
    assert drawn.count("welcome") == 1
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    headless.journey.to_way(Way.TOGETHER)
    while "wifi" not in drawn:
        headless.journey.do_step()
        headless.driver.wait_for_frame()
    assert drawn.count("wifi") == 1


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / f"{name}.png" for name in "abc"]
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    for path in made:
        assert image.save(str(path))
    return made


def test_the_pictures_asked_for_last_are_kept_as_many_as_fit(qapp, files, drawn):
    a, b, c = files
    kept = KeptPictures(2 * BYTES)
    for path in (a, b, a, c, a, b):
        assert kept.get(path, SIDE, SIDE).width() == SIDE
    assert "".join(drawn) == "abcb"


def test_a_picture_larger_than_all_that_is_kept_is_shown(qapp, files, drawn):
    kept = KeptPictures(BYTES - 1)
    assert [kept.get(files[0], SIDE, SIDE).width() for _ in range(2)] == [SIDE, SIDE]
    assert drawn == ["a", "a"]


def test_an_icon_is_drawn_once_in_a_size_and_a_colour(qapp, drawn):
    icons = drawings.icons(*Folders().icon_folders)
    for address, side in (("wifi/000000", 40), ("wifi/ffffff", 40), ("wifi/000000", 50)):
        first, again = (icons.requestImage(address, QSize(), QSize(side, side)) for _ in range(2))
        assert first == again
        assert first.width() == side
    assert drawn == ["wifi #000000", "wifi #ffffff", "wifi #000000"]


class Knot:
    """A reference cycle, which only the garbage collector can free."""

    def __init__(self) -> None:
        self.knot = self


def test_what_reading_has_left_is_given_back_before_anybody_comes(headless, monkeypatch):
    monkeypatch.setattr(Narrator, "abilities", ())
    headless.kiosk.languages.refresh()
    headless.driver.wait_until(lambda: headless.kiosk.languages.found is not None, "the languages")
    knot = Knot()
    gc.collect(1)  # old enough to be skipped during a visit
    gc.collect(1)
    seen = weakref.ref(knot)
    del knot
    headless.kiosk.languages.changed.emit()
    assert seen() is None


def test_a_code_is_made_without_a_library_for_photos():
    code = "import sys, kiosk.qr.code as qr; qr.modules_of('a'); print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
