"""Background jobs: work runs on another thread, its result is delivered on the window's thread."""

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
#: Message to staff, on the page where they requested something that failed.
NOT_DONE = gettext_noop(
    "Máy bị lỗi nên việc này chưa xong. Thử lại; nếu vẫn vậy, gọi người trông máy."
)
#: In the list of the kiosk's troubles: what was being done, and the error.
FAILS = gettext_noop("Máy bị lỗi khi %1 (%2). Máy vẫn dạy tiếp. Gọi người trông máy.")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T_co]):
    """The work was done; `value` is its result."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Err:
    """The work raised `error`."""

    error: BaseException


Result: TypeAlias = Ok[T_co] | Err
ErrorKinds: TypeAlias = tuple[type[BaseException], ...]


class Lane(Enum):
    """The thread pool that does the work; the lanes are independent of each other."""

    WAITED_FOR = auto()
    """Short work that a user in front of the screen waits for: opening a lesson, searching."""
    USB = auto()
    """Reading USB drives: a broken drive may block a read for a long time."""
    BACKGROUND = auto()
    """All other work, however long it takes: scanning folders, figures."""


@dataclass(frozen=True, slots=True)
class FailedWork:
    """A kind of work whose last attempt failed."""

    what: str
    """The work, in Vietnamese."""
    reason: str


class HowDone(TypedDict, total=False):
    """Options of `Jobs.run`."""

    what: Required[str]
    """The work, in Vietnamese; shown to staff if it fails."""
    lane: Lane
    """The thread pool; `BACKGROUND` by default."""
    expected: ErrorKinds
    """Exceptions that are normal results: neither logged nor shown to staff."""


class Jobs(Protocol):
    """Runs work outside the window's thread."""

    failuresChanged: SignalInstance
    """`failures` has changed."""

    @property
    def failures(self) -> tuple[FailedWork, ...]:
        """The kinds of work whose last attempt failed; for staff."""

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[Result[T]], None],
        unwanted: Event | None = None,
        **how: Unpack[HowDone],
    ) -> None:
        """Runs `work` on another thread, then calls `then` with its result on the window's thread.

        The work must not use Qt. Any exception arrives as `Err`.

        Args:
            work: what to do.
            then: called exactly once, unless `unwanted` is set before.
            unwanted: once set, `then` is not called; the work is done all the same.
            how: see `HowDone`.
        """


class _Delivery(QObject):
    """Belongs to the window's thread, so that its slots run there."""

    arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrived.connect(lambda task: task.deliver())


class _Task(Generic[T]):
    """One piece of work and its callback.

    Both may hold Qt objects, which must be destroyed on the window's thread: `deliver` drops the
    references there, so that the worker thread never holds the last one.
    """

    def __init__(self, work: Callable[[], T], answer: Callable[[Result[T]], None]) -> None:
        self._work: Callable[[], T] | None = work
        self._answer: Callable[[Result[T]], None] | None = answer
        self._result: Result[T] | None = None

    def attempt(self, what: str, expected: ErrorKinds) -> None:
        """Does the work, on the worker thread."""
        if self._work:
            self._result = _attempt(self._work, what, expected)

    def deliver(self) -> None:
        """Calls the callback with the result, on the window's thread."""
        answer, result = self._answer, self._result
        self._work = self._answer = self._result = None
        if answer and result:
            answer(result)


class ThreadJobs(QObject):
    """Runs work on Qt thread pools, two threads per lane."""

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
        """The kinds of work whose last attempt failed."""
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
        """Waits until all work is done; for exiting the program."""
        for pool in self._pools.values():
            pool.waitForDone()
        self._collector.stop()

    def _note(self, what: str, result: Result[object], expected: ErrorKinds) -> None:
        """Updates `failures` by the result of this kind of work."""
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
    """Returns a short description of the error."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__


class LatestWork:
    """Runs the work of one page: only the latest work is answered, and none after `cancel`."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._unwanted: Event | None = None
        """The cancel event of the work whose answer is awaited."""

    @property
    def is_busy(self) -> bool:
        """True while an answer is awaited."""
        return self._unwanted is not None

    def run(
        self, work: Callable[[], T], then: Callable[[Result[T]], None], **how: Unpack[HowDone]
    ) -> None:
        """Runs the work and cancels the answer of earlier work; see `Jobs.run`."""
        self._run(work, then, Event(), **how)

    def run_cancellable(
        self,
        work: Callable[[Callable[[], bool]], T],
        then: Callable[[Result[T]], None],
        **how: Unpack[HowDone],
    ) -> None:
        """Like `run`, for work that is useless unanswered: it may stop early or never start.

        `work` receives a function that returns True once it should stop; it may then raise
        `CancelledError`.
        """
        unwanted = Event()

        def work_if_wanted() -> T:
            if unwanted.is_set():
                raise CancelledError
            return work(unwanted.is_set)

        how["expected"] = (*how.get("expected", ()), CancelledError)
        self._run(work_if_wanted, then, unwanted, **how)

    def cancel(self) -> None:
        """Cancels the pending work: its callback is not called."""
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
    """A callback that ignores the result."""
