"""Frame intervals of the animations, painted at 1920×1080 by the software renderer."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.figures import Figure, percentile
from bench.homes import FULL_HD, environment, home
from bench.processes import LIMIT_S, print_result, result_of
from bench.stages import lesson_offscreen, open_lesson, silence
from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import seen_below

MIN_FRAMES_PER_S = 50
WITH_MESSAGE = "vneid-vao-lai"
"""A lesson in which a message slides in from the top."""
MESSAGES = 5
SOME = 30
STILL_AFTER_S = 1.5
MOTIONS = ("finger travels", "next screen slides in", "message drops in")


def measure() -> list[Figure]:
    """The mean interval between frames during each animation; 20 ms means 50 frames a second."""
    with home() as folder:
        shutil.copy(CHECKOUT / "lessons" / f"{WITH_MESSAGE}.yaml", folder / "lessons")
        with _display(folder) as variables:
            found = result_of("motion", variables)
    where = "Xvfb" if "DISPLAY" in variables else "offscreen"
    return [figure for name in MOTIONS for figure in _figures(name, found[name], where)]


def _figures(name: str, intervals_ms: list[float], where: str) -> Iterator[Figure]:
    mean_ms = sum(intervals_ms) / len(intervals_ms)
    note = f"{1000 / mean_ms:.0f} frames a second, {where}"
    yield Figure(f"{name}: from frame to frame, mean", mean_ms, "ms", 1000 / MIN_FRAMES_PER_S, note)
    yield Figure(f"{name}: from frame to frame, p95", percentile(intervals_ms, 95), "ms")


@contextlib.contextmanager
def _display(folder: Path) -> Iterator[Mapping[str, str]]:
    """Environment variables for an Xvfb display, or for offscreen if Xvfb is missing."""
    if not shutil.which("Xvfb"):
        yield environment(folder)
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
    command += ["-screen", "0", f"{FULL_HD[0]}x{FULL_HD[1]}x24"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        yield environment(folder, DISPLAY=display, QT_QPA_PLATFORM="xcb")
    finally:
        process.terminate()
        process.wait(LIMIT_S)


class Frames:
    """Records the interval between two frames in which an item is at different positions."""

    def __init__(self, headless: HeadlessKiosk, item: str, share: str) -> None:
        self._headless = headless
        self._item = item
        self._share = share
        self._last: tuple[float, float] | None = None
        self.intervals_ms: list[float] = []
        headless.kiosk.window.frameSwapped.connect(self._note)

    def _note(self) -> None:
        seen = seen_below(self._headless.kiosk.window.contentItem())
        item = next((each for each in seen if each.objectName() == self._item), None)
        if item is None:
            self._last = None
            return
        place, now_s = float(item.property(self._share)), time.perf_counter()
        before, self._last = self._last, (place, now_s)
        if before and before[0] != place:
            self.intervals_ms.append((now_s - before[1]) * 1000)

    def wait_for_more(self) -> None:
        """Waits until the item has moved in SOME more frames, or for STILL_AFTER_S."""
        ends_s, wanted = time.monotonic() + STILL_AFTER_S, len(self.intervals_ms) + SOME
        self._headless.driver.wait_until(
            lambda: len(self.intervals_ms) >= wanted or time.monotonic() > ends_s
        )


def play() -> None:
    """Play lessons in which finger, screens and a message move; report the frame intervals."""
    with lesson_offscreen(silence) as headless:
        finger = Frames(headless, "hand", "away")
        headless.journey.to_way(Way.WATCH)
        while headless.journey.is_on(Way.WATCH):
            finger.wait_for_more()
            headless.driver.touch(NEXT)
        screens = Frames(headless, "phoneScreen", "slide")
        headless.journey.to_way(Way.TOGETHER)
        while headless.journey.is_on(Way.TOGETHER):
            headless.journey.touch_expected()
            headless.driver.wait_until(
                lambda: not headless.kiosk.visit.lesson.is_holding, "the step"
            )
            screens.wait_for_more()
        message = Frames(headless, "phone:arrival", "above")
        for _ in range(MESSAGES):
            open_lesson(headless, WITH_MESSAGE)
            headless.journey.to_way(Way.TOGETHER)
            while headless.journey.run.arrival is None:
                headless.driver.touch(NEXT)
            message.wait_for_more()
    print_result(
        {
            name: each.intervals_ms
            for name, each in zip(MOTIONS, (finger, screens, message), strict=True)
        }
    )


if __name__ == "__main__":
    play()
