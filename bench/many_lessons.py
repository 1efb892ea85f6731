"""A folder with thousands of lessons beside one with ten."""

import itertools
import time

from PySide6.QtCore import QTimer

from bench.cold_start import KIOSK, starts
from bench.figures import Figure
from bench.homes import FULL_HD, environment, folders, home
from bench.processes import own_memory_mb, result_of, tell
from kiosk.app import Kiosk, Outside, settings_of
from kiosk.stage.offscreen import Look, mute
from kiosk.ui.application import application
from kiosk.ui.driver import Driver

FEW, MANY = 10, 5000
MOST_TIMES_FEW = 1.3
BEAT_MS = 5
PATIENT_ROUNDS = 60


def measure(runs: int) -> list[Figure]:
    """Cold start, and what reading them costs a kiosk that is already shown."""
    with home(FEW) as few, home(MANY) as many:
        variables = {FEW: environment(few), MANY: environment(many)}
        programs = {str(count): (KIOSK, variables[count]) for count in (FEW, MANY)}
        found = starts(programs, runs)
        read = {count: result_of("many_lessons", variables[count]) for count in (FEW, MANY)}
    few_ms, many_ms = (found[str(count)][0] for count in (FEW, MANY))
    figures = [
        Figure(f"cold start, {FEW} lessons", few_ms, "ms"),
        Figure(f"cold start, {MANY} lessons", many_ms, "ms"),
        Figure(f"cold start, {MANY} / {FEW}", many_ms / few_ms, "×", MOST_TIMES_FEW),
    ]
    for count, seen in read.items():
        figures += [
            Figure(
                f"{count} lessons read and offered", seen["read_s"], "s", note="after the frame"
            ),
            Figure(
                f"window stands still, {count}", seen["still_ms"], "ms", note="longest, meanwhile"
            ),
            Figure(f"resident with {count}", seen["resident_mb"], "MB"),
        ]
    return [*figures, Figure(f"a number looked up, {MANY}", read[MANY]["find_ms"], "ms", 50)]


def read_them() -> None:
    """Show the kiosk, let it read its lessons, and tell how long the window did not answer."""
    application()
    where = folders()
    kiosk = Kiosk(where, settings_of(where), Look(*FULL_HD), Outside(narrator=mute))
    driver = Driver(kiosk.window)
    kiosk.window.show()
    driver.wait_for_frame()
    beats_s = [time.perf_counter()]
    beat = QTimer(interval=BEAT_MS)
    beat.timeout.connect(lambda: beats_s.append(time.perf_counter()))
    beat.start()
    began_s = time.perf_counter()
    offered: list[float] = []
    kiosk.load_lessons(lambda: offered.append(time.perf_counter()))
    _wait_patiently(driver, offered)
    beats_s.append(time.perf_counter())
    gaps_s = [later - earlier for earlier, later in itertools.pairwise(beats_s)]
    asked_s = time.perf_counter()
    kiosk.shelf.library.find("11")
    tell(
        {
            "read_s": offered[0] - began_s,
            "still_ms": max(gaps_s) * 1000,
            "find_ms": (time.perf_counter() - asked_s) * 1000,
            "resident_mb": own_memory_mb(),
        }
    )
    kiosk.close()


def _wait_patiently(driver: Driver, offered: list[float]) -> None:
    """Longer than a touch would be waited for."""
    for _ in range(PATIENT_ROUNDS):
        try:
            driver.wait_until(lambda: offered, "the lessons")
        except TimeoutError:
            continue
        return


if __name__ == "__main__":
    read_them()
