"""What happened here, today and this month."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.figures.board import NO_STEP, Board, Span, read_board
from kiosk.staff_pages.page_model import PageModel
from kiosk.stats.hours import hour_now
from kiosk.ui.background.jobs import LatestWork, Ok, Result
from kiosk.ui.visit.phone_view_model import PhoneViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

OPEN_FROM, OPEN_UNTIL = 7, 17
"""These hours of the day are always shown, others where something happened."""


@QmlElement
@QmlUncreatable("made when its tile is touched")
class FiguresPageModel(PageModel):
    """Shows lessons finished, hard steps, languages and hours; only what is safely on the disk."""

    title = gettext_noop("Số liệu")
    icon = "chart"
    order = 30

    changed = Signal()
    stepChanged = Signal()

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self.hour: Callable[[], int] = hour_now
        self._span = Span.MONTH
        self._board: Board | None = None
        self._reading = LatestWork(context.jobs)
        self._step = NO_STEP
        self._phone = PhoneViewModel(self)

    def enter(self) -> None:
        """Read anew."""
        self._read()

    def leave(self) -> None:
        """Whatever is still being read is not waited for."""
        self._reading.cancel()
        self._board = None
        self.showStep(0)

    def _read(self) -> None:
        span, now = self._span, self.hour()
        folders, library = self.context.folders, self.context.lesson_store.library
        self._reading.run_cancellable(
            lambda _: read_board(folders, library, span, now),
            self._take_board,
            what=gettext_noop("đọc số liệu"),
        )

    def _take_board(self, result: Result[Board]) -> None:
        self._board = result.value if isinstance(result, Ok) else Board(readable=False)
        self.changed.emit()

    @property
    def _shown(self) -> Board:
        return self._board or Board()

    @Slot(str)
    def showSpan(self, span: str) -> None:
        """`today` or `month` was touched."""
        self._span = Span(span)
        self._read()
        self.changed.emit()

    @Slot(int)
    def showStep(self, number: int) -> None:
        """Show that hard step, counted from 0, and its screen on the phone."""
        steps = self._shown.hard_steps
        self._step = steps[number] if number < len(steps) else NO_STEP
        self._phone.show_scene(self._step.scene)
        self.stepChanged.emit()

    @Property(QObject, constant=True)
    def phone(self) -> PhoneViewModel:
        """The screen of a hard step."""
        return self._phone

    @Property(str, notify=changed)
    def span(self) -> str:
        """Which days: `today` or `month`."""
        return self._span.value

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the figures were read."""
        return self._board is not None

    @Property(bool, notify=changed)
    def readable(self) -> bool:
        """False when the file of the figures cannot be read."""
        return self._shown.readable

    @Property(int, notify=changed)
    def visits(self) -> int:
        """How many visits began."""
        return self._shown.figures.visits

    @Property(int, notify=changed)
    def finished(self) -> int:
        """How many lessons came to their end."""
        return sum(self._shown.figures.finished.values())

    @Property(list, notify=changed)
    def lessons(self) -> list[dict[str, object]]:
        """Each lesson that was opened: `words`, `icon`, `times` finished, `whole` opened."""
        board = self._shown
        titles, figures = board.titles, board.figures
        return [
            {
                "words": titles[name][0],
                "icon": titles[name][1],
                "times": figures.finished.get(name, 0),
                "whole": figures.opened.get(name, 0),
            }
            for name in figures.lessons
        ]

    @Property(list, notify=changed)
    def returns(self) -> list[dict[str, object]]:
        """Each lesson that somebody came back to: `words`, `icon`, `times` unaided, `whole`."""
        board = self._shown
        unaided = board.figures.unaided_by_lesson
        return [
            {
                "words": board.titles[name][0],
                "icon": board.titles[name][1],
                "times": unaided.get(name, 0),
                "whole": whole,
            }
            for name, whole in board.figures.came_back_by_lesson.items()
        ]

    @Property(int, notify=changed)
    def hardSteps(self) -> int:
        """How many steps can be shown where people get stuck."""
        return len(self._shown.hard_steps)

    @Property("QVariantMap", notify=stepChanged)
    def hardStep(self) -> dict[str, object]:
        """The one that is shown: what it says, its picture, and how often what happened there."""
        each = self._step
        return {
            "title": each.title,
            "icon": each.icon,
            "says": each.says,
            "number": each.number,
            "picture": each.picture,
            "answers": [
                {"words": words, "icon": "check" if right else "", "times": times, "whole": 0}
                for words, right, times in each.answers
            ],
            "hasPhone": each.scene.screen is not None,
            "shown": each.place.shown,
            "stuck": each.place.stuck,
            "left": each.place.left,
            "called": each.place.called,
        }

    @Property(list, notify=changed)
    def languages(self) -> list[dict[str, object]]:
        """The languages: `words`, and `times` a lesson was opened in them."""
        return [
            {"words": name, "icon": "", "times": times, "whole": 0}
            for name, times in self._shown.languages
        ]

    @Property(list, notify=changed)
    def hours(self) -> list[dict[str, int]]:
        """The hours of the day: `hour`, and `times` a lesson was opened in them."""
        counted = self._shown.figures.hours
        if not counted:
            return []
        first, last = min(OPEN_FROM, *counted), max(OPEN_UNTIL - 1, *counted)
        return [{"hour": h, "times": counted.get(h, 0)} for h in range(first, last + 1)]


PAGE = FiguresPageModel
