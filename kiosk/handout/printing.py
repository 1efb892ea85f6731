"""Prints a file through the system's printer service (CUPS), without any dialog."""

import os
import re
import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Paper
from kiosk.handout.print_jobs import JobState, job_state

PATIENCE_S = 8.0
"""How long one question to the printer service may take."""
WATCHED_S = 80.0
"""How long a sheet may take to come out; then it is taken back."""
LOOK_AGAIN_S = 0.5
ALERTS = re.compile(r"^\s+Alerts:(.*)$", re.MULTILINE)
REASONS = {
    PrintTrouble.NO_PAPER: r"media-empty|media-needed",
    PrintTrouble.COVER_OPEN: r"cover-open|door-open|interlock-open",
    PrintTrouble.JAM: r"media-jam",
    PrintTrouble.NO_INK: r"(toner|marker-supply|ink)-(empty|missing)(?!-warning|-report)",
    PrintTrouble.TRAY: r"(input|output)-tray-missing|output-area-full",
    PrintTrouble.STOPPED: r"offline|shutdown|paused|stopped|timed-out|deactivated",
    PrintTrouble.HELD: r"hold-new-jobs",
    PrintTrouble.ALERT: r"[a-z-]+-error$",
}
"""Beginnings of printer-state-reasons (RFC 8011, 5.4.12). Backends choose their endings (-report,
-warning, -error) at will, so these count whatever their ending, but for ink, which many printers
call empty for months."""
NO_PAPER = re.compile(r"out of paper", re.IGNORECASE)
AWAY = re.compile(r"not connected|unplugged|turned off", re.IGNORECASE)
NAMED_BY_PEOPLE = re.compile(r"^\s+(Description|Location):.*$", re.MULTILINE)
STOPPED = re.compile(r"^printer \S+ disabled|not accepting requests", re.MULTILINE)
NO_SUCH = re.compile(r"Invalid destination|does not exist|No destinations|Unknown destination")
NO_SERVICE = re.compile(r"not running|Unable to connect|Connection refused|Bad file descriptor")
JOB = re.compile(r"request id is (\S+)")
DEFAULT = re.compile(r"system default destination: (\S+)")
TROUBLE_OF_JOB = {
    JobState.HELD: PrintTrouble.HELD,
    JobState.STOPPED: PrintTrouble.STOPPED,
    JobState.CANCELLED: PrintTrouble.CANCELLED,
    JobState.ABORTED: PrintTrouble.REFUSED,
}
MEDIA = {Paper.A4: "A4", Paper.A5: "A5"}


class PrintError(Exception):
    """Nothing will come out of the printer."""

    def __init__(self, trouble: PrintTrouble, told: str = "", printer: str = "") -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        self.printer = printer
        """Which printer; empty where none was found."""
        self.told = told
        """What the printer service said, in its own words."""


def print_pdf(path: Path, paper: Paper, printer: str | None = None) -> str:
    """Print a file on a printer, or on the default one; returns the printer's name.

    Raises:
        PrintError: nothing was printed, and nothing will be.
    """
    name = ready_printer(printer)
    job = _handed_in(path, paper, name)
    _watch(job, name)
    return name


def ready_printer(printer: str | None = None) -> str:
    """The name of a printer, or of the default one, once it is known to be there and to print.

    Raises:
        PrintError: it would not print.
    """
    if not (shutil.which("lp") and shutil.which("lpstat")):
        raise PrintError(PrintTrouble.NO_SERVICE)
    name = printer or _default_printer()
    state = _state(name)
    if trouble := trouble_in(state):
        raise PrintError(trouble, state, name)
    return name


def trouble_in(state: str) -> PrintTrouble | None:
    """What `lpstat` tells of a printer that will not print; None where all is well."""
    state = NAMED_BY_PEOPLE.sub("", state)
    reasons = [reason for line in ALERTS.findall(state) for reason in line.split()]
    for trouble, pattern in REASONS.items():
        if any(re.match(pattern, reason) for reason in reasons):
            return trouble
    if NO_PAPER.search(state):
        return PrintTrouble.NO_PAPER
    if NO_SERVICE.search(state):
        return PrintTrouble.NO_SERVICE
    if NO_SUCH.search(state):
        return PrintTrouble.NO_PRINTER
    if STOPPED.search(state) or AWAY.search(state):
        return PrintTrouble.STOPPED
    return None


def _ask(*command: str) -> tuple[int, str]:
    """What a program of the printer service answers, in English.

    Raises:
        PrintError: it did not answer in time.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the words are ours
            command,
            check=False,
            timeout=PATIENCE_S,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": "C"},
        )
    except subprocess.TimeoutExpired:
        raise PrintError(PrintTrouble.TOO_LONG) from None
    except OSError as problem:
        raise PrintError(PrintTrouble.NO_SERVICE, str(problem)) from None
    return done.returncode, done.stdout.strip()


def _default_printer() -> str:
    _, told = _ask("lpstat", "-d")
    found = DEFAULT.search(told)
    if found:
        return found[1]
    _, whether_running = _ask("lpstat", "-r")
    raise PrintError(trouble_in(whether_running) or PrintTrouble.NO_PRINTER, told)


def _state(name: str) -> str:
    """What the service tells of a printer; never silent where something is wrong."""
    code, told = _ask("lpstat", "-l", "-p", name, "-a", name)
    if code and not trouble_in(told):
        raise PrintError(PrintTrouble.NO_PRINTER, told)
    return told


def _handed_in(path: Path, paper: Paper, name: str) -> str:
    """Give the file to the service; returns the job's id."""
    media = ("-o", f"media={MEDIA[paper]}") if paper in MEDIA else ()
    both_sides = ("-o", "sides=two-sided-long-edge") if paper is Paper.A4 else ()
    title = ("-t", path.stem)
    code, told = _ask("lp", "-d", name, *title, *media, *both_sides, str(path))
    found = JOB.search(told)
    if code or not found:
        raise PrintError(trouble_in(told) or PrintTrouble.REFUSED, told)
    return found[1]


def _watch(job: str, name: str) -> None:
    """Until the job is through; what is not known to be printed is taken back.

    Raises:
        PrintError: the printer cannot print it, or not in time; nothing of it will come out later.
    """
    ends_s = time.monotonic() + WATCHED_S
    while True:
        told = _state(name)
        trouble = trouble_in(told)
        state = job_state(job, name, PATIENCE_S)
        trouble = trouble or TROUBLE_OF_JOB.get(state)
        if trouble is None and state is JobState.COMPLETED:
            return
        if trouble is None and time.monotonic() > ends_s:
            trouble = PrintTrouble.TOO_LONG
        if trouble is not None:
            with suppress(PrintError):  # the first cause is the one to tell
                _ask("cancel", job)
            raise PrintError(trouble, told, name)
        time.sleep(LOOK_AGAIN_S)
