"""Growth of the kiosk's memory over many steps, with a new visit for each lesson."""

import gc
import sys

from bench.figures import Figure
from bench.homes import environment, home
from bench.processes import own_memory_mb, print_result, result_of
from bench.stages import lesson_offscreen, open_lesson, silence
from kiosk.domain.way import Way
from kiosk.headless.offscreen import HeadlessKiosk

WARM_STEPS = 500
MAX_MORE_MB = 5.0


def measure(steps: int) -> list[Figure]:
    """Memory growth, counted from WARM_STEPS steps: caches are filled by then."""
    with home() as folder:
        found = result_of("endurance", environment(folder), str(steps))
    first, last = found["series_mb"][0], found["series_mb"][-1]
    series = ", ".join(f"{mb:.0f}" for mb in found["series_mb"])
    return [
        Figure(f"resident after {WARM_STEPS} steps", first, "MB"),
        Figure(f"growth over {steps} more steps", last - first, "MB", MAX_MORE_MB, series),
    ]


def play(steps: int) -> None:
    """Play steps, and report the resident memory at 11 points along the way."""
    series_mb: list[float] = []
    marks = [WARM_STEPS + steps * part // 10 for part in range(11)]
    with lesson_offscreen(silence) as headless:
        done = 0
        while marks:
            done += _play_once(headless)
            while marks and done >= marks[0]:
                marks.pop(0)
                gc.collect()
                series_mb.append(own_memory_mb())
            open_lesson(headless)
    print_result({"series_mb": series_mb})


def _play_once(headless: HeadlessKiosk) -> int:
    """Plays the lesson once in every way; returns how many steps were painted."""
    steps = 0
    for way in Way:
        headless.journey.to_way(way)
        for _ in headless.journey.places(way):
            headless.driver.wait_for_frame()
            steps += 1
    return steps


if __name__ == "__main__":
    play(int(sys.argv[1]))
