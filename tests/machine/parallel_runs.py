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
EXIT_TIMEOUT_S = 60


class ProgressReport:
    """Sends progress lines with their time to the process that started the chains."""

    def __init__(self, began_s: float, messages: "Queue[str]") -> None:
        self._began_s, self._messages = began_s, messages

    def write(self, message: str) -> None:
        self._messages.put(f"{time.monotonic() - self._began_s:6.0f} s  {message}")


def run(chains: Mapping[str, Callable[[ProgressReport], None]]) -> list[str]:
    """Runs all chains at once and returns the lines that they reported.

    Raises:
        ClickException: a chain failed; its traceback is on the error stream.
    """
    signal.signal(signal.SIGTERM, exit_on_signal)
    context = multiprocessing.get_context("spawn")
    messages: Queue[str] = context.Queue()
    began_s = time.monotonic()
    processes = [
        context.Process(target=_run_one, name=name, args=(chain, began_s, messages))
        for name, chain in chains.items()
    ]
    lines: list[str] = []
    for process in processes:
        process.start()
    try:
        while any(process.is_alive() for process in processes):
            lines += _print_waiting(messages)
            for process in processes:
                if process.exitcode:
                    raise click.ClickException(f"{process.name}: failed; see above")
    finally:
        for process in processes:
            if process.is_alive():
                process.terminate()
        for process in processes:
            process.join(EXIT_TIMEOUT_S)
        lines += _print_waiting(messages)
    for process in processes:
        if process.exitcode:
            raise click.ClickException(f"{process.name}: failed; see above")
    return lines


def exit_on_signal(_signal: int, _frame: object) -> None:
    """Exits through SystemExit, so that context managers terminate their machines."""
    sys.exit(os.EX_TEMPFAIL)


def wait_for_file(path: Path) -> None:
    """Waits until another chain has made the file; if that chain fails, `run` ends this one."""
    while not path.exists():
        time.sleep(POLL_S)


def _run_one(
    chain: Callable[[ProgressReport], None], began_s: float, messages: "Queue[str]"
) -> None:
    """Runs one chain in its process; SIGTERM also terminates its machine."""
    signal.signal(signal.SIGTERM, exit_on_signal)
    chain(ProgressReport(began_s, messages))


def _print_waiting(messages: "Queue[str]") -> list[str]:
    """Prints the lines that are waiting in the queue, and returns them."""
    lines: list[str] = []
    try:
        while True:
            lines.append(messages.get(timeout=POLL_S))
            click.echo(lines[-1])
    except queue.Empty:
        return lines
