"""Queries print jobs through the CUPS library.

The program lpstat does not distinguish printed from cancelled jobs, and shows no job titles.
"""

import ctypes
import socket
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

LIBRARY = "libcups.so.2"
ALL_JOBS, WAITING_JOBS = -1, 0
"""CUPS_WHICHJOBS_ALL, CUPS_WHICHJOBS_ACTIVE"""


class JobState(IntEnum):
    """The job states of IPP (RFC 8011, 5.3.7)."""

    UNKNOWN = 0
    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


class _Job(ctypes.Structure):
    """cups_job_t of cups/cups.h."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


def title_of(name: str) -> str:
    """The title of a job of this kiosk, unique on the print server by the host name."""
    return f"{name}@{socket.gethostname()}"


def job_state(job: str, printer: str, patience_s: float) -> JobState:
    """The state of a job such as "may-in-7"; UNKNOWN when the service does not answer in time."""
    number = int(job.rpartition("-")[2])

    def asked() -> JobState:
        found = _jobs(printer, ALL_JOBS) or []
        state = next((each.state for each in found if each.id == number), JobState.UNKNOWN)
        return JobState(state) if state in set(JobState) else JobState.UNKNOWN

    return _in_time(asked, patience_s) or JobState.UNKNOWN


def waiting_jobs(prefix: str, patience_s: float) -> list[str] | None:
    """Unfinished jobs of this kiosk whose title starts with `prefix`, such as "may-in-7".

    None when the service does not answer.
    """
    end = title_of("")

    def asked() -> list[str] | None:
        found = _jobs(None, WAITING_JOBS)
        if found is None:
            return None
        return [
            f"{each.printer}-{each.id}"
            for each in found
            if each.title.startswith(prefix)
            and each.title.endswith(end)
            and each.state < JobState.CANCELLED
        ]

    return _in_time(asked, patience_s)


@dataclass(frozen=True, slots=True)
class _Found:
    id: int
    printer: str
    title: str
    state: int


def _in_time(ask: Callable[[], T], patience_s: float) -> T | None:
    """Runs a blocking query in a thread; None when it takes too long."""
    answers: SimpleQueue[T] = SimpleQueue()
    Thread(target=lambda: answers.put(ask()), daemon=True).start()
    try:
        return answers.get(timeout=patience_s)
    except Empty:
        return None


def _jobs(printer: str | None, which: int) -> list[_Found] | None:
    """The jobs of one printer or of all; None when the service does not answer."""
    try:
        cups = ctypes.CDLL(LIBRARY)
    except OSError:
        return None
    jobs = ctypes.POINTER(_Job)()
    name = printer.encode() if printer else None
    count = cups.cupsGetJobs2(None, ctypes.byref(jobs), name, 0, which)
    if count < 0:
        return None
    try:
        return [
            _Found(job.id, _text(job.dest), _text(job.title), job.state) for job in jobs[:count]
        ]
    finally:
        cups.cupsFreeJobs(count, jobs)


def _text(given: bytes | None) -> str:
    return (given or b"").decode("utf-8", "replace")
