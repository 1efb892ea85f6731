"""The base class of pages that show the current contents of the disk and of USB sticks."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from kiosk.folders import Folders
from kiosk.packs.problem import PackError
from kiosk.qt.properties import qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.stick.watch import StickWatch
from kiosk.ui.background.jobs import NOT_DONE, Lane, LatestWork, Ok, Result
from kiosk.usb_import.usb_drives import Stick

Read = Callable[[Folders, tuple[Stick, ...]], object]
MAX_WORDS_LENGTH = 300


@qml_type
class RefreshingPageModel(PageModel):
    """A page that reads its data again every second while it is open."""

    _known: Any
    """The result of the last read; None before it or if it failed. Subclasses narrow the type."""

    def __init__(self, context: StaffContext, parent: QObject, read: Read, *, what: str) -> None:
        """`read` runs off the main thread; `what` names it, in Vietnamese, in error messages."""
        super().__init__(context, parent)
        self._read, self._what = read, what
        self._work = LatestWork(context.jobs)
        self._watch = StickWatch(context, self)
        self._watch.found.connect(self._look)
        self._known = None
        self._has_looked = False
        self._last_message = ""
        """The message about the last action on this page; empty for none."""
        self._is_done = False
        """Whether the last action succeeded."""

    @property
    def is_busy(self) -> bool:
        """Whether an action that staff started is running."""
        return self._work.is_busy

    def enter(self) -> None:
        """Clears the last message and starts watching."""
        self._forget_last()
        self._watch.start()

    def leave(self) -> None:
        """Stops watching; a running action is completed, but its result is ignored."""
        self._watch.stop()
        self._work.cancel()
        self._known, self._has_looked = None, False

    def _forget_last(self) -> None:
        self._last_message, self._is_done = "", False

    def _look(self, sticks: tuple[Stick, ...]) -> None:
        self.context.jobs.run(
            partial(self._read, self.context.folders, sticks),
            self._take_look,
            what=self._what,
            lane=Lane.USB,
        )

    def _take_look(self, result: Result[object]) -> None:
        known = result.value if isinstance(result, Ok) else None
        if self._watch.is_on and (known != self._known or not self._has_looked):
            before, self._known, self._has_looked = self._known, known, True
            self._compare(before, known)
            self._show()

    def _compare(self, before: Any, now: Any) -> None:  # noqa: ANN401 - as `_known`
        """Called when the data changed; does nothing by default."""

    def _show(self) -> None:
        """Shows the data in `_known`."""
        raise NotImplementedError

    def _do(self, work: Callable[[], object], then: str, *, what: str) -> None:
        """Runs `work` off the main thread, then shows the message `then`, or why `work` failed."""
        take = partial(self._take_done, then)
        self._work.run(work, take, what=what, expected=(PackError,))
        self._show()

    def _take_done(self, then: str, result: Result[object]) -> None:
        self._is_done = isinstance(result, Ok)
        if isinstance(result, Ok):
            self._last_message = self._say(then) if then else ""
        elif isinstance(result.error, PackError):
            self._last_message = self._say(result.error.text, **result.error.values)
        else:
            self._last_message = self._say(NOT_DONE)
        self._watch.start()
        self._show()

    def _say(self, text: str, /, **values: object) -> str:
        return self.context.translator.shown(text).format(**values)[:MAX_WORDS_LENGTH]

    def _row(
        self, text: str, /, *, about: str = "", ok: bool = True, **values: object
    ) -> FindingRow:
        """A row with the translated sentence, under the heading `about`."""
        return FindingRow(self._say(text, **values), about, ok)

    def _last_rows(self) -> list[FindingRow]:
        return [FindingRow(self._last_message, ok=True)] if self._last_message else []
