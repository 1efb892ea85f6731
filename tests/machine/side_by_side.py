"""Chains of work in processes of their own; when one of them fails, all are ended."""

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

LOOK_AGAIN_S = 0.5
ENDS_S = 60


class Report:
    """How long what took, told at once to whoever started the chain."""

    def __init__(self, began_s: float, told: "Queue[str]") -> None:
        self._began_s, self._told = began_s, told

    def tell(self, what: str) -> None:
        self._told.put(f"{time.monotonic() - self._began_s:6.0f} s  {what}")


def run(chains: Mapping[str, Callable[[Report], None]]) -> list[str]:
    """Runs them all at once; what they told.

    Raises:
        ClickException: one of them failed; its own words stand on the error stream.
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
    """Each machine is ended on the way out."""
    sys.exit(os.EX_TEMPFAIL)


def wait_for_file(path: Path) -> None:
    """Until another chain has made it; `run` ends this one where that fails."""
    while not path.exists():
        time.sleep(LOOK_AGAIN_S)


def _run_one(chain: Callable[[Report], None], began_s: float, told: "Queue[str]") -> None:
    """Ended from outside, it ends its own machine on the way out."""
    signal.signal(signal.SIGTERM, end_in_order)
    chain(Report(began_s, told))


def _print_new(told: "Queue[str]") -> list[str]:
    """What has been told since, printed."""
    lines: list[str] = []
    try:
        while True:
            lines.append(told.get(timeout=LOOK_AGAIN_S))
            click.echo(lines[-1])
    except queue.Empty:
        return lines
