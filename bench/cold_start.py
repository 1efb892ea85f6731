"""From the command to the first frame, the kiosk and a bare window by turns."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from bench.figures import Figure
from bench.homes import FULL_HD, environment, home
from bench.processes import Started, started

KIOSK = ["bench.watched_kiosk"]
BARE = ["bench.bare_window"]
MOST_TIMES_BARE = 2.0


@contextlib.contextmanager
def _display() -> Iterator[str]:
    """A display that nobody sees, of the size of a common screen."""
    width, height = FULL_HD
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


def starts(
    programs: Mapping[str, tuple[list[str], Mapping[str, str]]], runs: int
) -> dict[str, tuple[float, float]]:
    """Each program's median times to its first frame and until it is ready, in milliseconds.

    They take turns, and the first turn is not counted.
    """
    times: dict[str, list[Started]] = {name: [] for name in programs}
    for turn in range(runs + 1):
        for name, (command, variables) in programs.items():
            with started(command, variables) as program:
                if turn:
                    times[name].append(program)
    return {
        name: (
            median(each.first_frame_ms for each in programs),
            median(each.ready_ms for each in programs),
        )
        for name, programs in times.items()
    }


def _beside_bare(where: str, variables: Mapping[str, str], runs: int) -> list[Figure]:
    found = starts({"kiosk": (KIOSK, variables), "bare": (BARE, variables)}, runs)
    bare_ms, (frame_ms, ready_ms) = found["bare"][0], found["kiosk"]
    return [
        Figure(f"{where}: bare window", bare_ms, "ms"),
        Figure(f"{where}: kiosk, attract page", frame_ms, "ms", note="a touch on it is kept"),
        Figure(f"{where}: kiosk / bare", frame_ms / bare_ms, "×", MOST_TIMES_BARE),
        Figure(f"{where}: kiosk, all of it", ready_ms, "ms", note="the touch is answered"),
    ]


def measure(runs: int) -> list[Figure]:
    """Without a display, and on a virtual one where there is Xvfb."""
    with home() as folder:
        # The offscreen platform's screen is 800×800 unless a file says otherwise.
        (folder / "screen.json").write_text(_screen_description(), encoding="utf-8")
        platform = f"offscreen:configfile={folder / 'screen.json'}"
        figures = _beside_bare("offscreen", environment(folder, QT_QPA_PLATFORM=platform), runs)
        if shutil.which("Xvfb"):
            figures += _on_display(folder, runs)
    return figures


def _on_display(folder: Path, runs: int) -> list[Figure]:
    with _display() as display:
        software = environment(folder, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        usual = {name: value for name, value in software.items() if name != "QT_QUICK_BACKEND"}
        return [
            *_beside_bare("Xvfb, software renderer", software, runs),
            *_beside_bare("Xvfb, each as it draws by itself", usual, runs),
        ]


def _screen_description() -> str:
    width, height = FULL_HD
    return (
        '{"synchronousWindowSystemEvents": false, "windowFrameMargins": false, "screens": [{'
        f'"name": "bench", "x": 0, "y": 0, "width": {width}, "height": {height}, '
        '"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}'
    )
