"""Runs chains of work in separate processes; when one fails, all are terminated."""

import multiprocessing
import os
import queue
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

POLL_S = 0.5
ENDS_S = 60


class Report:
    """Sends progress lines with their time to the process that started the chains."""

    def __init__(self, began_s: float, told: "Queue[str]") -> None:
        self._began_s, self._told = began_s, told

    def tell(self, what: str) -> None:
        self._told.put(f"{time.monotonic() - self._began_s:6.0f} s  {what}")


def run(chains: Mapping[str, Callable[[Report], None]]) -> list[str]:
    """Runs all chains at once and returns the lines that they reported.

    Raises:
        ClickException: a chain failed; its traceback is on the error stream.
    """
    signal.signal(signal.SIGTERM, end_in_order)
    context = multiprocessing.get_context("spawn")
    told: Queue[str] = context.Queue()
    began_s = time.monotonic()
    running = [
        context.Process(target=_run_one, name=name, args=(chain, began_s, told))
        for name, chain in chains.items()
    ]
    lines: list[str] = []
    for each in running:
        each.start()
    try:
        while any(each.is_alive() for each in running):
            lines += _print_new(told)
            for each in running:
                if each.exitcode:
                    raise click.ClickException(f"{each.name}: failed; see above")
    finally:
        for each in running:
            if each.is_alive():
                each.terminate()
        for each in running:
            each.join(ENDS_S)
        lines += _print_new(told)
    for each in running:
        if each.exitcode:
            raise click.ClickException(f"{each.name}: failed; see above")
    return lines


def end_in_order(_signal: int, _frame: object) -> None:
    """Exits through SystemExit, so that context managers terminate their machines."""
    sys.exit(os.EX_TEMPFAIL)


def wait_for_file(path: Path) -> None:
    """Waits until another chain has made the file; if that chain fails, `run` ends this one."""
    while not path.exists():
        time.sleep(POLL_S)


def _run_one(chain: Callable[[Report], None], began_s: float, told: "Queue[str]") -> None:
    """Runs one chain in its process; SIGTERM also terminates its machine."""
    signal.signal(signal.SIGTERM, end_in_order)
    chain(Report(began_s, told))


def _print_new(told: "Queue[str]") -> list[str]:
    """Prints the lines that are waiting in the queue, and returns them."""
    lines: list[str] = []
    try:
        while True:
            lines.append(told.get(timeout=POLL_S))
            click.echo(lines[-1])
    except queue.Empty:
        return lines
