"""Background work: done on another thread, answered on the window's thread, always."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event
from typing import Generic, Protocol, Required, TypeAlias, TypedDict, TypeVar, Unpack

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.ui.background.gc_tuning import WindowThreadCollector

log = logging.getLogger(__name__)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

THREADS_PER_LANE = 2
#: Told to staff on the page where they asked for something that then failed.
NOT_DONE = gettext_noop(
    "Máy bị lỗi nên việc này chưa xong. Thử lại; nếu vẫn vậy, gọi người trông máy."
)
#: In the list of the kiosk's troubles: what was being done, and the error.
FAILS = gettext_noop("Máy bị lỗi khi %1 (%2). Máy vẫn dạy tiếp. Gọi người trông máy.")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T_co]):
    """The work was done; this is its result."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Err:
    """The work raised this."""

    error: BaseException


Result: TypeAlias = Ok[T_co] | Err
ErrorKinds: TypeAlias = tuple[type[BaseException], ...]


class Lane(Enum):
    """Which threads do the work; one lane never waits for another."""

    WAITED_FOR = auto()
    """Short work that a person in front of the screen waits for: opening a lesson, searching."""
    USB = auto()
    """Looking at USB drives and copying from them: a broken drive may hold up a read for long."""
    BACKGROUND = auto()
    """Everything else, however long it takes: scanning folders, figures."""


@dataclass(frozen=True, slots=True)
class FailedWork:
    """A sort of work that failed when it was last tried."""

    what: str
    """What was being done, in Vietnamese."""
    reason: str


class HowDone(TypedDict, total=False):
    """How work is done."""

    what: Required[str]
    """What is being done, in Vietnamese; staff are told it if the work fails."""
    lane: Lane
    """Which threads do it: `BACKGROUND` where nothing is said."""
    expected: ErrorKinds
    """Errors that are answers like others: not logged, and not told to staff."""


class Jobs(Protocol):
    """Runs work away from the window."""

    failuresChanged: SignalInstance
    """`failures` is another."""

    @property
    def failures(self) -> tuple[FailedWork, ...]:
        """The sorts of work that failed and have not been done well since; for staff."""

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[Result[T]], None],
        unwanted: Event | None = None,
        **how: Unpack[HowDone],
    ) -> None:
        """Do the work on another thread, then call `then` with its result on the window's thread.

        The work touches nothing of Qt. Whatever it raises arrives as `Err`.

        Args:
            work: what to do.
            then: called exactly once, unless `unwanted` is set before.
            unwanted: once it is set, nothing is answered; the work is done all the same.
            how: see `HowDone`.
        """


class _Delivery(QObject):
    """Lives on the window's thread, so that what it is sent arrives there."""

    arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrived.connect(lambda task: task.deliver())


class _Task(Generic[T]):
    """One piece of work, and who is answered.

    Both may hold objects of Qt, which may only be destroyed on the window's thread: `deliver` lets
    go of them there, so that the thread that did the work is never the last to hold them.
    """

    def __init__(self, work: Callable[[], T], answer: Callable[[Result[T]], None]) -> None:
        self._work: Callable[[], T] | None = work
        self._answer: Callable[[Result[T]], None] | None = answer
        self._result: Result[T] | None = None

    def attempt(self, what: str, expected: ErrorKinds) -> None:
        """Do it; on the thread of the work."""
        if self._work:
            self._result = _attempt(self._work, what, expected)

    def deliver(self) -> None:
        """Tell the result; on the window's thread."""
        answer, result = self._answer, self._result
        self._work = self._answer = self._result = None
        if answer and result:
            answer(result)


class ThreadJobs(QObject):
    """Work on threads of Qt, two for each lane."""

    failuresChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: QThreadPool(self) for lane in Lane}
        for pool in self._pools.values():
            pool.setMaxThreadCount(THREADS_PER_LANE)
        self._delivery = _Delivery(self)
        self._collector = WindowThreadCollector(self)
        self._failures: dict[str, FailedWork] = {}

    @property
    def failures(self) -> tuple[FailedWork, ...]:
        """The sorts of work that failed and have not been done well since."""
        return tuple(self._failures.values())

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[Result[T]], None],
        unwanted: Event | None = None,
        **how: Unpack[HowDone],
    ) -> None:
        what, expected = how["what"], how.get("expected", ())

        def answer(result: Result[T]) -> None:
            self._note(what, result, expected)
            if unwanted is None or not unwanted.is_set():
                then(result)

        task = _Task(work, answer)

        def do() -> None:
            task.attempt(what, expected)
            self._delivery.arrived.emit(task)

        self._pools[how.get("lane", Lane.BACKGROUND)].start(do)

    def wait(self) -> None:
        """Return once no work is left; for leaving the program."""
        for pool in self._pools.values():
            pool.waitForDone()
        self._collector.stop()

    def _note(self, what: str, result: Result[object], expected: ErrorKinds) -> None:
        """Remember for staff whether this sort of work fails."""
        before = self._failures.get(what)
        if isinstance(result, Ok):
            self._failures.pop(what, None)
        elif not isinstance(result.error, expected):
            self._failures[what] = FailedWork(what, _reason(result.error))
        if self._failures.get(what) != before:
            self.failuresChanged.emit()


def _attempt(work: Callable[[], T], what: str, expected: ErrorKinds) -> Result[T]:
    try:
        return Ok(work())
    except BaseException as error:
        if isinstance(error, OSError) and not isinstance(error, expected):
            log.warning("background work failed: %s: %s", what, error)
        elif not isinstance(error, expected):
            log.exception("background work failed: %s", what)
        return Err(error.with_traceback(None))


def _reason(error: BaseException) -> str:
    """The error in a few words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__


class LatestWork:
    """Work of one page: only the latest is answered, and none once the page was left."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._unwanted: Event | None = None
        """Of the work whose answer is awaited."""

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._unwanted is not None

    def run(
        self, work: Callable[[], T], then: Callable[[Result[T]], None], **how: Unpack[HowDone]
    ) -> None:
        """Do this, and wait for its answer alone; it is done to its end. See `Jobs.run`."""
        self._run(work, then, Event(), **how)

    def run_cancellable(
        self,
        work: Callable[[Callable[[], bool]], T],
        then: Callable[[Result[T]], None],
        **how: Unpack[HowDone],
    ) -> None:
        """The same for work that is of no use without its answer: it may stop, or never begin.

        It is given a function that tells whether to stop; then it may raise `CancelledError`.
        """
        unwanted = Event()

        def work_if_wanted() -> T:
            if unwanted.is_set():
                raise CancelledError
            return work(unwanted.is_set)

        how["expected"] = (*how.get("expected", ()), CancelledError)
        self._run(work_if_wanted, then, unwanted, **how)

    def cancel(self) -> None:
        """Wait for no answer any more."""
        if self._unwanted is not None:
            self._unwanted.set()
            self._unwanted = None

    def _run(
        self,
        work: Callable[[], T],
        then: Callable[[Result[T]], None],
        unwanted: Event,
        **how: Unpack[HowDone],
    ) -> None:
        self.cancel()
        self._unwanted = unwanted

        def take(result: Result[T]) -> None:
            self._unwanted = None
            then(result)

        self._jobs.run(work, take, unwanted, **how)


def ignore(_result: Result[object]) -> None:
    """Nobody waits for the result."""
