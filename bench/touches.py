"""Time from a touch to its painted result, at 1920×1080 with the software renderer."""

import sys
import time
from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from bench.figures import Figure, percentiles
from bench.homes import environment, home
from bench.processes import print_result, result_of
from bench.stages import lesson_offscreen, open_lesson, silence
from kiosk.domain.way import Way
from kiosk.headless.journey import ON_PHONE
from kiosk.headless.offscreen import HeadlessKiosk

FEWEST_STEPS = 120
BETWEEN_TOUCHES_S = 1.0


def measure() -> list[Figure]:
    """Every step of the lesson in every way, repeated until FEWEST_STEPS are timed."""
    with home() as folder:
        variables = environment(folder)
        result_of("touches", variables, "1")  # renders every sentence into the cache
        found = result_of("touches", variables, str(FEWEST_STEPS))
    return [
        *percentiles("touch → next step painted", found["steps_ms"], "ms", {95: 40, 99: 60}),
        *percentiles("the same, work of the window's thread", found["work_ms"], "ms", {}),
        *percentiles("touch → key or choice painted", found["others_ms"], "ms", {95: 40, 99: 60}),
        Figure("finger down → pressed look, worst", max(found["frames"]), "frames", 1),
        *percentiles("finger down → pressed look painted", found["pressed_ms"], "ms", {}),
    ]


class Watch:
    """Records when frames are shown, and when the kiosk went to another step."""

    def __init__(self, headless: HeadlessKiosk) -> None:
        self._headless = headless
        self._finger = QTest.createTouchDevice()
        self._window = headless.kiosk.window
        self.frames_s: list[float] = []
        self.changed_s: list[float] = []
        self._window.frameSwapped.connect(self._note_frame)
        self.frames_work_s: list[float] = []
        headless.kiosk.visit.stepChanged.connect(lambda: self.changed_s.append(time.perf_counter()))

    def _note_frame(self) -> None:
        self.frames_s.append(time.perf_counter())
        self.frames_work_s.append(time.thread_time())

    def touch_ms(self, place: QPoint) -> tuple[float, float, bool]:
        """Touches `place`; returns time and CPU time to the frame, and whether the step changed."""
        self._headless.kiosk.platform.clock.time_s += BETWEEN_TOUCHES_S
        self.changed_s.clear()
        self._press(place)
        began_s, began_work_s = time.perf_counter(), time.thread_time()
        QTest.touchEvent(self._window, self._finger).release(0, place, self._window).commit()
        done_s = self.changed_s[0] if self.changed_s else time.perf_counter()
        self._window.update()
        self._wait_for_frame_after(done_s)
        frame = next(at for at, at_s in enumerate(self.frames_s) if at_s > done_s)
        spent_ms = (self.frames_s[frame] - began_s) * 1000
        work_ms = (self.frames_work_s[frame] - began_work_s) * 1000
        return spent_ms, work_ms, bool(self.changed_s)

    def press_ms(self, name: str) -> tuple[float, int]:
        """The time from a press until the target looks pressed, and the frame, counted from 1."""
        item = self._headless.driver.find(name)
        place = self._headless.driver.middle_of(name)
        frames: list[bool] = []
        connection = self._window.frameSwapped.connect(
            lambda: frames.append(bool(item.property("down")))
        )
        began_s = time.perf_counter()
        self._press(place)
        self._headless.driver.wait_until(lambda: any(frames), "a pressed look")
        self._window.frameSwapped.disconnect(connection)
        first = frames.index(True)
        painted_s = [at_s for at_s in self.frames_s if at_s > began_s][first]
        aside = QPoint(1, 1)
        QTest.touchEvent(self._window, self._finger).move(0, aside, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, aside, self._window).commit()
        return (painted_s - began_s) * 1000, first + 1

    def _press(self, place: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).press(0, place, self._window).commit()

    def _wait_for_frame_after(self, moment_s: float) -> None:
        self._headless.driver.wait_until(
            lambda: self.frames_s and self.frames_s[-1] > moment_s, "a painted frame"
        )


def play(fewest: int) -> None:
    """Play the lesson until enough steps were timed, and report the times."""
    found: dict[str, list[float]] = {
        "steps_ms": [],
        "others_ms": [],
        "work_ms": [],
        "pressed_ms": [],
        "frames": [],
    }
    with lesson_offscreen(silence) as headless:
        headless.kiosk.visit.lesson.hold_ms = 0  # the result of a touch is not held
        watch = Watch(headless)
        while len(found["steps_ms"]) < fewest:
            for name in _touched(headless):
                pressed_ms, frame = watch.press_ms(name)
                found["pressed_ms"].append(pressed_ms)
                found["frames"].append(frame)
                spent_ms, work_ms, is_step = watch.touch_ms(headless.driver.middle_of(name))
                found["steps_ms" if is_step else "others_ms"].append(spent_ms)
                if is_step:
                    found["work_ms"].append(work_ms)
            open_lesson(headless)
    print_result(found)


def _touched(headless: HeadlessKiosk) -> Iterator[str]:
    """The name of each target to touch, through all ways."""
    for way in Way:
        headless.journey.to_way(way)
        while headless.journey.visit.page == "lesson" and headless.journey.run.way is way:
            headless.driver.wait_for_frame()
            target = "next" if way is Way.WATCH else headless.journey.run.expected
            yield target if headless.driver.is_seen(target) else ON_PHONE + target


if __name__ == "__main__":
    play(int(sys.argv[1]))
