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
from bench.processes import started

KIOSK = ["kiosk", "run"]
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


def first_frames_ms(
    programs: Mapping[str, tuple[list[str], Mapping[str, str]]], runs: int
) -> dict[str, float]:
    """Each program's median time; they take turns, and the first turn is not counted."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(runs + 1):
        for name, (command, variables) in programs.items():
            with started(command, variables) as program:
                if turn:
                    times[name].append(program.first_frame_ms)
    return {name: median(values) for name, values in times.items()}


def _beside_bare(where: str, variables: Mapping[str, str], runs: int) -> list[Figure]:
    found = first_frames_ms({"kiosk": (KIOSK, variables), "bare": (BARE, variables)}, runs)
    return [
        Figure(f"{where}: bare window", found["bare"], "ms"),
        Figure(f"{where}: kiosk", found["kiosk"], "ms"),
        Figure(f"{where}: kiosk / bare", found["kiosk"] / found["bare"], "×", MOST_TIMES_BARE),
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
