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

COMPARED_SIZE = (WIDTH // 10, HEIGHT // 10)
MAX_DIFFERENCE = 0.02
"""Limit for one page drawn on two machines; two consecutive pages differ by at least 0.025."""
PAGE_TIMEOUT_S = 120
MAX_TOUCHES, TOUCH_TIMEOUT_S = 4, 15
STICK_KB = 16384


class ReferenceKiosk:
    """Performs each action on the real kiosk and on this one; then both must look the same."""

    def __init__(
        self, headless: HeadlessKiosk, machine: Machine, folder: Path, pin: str, sticks: Path
    ) -> None:
        self.headless, self.pin = headless, pin
        self._machine, self._folder, self._sticks = machine, folder, sticks
        self._stick = ""
        self._page_count = 0
        self.repeated_touches = 0
        """Number of touches that changed nothing and were repeated."""
        self._expected: list[Image.Image] = []
        """Accepted pictures: one, or on the attract page every greeting shown so far."""
        self._screenshot = Image.new("RGB", (WIDTH, HEIGHT))

    def wait_until_equal(self, page: str, limit_s: float = PAGE_TIMEOUT_S) -> None:
        """Waits until the real screen shows the same page as this kiosk.

        Raises:
            TimeoutError: the screens still differ; both pictures are kept.
        """
        self._page_count += 1
        self._expected.clear()
        name = f"{self._page_count:02d}-{page.replace(':', '-')}"
        try:
            self._machine.wait_until(lambda: self._difference() < MAX_DIFFERENCE, page, limit_s)
        finally:
            log.info("%s: differs by %.4f", name, self._difference())
            self._expected[-1].save(self._folder / f"{name}-expected.png")
            self._screenshot.save(self._folder / f"{name}.png")

    def _difference(self) -> float:
        """The smallest difference to an accepted picture.

        Each kiosk greets in its languages in turn: two that never show the same one at the same
        time count as equal.
        """
        self.headless.driver.settle()
        if self.headless.journey.visit.page is not Page.ATTRACT:
            self._expected.clear()
        expected = pillow_image(self.headless.driver.picture())
        if expected not in self._expected:
            self._expected.append(expected)
        self._screenshot = self._machine.screenshot()
        return min(difference(expected, self._screenshot) for expected in self._expected)

    def touch(self, *names: str) -> None:
        """Touches the named items in order, each where this kiosk shows it.

        The first touch of a pointer that was never moved may be lost, as may one while the kiosk
        still loads: if the screen does not change at all, the touch is repeated.
        """
        for name in names:
            position = self.headless.driver.middle_of(name)
            before = self._machine.stable_screenshot()
            self._machine.touch(position.x(), position.y())
            self.headless.driver.touch_at(position)
            if self._machine.is_unchanged(before):
                self._touch_again(name, position)
            self.wait_until_equal(name)

    def begin(self) -> None:
        """The first touch, on a page that changes by itself; it may be lost, as in `touch`.

        Raises:
            TimeoutError: no touch had an effect.
        """
        position = self.headless.driver.middle_of("begin")
        self.press("begin")
        for _ in range(MAX_TOUCHES - 1):
            try:
                return self.wait_until_equal("begin", TOUCH_TIMEOUT_S)
            except TimeoutError:
                self._touch_again("begin", position)
        return self.wait_until_equal("begin", TOUCH_TIMEOUT_S)

    def _touch_again(self, name: str, position: QPoint) -> None:
        """Touches only the real screen: this kiosk has handled the first touch."""
        log.info("%s: touch without effect, repeated", name)
        self.repeated_touches += 1
        self._machine.touch(position.x(), position.y())

    def press(self, name: str) -> None:
        """Touches the item without waiting for the result."""
        position = self.headless.driver.middle_of(name)
        self._machine.touch(position.x(), position.y())
        self.headless.driver.touch_at(position)

    def wait_until_shown(self, name: str) -> None:
        """Waits until this kiosk shows the named item."""
        self.headless.driver.wait_until(lambda: self.headless.driver.is_seen(name), name)

    def wait_for_staff_property(self, name: str, *, value: object) -> None:
        """Waits until a property of the staff page of this kiosk has this value."""
        page_model = self.headless.kiosk.staff.property("page")
        self.headless.driver.wait_until(lambda: page_model.property(name) == value, name)

    def plug_in(self, name: str, files: dict[str, str]) -> None:
        """Plugs in a stick with these files, mounted under this name."""
        stick, folder = self._folder / "stick.img", self._folder / "stick"
        folder.mkdir()
        for file_name, text in files.items():
            (folder / file_name).write_text(text, encoding="utf-8")
        run("mkfs.vfat", "-C", stick, STICK_KB)
        run("mcopy", "-i", stick, *folder.iterdir(), "::")
        self._stick = self._machine.plug_in(stick)
        folder.rename(self._sticks / name)

    def pull_out(self) -> None:
        """Pulls the stick out."""
        self._machine.pull_out(self._stick)
        for mounted in self._sticks.iterdir():
            shutil.rmtree(mounted)

    def touch_keys(self, text: str) -> None:
        """Types on the on-screen keyboard."""
        for character in text:
            self.press(f"key:{character}")

    def open_lesson(self, lesson: str) -> None:
        """Opens a lesson from the home page; a part of a series through the tile of its series."""
        series = self.headless.kiosk.visit.home.series_with(lesson)
        for tile in (series, lesson) if series else (lesson,):
            while not self.headless.driver.is_seen(f"lesson:{tile}"):
                self.touch("next")
            self.touch(f"lesson:{tile}")

    def open_staff_page(self, name: str) -> None:
        """Opens a page of the staff area."""
        while not self.headless.driver.is_seen(f"page:{name}"):
            self.touch("more-pages")
        self.touch(f"page:{name}")

    def wait_for_page(self, page: Page) -> None:
        self.headless.driver.wait_until(lambda: self.headless.journey.visit.page is page, page)


def pillow_image(image: QImage) -> Image.Image:
    """Converts a QImage to a Pillow image."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    size, row = (rgb.width(), rgb.height()), rgb.bytesPerLine()
    return Image.frombuffer("RGB", size, bytes(rgb.constBits()), "raw", "RGB", row, 1)


def difference(one: Image.Image, other: Image.Image) -> float:
    """0 for equal pictures, 1 for white and black; blurred, to ignore the edges of glyphs."""
    if one.size != other.size:
        return 1.0
    blurred = [
        picture.filter(ImageFilter.BoxBlur(4)).resize(COMPARED_SIZE) for picture in (one, other)
    ]
    return sum(ImageStat.Stat(ImageChops.difference(*blurred)).mean) / 3 / 255


@contextmanager
def reference_kiosk_for(
    machine: Machine, folder: Path, pin: str, *, is_first_start: bool = False
) -> Iterator[ReferenceKiosk]:
    """A kiosk as fresh as the real one, with the same PIN; without a PIN for the first start."""
    kiosk_folder = folder / "reference"
    sticks, site = kiosk_folder / "sticks", kiosk_folder / "state" / "site"
    sticks.mkdir(parents=True)
    folders = Folders(
        CHECKOUT, kiosk_folder / "state", kiosk_folder / "cache", site=site, sticks=(sticks,)
    )
    if not is_first_start:
        PinFile(folders.pin).write(record_of(pin))
    window_config = WindowConfig(width=WIDTH, height=HEIGHT, motion=False)
    with offscreen(folders, settings_of(folders), window_config) as headless:
        if is_first_start:
            headless.kiosk.begin_first_start()
            headless.driver.wait_until(
                lambda: headless.journey.visit.page is Page.STAFF, "the first start"
            )
        yield ReferenceKiosk(headless, machine, folder, pin, sticks)
