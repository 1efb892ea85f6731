"""What became of a print job, asked through the library of CUPS.

Its program lpstat does not tell a printed job from a cancelled one.
"""

import ctypes
from enum import IntEnum
from queue import Empty, SimpleQueue
from threading import Thread

LIBRARY = "libcups.so.2"
ALL_JOBS = -1
"""CUPS_WHICHJOBS_ALL"""


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


def job_state(job: str, printer: str, patience_s: float) -> JobState:
    """The state of a job such as "may-in-7"; unknown where the service does not tell it in time."""
    told: SimpleQueue[JobState] = SimpleQueue()
    number = int(job.rpartition("-")[2])
    Thread(target=lambda: told.put(_asked(number, printer)), daemon=True).start()
    try:
        return told.get(timeout=patience_s)
    except Empty:
        return JobState.UNKNOWN


def _asked(number: int, printer: str) -> JobState:
    try:
        cups = ctypes.CDLL(LIBRARY)
    except OSError:
        return JobState.UNKNOWN
    jobs = ctypes.POINTER(_Job)()
    count = cups.cupsGetJobs2(None, ctypes.byref(jobs), printer.encode(), 0, ALL_JOBS)
    try:
        found = (jobs[at].state for at in range(count) if jobs[at].id == number)
        state = next(found, JobState.UNKNOWN)
    finally:
        if count > 0:
            cups.cupsFreeJobs(count, jobs)
    return JobState(state) if state in set(JobState) else JobState.UNKNOWN
