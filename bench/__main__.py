"""`python -m bench`: prints every figure beside its budget."""

import json
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import PySide6
from rich.console import Console

from bench import cold_start, endurance, many_lessons, memory, motion, touches, voice, web_pages
from bench.figures import Figure, as_record, as_table

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = {
    "start": "Cold start: from the command to the first frame",
    "memory": "Memory after the Wi-Fi lesson was played in all its ways",
    "touch": "Touch, at 1920×1080 by the software renderer",
    "motion": "Motion, at 1920×1080 by the software renderer",
    "voice": "Voice, from the cache",
    "lessons": "Many lessons",
    "web": "The take-home pages on a slow phone",
    "endurance": "Endurance",
}


def _machine() -> str:
    """Returns one line that describes the machine: processor, Python, PySide6 and load."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.split(": ")[1] for line in lines if line.startswith("model name")), "?")
    python = platform.python_version()
    load = f"load {os.getloadavg()[0]:.1f} before the first figure"
    return f"{os.cpu_count()} × {processor}; Python {python}, PySide6 {PySide6.__version__}; {load}"


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@click.option("--only", type=click.Choice(list(PARTS)), multiple=True, help="Only this part.")
@click.option("--runs", default=9, show_default=True, help="Starts of each program.")
@click.option("--steps", default=10_000, show_default=True, help="Steps of the endurance part.")
def main(as_json: bool, only: tuple[str, ...], runs: int, steps: int) -> None:  # noqa: FBT001
    """Measure the kiosk on this machine. Figures, not a test: nothing fails when one is missed."""
    measures: dict[str, Callable[[], list[Figure]]] = {
        "start": lambda: cold_start.measure(runs),
        "memory": memory.measure,
        "touch": touches.measure,
        "motion": motion.measure,
        "voice": voice.measure,
        "lessons": lambda: many_lessons.measure(runs),
        "web": web_pages.measure,
        "endurance": lambda: endurance.measure(steps),
    }
    console = Console(file=sys.stderr if as_json else sys.stdout)
    machine = _machine()
    console.print(machine, highlight=False)
    console.print()
    records = {}
    for part in only or PARTS:
        with console.status(PARTS[part]):
            figures = measures[part]()
        records[part] = [as_record(figure) for figure in figures]
        if not as_json:
            print(as_table(PARTS[part], figures))
    if as_json:
        print(json.dumps({"machine": machine, "figures": records}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
