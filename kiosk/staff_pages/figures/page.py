"""Usage statistics of today and this month."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.figures.figures_data import NO_STEP, FiguresData, Span, read_figures
from kiosk.staff_pages.figures.hard_step_view_model import FigureRow, HardStepViewModel
from kiosk.staff_pages.page_model import PageModel
from kiosk.stats.hours import hour_now
from kiosk.ui.background.jobs import LatestWork, Ok, Result

OPEN_FROM, OPEN_UNTIL = 7, 17
"""The hours that are always shown; hours outside are added if lessons were opened then."""


@dataclass(frozen=True, slots=True)
class HourRow:
    """How often a lesson was opened in an hour of the day."""

    hour: int
    times: int


@qml_type
class FiguresPageModel(PageModel):
    """Shows finished lessons, hard steps, languages and hours, as far as they are on the disk."""

    title = gettext_noop("Số liệu")
    icon = "chart"
    order = 30

    changed = Signal()

    lessons = ShownList(FigureRow)
    """How often each lesson was finished, out of the times it was opened."""
    returns = ShownList(FigureRow)
    """How often each repeated lesson was done without help, out of its repetitions."""
    languages = ShownList(FigureRow)
    """How often a lesson was opened in each language."""
    hours = ShownList(HourRow)
    """The hours of the day; empty if no lesson was opened."""

    _has: Properties["FiguresPageModel"] = Properties()
    _shows: Properties["FiguresPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self.hour: Callable[[], int] = hour_now
        self._span = Span.MONTH
        self._data: FiguresData | None = None
        self._reading = LatestWork(context.jobs)
        self._step = HardStepViewModel(self)

    def enter(self) -> None:
        self._read()

    def leave(self) -> None:
        """Cancels the reading and clears the figures."""
        self._reading.cancel()
        self._show_data(None)
        self.showStep(0)

    def _read(self) -> None:
        span, now = self._span, self.hour()
        folders, library = self.context.folders, self.context.lesson_store.library
        self._reading.run_cancellable(
            lambda _: read_figures(folders, library, span, now),
            self._take_data,
            what=gettext_noop("đọc số liệu"),
        )

    def _take_data(self, result: Result[FiguresData]) -> None:
        self._show_data(result.value if isinstance(result, Ok) else FiguresData(readable=False))
        self.changed.emit()

    def _show_data(self, data: FiguresData | None) -> None:
        self._data = data
        figures, titles = self._shown.figures, self._shown.titles
        self.lessons.show(
            [
                FigureRow(title, figures.finished.get(name, 0), figures.opened.get(name, 0), icon)
                for name in figures.lessons
                for title, icon in [titles[name]]
            ]
        )
        self.returns.show(
            [
                FigureRow(title, figures.unaided_by_lesson.get(name, 0), whole, icon)
                for name, whole in figures.came_back_by_lesson.items()
                for title, icon in [titles[name]]
            ]
        )
        self.languages.show([FigureRow(name, times) for name, times in self._shown.languages])
        self.hours.show(_hour_rows(figures.hours))

    @property
    def _shown(self) -> FiguresData:
        return self._data or FiguresData()

    @Slot(str)
    def showSpan(self, span: str) -> None:
        """Reads the figures of `today` or `month`."""
        self._span = Span(span)
        self._read()
        self.changed.emit()

    @Slot(int)
    def showStep(self, number: int) -> None:
        """Shows the hard step at this index and its phone screen; an empty step if out of range."""
        steps = self._shown.hard_steps
        self._step.show_step(steps[number] if number < len(steps) else NO_STEP)

    hardStep = _has(HardStepViewModel, lambda self: self._step)
    span = _shows(str, lambda self: self._span.value)
    """The period: `today` or `month`."""
    ready = _shows(bool, lambda self: self._data is not None)
    readable = _shows(bool, lambda self: self._shown.readable)
    """False if the database of the figures cannot be read."""
    finished = _shows(int, lambda self: sum(self._shown.figures.finished.values()))
    """How often lessons were finished."""
    hardSteps = _shows(int, lambda self: len(self._shown.hard_steps))
    """The number of hard steps that can be shown."""


def _hour_rows(counted: Mapping[int, int]) -> list[HourRow]:
    if not counted:
        return []
    first, last = min(OPEN_FROM, *counted), max(OPEN_UNTIL - 1, *counted)
    return [HourRow(hour, counted.get(hour, 0)) for hour in range(first, last + 1)]


PAGE = FiguresPageModel
