"""Prints a file through the system's printer service (CUPS), without any dialog."""

import os
import re
import shutil
import subprocess
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Paper
from kiosk.durable import only_writer
from kiosk.handout.print_jobs import JobState, job_state, title_of, waiting_jobs
from kiosk.runtime_folder import runtime_folder

PATIENCE_S = 8.0
"""How long one question to the printer service may take."""
WATCHED_S = 80.0
"""How long a sheet may take to come out; then it is taken back."""
LOOK_AGAIN_S = 0.5
PASSING_S = {
    PrintTrouble.NO_SERVICE: 15.0,
    PrintTrouble.TOO_LONG: 15.0,
    PrintTrouble.NO_PRINTER: 5.0,
    PrintTrouble.HELD: 2.0,
}
"""Troubles that may pass, and how long they are waited for: a system starts its service again,
which does not know its printers at once, and holds a job for a moment while it takes it in."""
SHEET = "kiosk-"
"""So begins the title of every job that the kiosk hands in."""
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
BOTH_SIDES = re.compile(r"^(Duplex|sides)/.*(DuplexNoTumble|two-sided-long-edge)", re.MULTILINE)
JOB = re.compile(r"request id is (\S+)")
DEFAULT = re.compile(r"system default destination: (\S+)")
TROUBLE_OF_JOB = {
    JobState.HELD: PrintTrouble.HELD,
    JobState.STOPPED: PrintTrouble.STOPPED,
    JobState.CANCELLED: PrintTrouble.CANCELLED,
    JobState.ABORTED: PrintTrouble.REFUSED,
}
ENDED = (JobState.CANCELLED, JobState.ABORTED, JobState.COMPLETED)
MEDIA = {Paper.A4: "A4", Paper.A5: "A5"}


class PrintError(Exception):
    """Nothing will come out of the printer."""

    def __init__(
        self, trouble: PrintTrouble, told: str = "", printer: str = "", left: str = ""
    ) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        self.left = left
        """The job that could not be taken back, and may come out later; empty for none."""
        self.printer = printer
        """Which printer; empty where none was found."""
        self.told = told
        """What the printer service said, in its own words."""


def print_pdf(path: Path, paper: Paper, printer: str | None = None) -> str:
    """Print a file on a printer, or on the default one; returns the printer's name.

    One at a time for each user: what was handed in before and still waits is taken back first.

    Args:
        path: a PDF; its name is the job's title, and begins with `SHEET`.
        paper: what it is to be printed on.
        printer: its name; None for the default one.

    Raises:
        PrintError: nothing was printed; nothing will be, unless it names a job that is left.
    """
    with ExitStack() as alone:
        try:
            alone.enter_context(only_writer(runtime_folder()))
        except OSError as problem:
            raise PrintError(PrintTrouble.REFUSED, str(problem)) from None
        take_back_left()
        name = ready_printer(printer)
        _watch(_handed_in(path, paper, name), name)
    return name


def take_back_left() -> bool:
    """Take back what this user's kiosk has handed in and what still waits: its learner has gone.

    Returns:
        whether nothing of it can come out any more.
    """
    if not _can_print():
        return True
    for job in waiting_jobs(SHEET, PATIENCE_S) or ():
        with suppress(PrintError):
            _ask("cancel", job)
    return waiting_jobs(SHEET, PATIENCE_S) == []


def ready_printer(printer: str | None = None) -> str:
    """The name of a printer, or of the default one, once it is known to be there and to print.

    Raises:
        PrintError: it would not print.
    """
    if not _can_print():
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


def _can_print() -> bool:
    """Whether this machine has the programs that print."""
    return bool(shutil.which("lp") and shutil.which("lpstat"))


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
    """What the service tells of a printer; never silent where something is wrong.

    Of a service that is down lpstat says that there is no printer of that name.
    """
    code, told = _ask("lpstat", "-l", "-p", name, "-a", name)
    if code and trouble_in(told) in (None, PrintTrouble.NO_PRINTER):
        _, whether_running = _ask("lpstat", "-r")
        raise PrintError(trouble_in(whether_running) or PrintTrouble.NO_PRINTER, told)
    return told


def _handed_in(path: Path, paper: Paper, name: str) -> str:
    """Give the file to the service; returns the job's id."""
    media = ("-o", f"media={MEDIA[paper]}") if paper in MEDIA else ()
    on_both = paper is Paper.A4 and _prints_on_both_sides(name)
    both_sides = ("-o", "sides=two-sided-long-edge") if on_both else ()
    title = ("-t", title_of(path.stem))
    code, told = _ask("lp", "-d", name, *title, *media, *both_sides, str(path))
    found = JOB.search(told)
    if code or not found:
        raise PrintError(trouble_in(told) or PrintTrouble.REFUSED, told)
    return found[1]


def _prints_on_both_sides(name: str) -> bool:
    """Whether a printer says that it can; some refuse a job that wants what they cannot do."""
    _, told = _ask("lpoptions", "-p", name, "-l")
    return bool(BOTH_SIDES.search(told))


def _watch(job: str, name: str) -> None:
    """Until the job is through; what is not known to be printed is taken back.

    A service that goes away meanwhile keeps the job, and prints it when it is back.

    Raises:
        PrintError: the printer cannot print it, or not in time.
    """
    before, since_s = None, time.monotonic()
    ends_s = since_s + WATCHED_S
    while True:
        trouble, told = _trouble_of(name)
        state = job_state(job, name, PATIENCE_S)
        trouble = trouble or TROUBLE_OF_JOB.get(state)
        if state is JobState.COMPLETED and (trouble is None or trouble in PASSING_S):
            return
        now_s = time.monotonic()
        if trouble is not before:
            before, since_s = trouble, now_s
        lasts = trouble is not None and now_s - since_s >= PASSING_S.get(trouble, 0.0)
        if lasts or now_s > ends_s:
            if trouble is None or not lasts:  # what may still pass is not why nothing came out
                trouble = PrintTrouble.TOO_LONG
            left = "" if _taken_back(job, name) else job
            raise PrintError(trouble, told, name, left)
        time.sleep(LOOK_AGAIN_S)


def _trouble_of(name: str) -> tuple[PrintTrouble | None, str]:
    """What is wrong with a printer or its service now, and in what words; never raises."""
    try:
        told = _state(name)
    except PrintError as problem:
        return problem.trouble, problem.told
    return trouble_in(told), told


def _taken_back(job: str, name: str) -> bool:
    """Cancel a job; whether it is known that it will not come out any more."""
    with suppress(PrintError):
        code, _ = _ask("cancel", job)
        return not code or job_state(job, name, PATIENCE_S) in ENDED
    return False
