"""Compares a folder with thousands of lessons with one of ten."""

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from bench.cold_start import KIOSK, starts
from bench.figures import Figure
from bench.homes import FULL_HD, LESSON, environment, folders, home
from bench.processes import own_memory_mb, print_result, result_of
from kiosk.app import Kiosk, Platform, settings_of
from kiosk.headless.offscreen import WindowConfig, mute
from kiosk.headless.ui_driver import UiDriver
from kiosk.search import SearchIndex
from kiosk.ui.background.gc_tuning import freeze_objects
from kiosk.ui.window.application import application

FEW, MANY = 10, 5000
MAX_TIMES_FEW = 1.3
MAX_MS = 50
MAX_STILL_MS = 16
MAX_S = 2
SEARCHES = ("bai thu 4999", "noi wi fi", "khai snh", "ho tich", "tro cap 75", "dat lich kham")
BEAT_MS = 5
MAX_WAITS = 60


def measure(runs: int) -> list[Figure]:
    """Cold start, and the cost of reading the lessons in a kiosk whose window is already shown."""
    with home(FEW) as few, home(MANY) as many:
        first = result_of("many_lessons", environment(many))
        variables = {FEW: environment(few), MANY: environment(many)}
        programs = {str(count): (KIOSK, variables[count]) for count in (FEW, MANY)}
        found = starts(programs, runs)
        later = {count: result_of("many_lessons", variables[count]) for count in (FEW, MANY)}
    few_ms, many_ms = (found[str(count)] for count in (FEW, MANY))
    figures = [
        Figure(f"cold start, {FEW} lessons", few_ms, "ms"),
        Figure(f"cold start, {MANY} lessons", many_ms, "ms"),
        Figure(f"cold start, {MANY} / {FEW}", many_ms / few_ms, "×", MAX_TIMES_FEW),
    ]
    seen = {f"{MANY}, for the first time": first}
    seen |= {f"{count} by the index": later[count] for count in (FEW, MANY)}
    for name, each in seen.items():
        figures += _of_reading(name, each)
    many_later = later[MANY]
    return [
        *figures,
        Figure(f"a number looked up, {MANY}", many_later["find_ms"], "ms", MAX_MS),
        Figure(f"a key typed in the search, {MANY}", many_later["key_ms"], "ms", MAX_MS),
        Figure(f"a lesson opened, {MANY}", many_later["open_ms"], "ms", MAX_MS, note="worst of 9"),
        Figure(
            f"the first of all lessons opened, {MANY}",
            many_later["first_open_ms"],
            "ms",
            note="its page is made",
        ),
        Figure(f"one put in, {MANY}", many_later["dropped_in_s"], "s", MAX_S, note="until offered"),
    ]


def _of_reading(name: str, seen: dict[str, float]) -> list[Figure]:
    return [
        Figure(f"lessons offered, {name}", seen["read_s"], "s", note="after the frame"),
        Figure(f"window stands still, {name}", seen["still_ms"], "ms", MAX_STILL_MS),
        Figure(f"resident, {name}", seen["resident_mb"], "MB"),
    ]


def read_them() -> None:
    """Show the kiosk, read its lessons, and report how long the window was blocked."""
    application()
    where = folders()
    kiosk = Kiosk(where, settings_of(where), WindowConfig(*FULL_HD), Platform(narrator=mute))
    driver = UiDriver(kiosk.window)
    kiosk.window.show()
    driver.wait_for_frame()
    freeze_objects()
    beats_s = [time.perf_counter()]
    beat = QTimer(interval=BEAT_MS)
    beat.timeout.connect(lambda: beats_s.append(time.perf_counter()))
    beat.start()
    began_s = time.perf_counter()
    offered: list[float] = []
    kiosk.load_lessons(lambda: offered.append(time.perf_counter()))
    _wait_for_lessons(driver, offered)
    kiosk.lesson_store.follow()
    dropped_in_s = _drop_in(kiosk, driver, where.lessons)
    beats_s.append(time.perf_counter())
    gaps_s = [later - earlier for earlier, later in itertools.pairwise(beats_s)]
    asked_s = time.perf_counter()
    kiosk.lesson_store.library.id_of(str(kiosk.lesson_store.library.heads[LESSON].number))
    found_s = time.perf_counter()
    opened_ms = list(_opened_ms(kiosk))
    print_result(
        {
            "read_s": offered[0] - began_s,
            "still_ms": max(gaps_s) * 1000,
            "find_ms": (found_s - asked_s) * 1000,
            "key_ms": max(_searched_ms(kiosk)),
            "first_open_ms": opened_ms[0],
            "open_ms": max(opened_ms[1:]),
            "dropped_in_s": dropped_in_s,
            "resident_mb": own_memory_mb(),
        }
    )
    kiosk.close()


def _searched_ms(kiosk: Kiosk) -> Iterator[float]:
    """Search time after each typed character of some searches."""
    index = SearchIndex(kiosk.lesson_store.library.heads)
    for text in SEARCHES:
        for at in range(len(text)):
            began_s = time.perf_counter()
            index.find(text[: at + 1])
            yield (time.perf_counter() - began_s) * 1000


def _drop_in(kiosk: Kiosk, driver: UiDriver, folder: Path) -> float:
    """Seconds until a lesson file added to the folder is offered; the file is removed again."""
    text = (folder / f"{LESSON}.yaml").read_text(encoding="utf-8")
    new = folder / "moi-tha-vao.yaml"
    began_s = time.perf_counter()
    new.write_text(text.replace("number: 11", "number: 99999", 1), encoding="utf-8")
    driver.wait_until(lambda: kiosk.lesson_store.library.id_of("99999"), "the new lesson")
    spent_s = time.perf_counter() - began_s
    new.unlink()
    driver.wait_until(lambda: not kiosk.lesson_store.library.id_of("99999"), "its going")
    return spent_s


def _opened_ms(kiosk: Kiosk) -> Iterator[float]:
    """Time from the action to the page, for lessons that were not opened before."""
    for number in list(kiosk.lesson_store.library.by_number)[1:11]:
        kiosk.visit.endVisit()
        began_s = time.perf_counter()
        kiosk.open_lesson(str(number))
        while kiosk.visit.visit.run is None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        yield (time.perf_counter() - began_s) * 1000


def _wait_for_lessons(driver: UiDriver, offered: list[float]) -> None:
    """Waits for the lessons over several timeouts of the driver."""
    for _ in range(MAX_WAITS):
        try:
            driver.wait_until(lambda: offered, "the lessons")
        except TimeoutError:
            continue
        return


if __name__ == "__main__":
    read_them()
