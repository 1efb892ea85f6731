"""Time from the command to the first frame, for the kiosk and a bare window alternately."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from bench.figures import Figure
from bench.homes import FULL_HD, environment, home
from bench.processes import LIMIT_S, started

KIOSK = ["kiosk", "run"]
BARE = ["bench.bare_window"]
MAX_TIMES_BARE = 2.5
COMPILED = "qmlcache.json"


@contextlib.contextmanager
def _display() -> Iterator[str]:
    """Starts Xvfb at 1920×1080 and yields its display."""
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
        with os.fdopen(reading) as display_number:
            yield f":{display_number.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


def starts(
    programs: Mapping[str, tuple[list[str], Mapping[str, str]]], runs: int
) -> dict[str, float]:
    """Each program's median time until its first frame was shown, in milliseconds.

    The programs alternate; the first round warms the caches and is not counted.
    """
    times: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(runs + 1):
        for name, (command, variables) in programs.items():
            with started(command, variables) as program:
                if turn:
                    times[name].append(program.first_frame_ms)
                elif command == KIOSK:
                    _wait_for_compiled(Path(variables["XDG_CACHE_HOME"]))
    return {name: median(each) for name, each in times.items()}


def _wait_for_compiled(cache: Path) -> None:
    """Waits until the first kiosk has written Qt's QML cache, which it does in its first minute."""
    ends_s = time.monotonic() + LIMIT_S
    while not list(cache.rglob(COMPILED)) and time.monotonic() < ends_s:
        time.sleep(0.1)


def _beside_bare(where: str, variables: Mapping[str, str], runs: int) -> list[Figure]:
    found = starts({"kiosk": (KIOSK, variables), "bare": (BARE, variables)}, runs)
    return [
        Figure(f"{where}: bare window", found["bare"], "ms"),
        Figure(f"{where}: kiosk, attract page", found["kiosk"], "ms", note="a touch is answered"),
        Figure(f"{where}: kiosk / bare", found["kiosk"] / found["bare"], "×", MAX_TIMES_BARE),
    ]


def measure(runs: int) -> list[Figure]:
    """Cold start on the offscreen platform and, if Xvfb is installed, on a virtual display."""
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
