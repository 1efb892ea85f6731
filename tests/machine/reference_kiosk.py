"""The same kiosk without a display on this machine: shows what the real one must show."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from disk import run
from machine import HEIGHT, WIDTH, Machine
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk, offscreen
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile, record_of
from kiosk.ui.window.kiosk_window import WindowConfig

log = logging.getLogger(__name__)

SMALL = (WIDTH // 10, HEIGHT // 10)
MOST_DIFFERENT = 0.02
"""Limit for one page drawn on two machines; two consecutive pages differ by at least 0.025."""
PATIENCE_S = 120
TOUCHES, TOUCHED_IN_VAIN_S = 4, 15
STICK_KB = 16384


class Twin:
    """Performs each action on the real kiosk and its twin; then both must look the same."""

    def __init__(
        self, on: HeadlessKiosk, machine: Machine, folder: Path, pin: str, sticks: Path
    ) -> None:
        self.on, self.pin = on, pin
        self._machine, self._folder, self._sticks = machine, folder, sticks
        self._stick = ""
        self._pages = 0
        self.in_vain = 0
        """Number of touches that changed nothing and were repeated."""
        self._meant: list[Image.Image] = []
        """Accepted pictures: one, or on the attract page every greeting shown so far."""
        self._seen = Image.new("RGB", (WIDTH, HEIGHT))

    def wait_until_alike(self, page: str, limit_s: float = PATIENCE_S) -> None:
        """Waits until the real screen shows the same page as the twin.

        Raises:
            TimeoutError: the screens still differ; both pictures are kept.
        """
        self._pages += 1
        self._meant.clear()
        name = f"{self._pages:02d}-{page.replace(':', '-')}"
        try:
            self._machine.wait_until(lambda: self._differs() < MOST_DIFFERENT, page, limit_s)
        finally:
            log.info("%s: differs by %.4f", name, self._differs())
            self._meant[-1].save(self._folder / f"{name}-meant.png")
            self._seen.save(self._folder / f"{name}.png")

    def _differs(self) -> float:
        """The smallest difference to an accepted picture.

        Each kiosk greets in its languages in turn: two that never show the same one at the same
        time count as equal.
        """
        self.on.driver.settle()
        if self.on.journey.visit.page is not Page.ATTRACT:
            self._meant.clear()
        meant = picture_of(self.on.driver.picture())
        if meant not in self._meant:
            self._meant.append(meant)
        self._seen = self._machine.picture()
        return min(difference(each, self._seen) for each in self._meant)

    def touch(self, *names: str) -> None:
        """Touches the named items in order, each where the twin shows it.

        The first touch of a pointer that was never moved may be lost, as may one while the kiosk
        still loads: if the screen does not change at all, the touch is repeated.
        """
        for name in names:
            place = self.on.driver.middle_of(name)
            before = self._machine.still_picture()
            self._machine.touch(place.x(), place.y())
            self.on.driver.touch_at(place)
            if self._machine.stays_as(before):
                self._touch_again(name, place)
            self.wait_until_alike(name)

    def begin(self) -> None:
        """The first touch, on a page that changes by itself; it may be lost, as in `touch`.

        Raises:
            TimeoutError: no touch had an effect.
        """
        place = self.on.driver.middle_of("begin")
        self.press("begin")
        for _ in range(TOUCHES - 1):
            try:
                return self.wait_until_alike("begin", TOUCHED_IN_VAIN_S)
            except TimeoutError:
                self._touch_again("begin", place)
        return self.wait_until_alike("begin", TOUCHED_IN_VAIN_S)

    def _touch_again(self, name: str, place: QPoint) -> None:
        """Touches only the real screen: the twin has handled the first touch."""
        log.info("%s: touched in vain, and again", name)
        self.in_vain += 1
        self._machine.touch(place.x(), place.y())

    def press(self, name: str) -> None:
        """Touches the item without waiting for the result."""
        place = self.on.driver.middle_of(name)
        self._machine.touch(place.x(), place.y())
        self.on.driver.touch_at(place)

    def wait_to_see(self, name: str) -> None:
        """Waits until the twin shows the named item."""
        self.on.driver.wait_until(lambda: self.on.driver.is_seen(name), name)

    def wait_for_staff_page(self, name: str, *, value: object) -> None:
        """Waits until a property of the twin's staff page has this value."""
        page_model = self.on.kiosk.staff.property("page")
        self.on.driver.wait_until(lambda: page_model.property(name) == value, name)

    def plug_in(self, name: str, files: dict[str, str]) -> None:
        """Plugs in a stick with these files, mounted under this name."""
        stick, folder = self._folder / "stick.img", self._folder / "stick"
        folder.mkdir()
        for each, text in files.items():
            (folder / each).write_text(text, encoding="utf-8")
        run("mkfs.vfat", "-C", stick, STICK_KB)
        run("mcopy", "-i", stick, *folder.iterdir(), "::")
        self._stick = self._machine.plug_in(stick)
        folder.rename(self._sticks / name)

    def pull_out(self) -> None:
        """Pulls the stick out."""
        self._machine.pull_out(self._stick)
        for place in self._sticks.iterdir():
            shutil.rmtree(place)

    def touch_keys(self, text: str) -> None:
        """Types on the on-screen keyboard."""
        for sign in text:
            self.press(f"key:{sign}")

    def open_lesson(self, lesson: str) -> None:
        """Opens a lesson from the home page; a part of a series through the tile of its series."""
        series = self.on.kiosk.visit.home.series_with(lesson)
        for each in (series, lesson) if series else (lesson,):
            while not self.on.driver.is_seen(f"lesson:{each}"):
                self.touch("next")
            self.touch(f"lesson:{each}")

    def open_staff_page(self, page_model: str) -> None:
        """Opens a page of the staff area."""
        while not self.on.driver.is_seen(f"page:{page_model}"):
            self.touch("more-pages")
        self.touch(f"page:{page_model}")

    def wait_for_page(self, page: Page) -> None:
        self.on.driver.wait_until(lambda: self.on.journey.visit.page is page, page)


def picture_of(image: QImage) -> Image.Image:
    """Converts a QImage to a Pillow image."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size, row = (plain.width(), plain.height()), plain.bytesPerLine()
    return Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", row, 1)


def difference(one: Image.Image, other: Image.Image) -> float:
    """0 for equal pictures, 1 for white and black; blurred, to ignore the edges of glyphs."""
    if one.size != other.size:
        return 1.0
    blurred = [each.filter(ImageFilter.BoxBlur(4)).resize(SMALL) for each in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*blurred)).mean) / 3 / 255


@contextmanager
def twin_of(
    machine: Machine, folder: Path, pin: str, *, is_first_start: bool = False
) -> Iterator[Twin]:
    """A kiosk as fresh as the real one, with the same PIN; without a PIN for the first start."""
    own = folder / "twin"
    sticks, site = own / "sticks", own / "state" / "site"
    sticks.mkdir(parents=True)
    folders = Folders(CHECKOUT, own / "state", own / "cache", site=site, sticks=(sticks,))
    if not is_first_start:
        PinFile(folders.pin).write(record_of(pin))
    look = WindowConfig(width=WIDTH, height=HEIGHT, motion=False)
    with offscreen(folders, settings_of(folders), look) as on:
        if is_first_start:
            on.kiosk.begin_first_start()
            on.driver.wait_until(lambda: on.journey.visit.page is Page.STAFF, "the first start")
        yield Twin(on, machine, folder, pin, sticks)
