"""Prints a file through CUPS, without a dialog."""

import os
import re
import shutil
import subprocess
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Paper
from kiosk.durable import folder_lock
from kiosk.handout.print_jobs import JobState, job_state, title_of, waiting_jobs
from kiosk.runtime_folder import runtime_folder

PATIENCE_S = 8.0
"""Time limit for one query to the print service."""
WATCHED_S = 80.0
"""Time limit for a print job, after which it is cancelled."""
LOOK_AGAIN_S = 0.5
PASSING_S = {
    PrintTrouble.NO_SERVICE: 15.0,
    PrintTrouble.TOO_LONG: 15.0,
    PrintTrouble.NO_PRINTER: 5.0,
    PrintTrouble.HELD: 2.0,
}
"""Temporary troubles, with the time for which they are tolerated: a restarted service does not
find its printers at once, and holds a job briefly while accepting it."""
SHEET = "kiosk-"
"""Prefix of the titles of all jobs of the kiosk."""
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
"""Prefixes of printer-state-reasons (RFC 8011, 5.4.12). Backends use the suffixes -report, -warning
and -error inconsistently, so these match with any suffix, except for ink, which many printers
report as empty for months."""
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
    """The file was not printed."""

    def __init__(
        self, trouble: PrintTrouble, service_message: str = "", printer: str = "", left: str = ""
    ) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        self.left = left
        """The job that could not be cancelled and may still be printed; empty for none."""
        self.printer = printer
        """The printer; empty when none was found."""
        self.service_message = service_message
        """The message of the print service."""


def print_pdf(path: Path, paper: Paper, printer: str | None = None) -> str:
    """Prints a file and waits for the result; returns the printer's name.

    Only one print per user at a time: earlier jobs that are still waiting are cancelled first.

    Args:
        path: a PDF; its name becomes the job's title and must start with `SHEET`.
        paper: the paper size.
        printer: the printer's name; None for the default printer.

    Raises:
        PrintError: nothing was printed, nor will be, unless `left` names a job.
    """
    with ExitStack() as alone:
        try:
            alone.enter_context(folder_lock(runtime_folder()))
        except OSError as problem:
            raise PrintError(PrintTrouble.REFUSED, str(problem)) from None
        take_back_left()
        name = ready_printer(printer)
        _watch(_handed_in(path, paper, name), name)
    return name


def take_back_left() -> bool:
    """Cancels this user's waiting kiosk jobs, whose learner has left.

    Returns:
        Whether it is certain that none of them will be printed.
    """
    if not _can_print():
        return True
    for job in waiting_jobs(SHEET, PATIENCE_S) or ():
        with suppress(PrintError):
            _ask("cancel", job)
    return waiting_jobs(SHEET, PATIENCE_S) == []


def ready_printer(printer: str | None = None) -> str:
    """The name of the given or default printer, after checking that it can print.

    Raises:
        PrintError: the printer cannot print.
    """
    if not _can_print():
        raise PrintError(PrintTrouble.NO_SERVICE)
    name = printer or _default_printer()
    state = _state(name)
    if trouble := trouble_in(state):
        raise PrintError(trouble, state, name)
    return name


def trouble_in(state: str) -> PrintTrouble | None:
    """The trouble reported in the output of `lpstat`; None when there is none."""
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
    """Whether the printing programs are installed."""
    return bool(shutil.which("lp") and shutil.which("lpstat"))


def _ask(*command: str) -> tuple[int, str]:
    """Runs a program of the print service; returns its exit code and output, in English.

    Raises:
        PrintError: the program did not finish in time.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell, fixed arguments
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
    _, output = _ask("lpstat", "-d")
    found = DEFAULT.search(output)
    if found:
        return found[1]
    _, whether_running = _ask("lpstat", "-r")
    raise PrintError(trouble_in(whether_running) or PrintTrouble.NO_PRINTER, output)


def _state(name: str) -> str:
    """The output of lpstat for a printer; raises instead of returning an empty text.

    If the service is down, lpstat reports that the printer does not exist.
    """
    code, output = _ask("lpstat", "-l", "-p", name, "-a", name)
    if code and trouble_in(output) in (None, PrintTrouble.NO_PRINTER):
        _, whether_running = _ask("lpstat", "-r")
        raise PrintError(trouble_in(whether_running) or PrintTrouble.NO_PRINTER, output)
    return output


def _handed_in(path: Path, paper: Paper, name: str) -> str:
    """Submits the file to the service; returns the job id."""
    media = ("-o", f"media={MEDIA[paper]}") if paper in MEDIA else ()
    on_both = paper is Paper.A4 and _prints_on_both_sides(name)
    both_sides = ("-o", "sides=two-sided-long-edge") if on_both else ()
    title = ("-t", title_of(path.stem))
    code, output = _ask("lp", "-d", name, *title, *media, *both_sides, str(path))
    found = JOB.search(output)
    if code or not found:
        raise PrintError(trouble_in(output) or PrintTrouble.REFUSED, output)
    return found[1]


def _prints_on_both_sides(name: str) -> bool:
    """Whether the printer supports duplex; some printers reject jobs with unsupported options."""
    _, output = _ask("lpoptions", "-p", name, "-l")
    return bool(BOTH_SIDES.search(output))


def _watch(job: str, name: str) -> None:
    """Waits until the job is finished; cancels it if it is not known to be printed.

    A service that stops meanwhile keeps the job, and prints it after its restart.

    Raises:
        PrintError: the printer cannot print the job, or not in time.
    """
    before, since_s = None, time.monotonic()
    ends_s = since_s + WATCHED_S
    while True:
        trouble, output = _trouble_of(name)
        state = job_state(job, name, PATIENCE_S)
        trouble = trouble or TROUBLE_OF_JOB.get(state)
        if state is JobState.COMPLETED and (trouble is None or trouble in PASSING_S):
            return
        now_s = time.monotonic()
        if trouble is not before:
            before, since_s = trouble, now_s
        lasts = trouble is not None and now_s - since_s >= PASSING_S.get(trouble, 0.0)
        if lasts or now_s > ends_s:
            if trouble is None or not lasts:  # a temporary trouble is not the cause
                trouble = PrintTrouble.TOO_LONG
            left = "" if _taken_back(job, name) else job
            raise PrintError(trouble, output, name, left)
        time.sleep(LOOK_AGAIN_S)


def _trouble_of(name: str) -> tuple[PrintTrouble | None, str]:
    """The current trouble of a printer or its service, with its message; never raises."""
    try:
        output = _state(name)
    except PrintError as problem:
        return problem.trouble, problem.service_message
    return trouble_in(output), output


def _taken_back(job: str, name: str) -> bool:
    """Cancels a job; returns whether it is certain that it will not be printed."""
    with suppress(PrintError):
        code, _ = _ask("cancel", job)
        return not code or job_state(job, name, PATIENCE_S) in ENDED
    return False
