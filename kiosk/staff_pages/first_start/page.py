"""The first-start assistant, one task per page; staff can open it again later."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff.first_start import (
    OVERVIEW,
    TASKS,
    WELCOME,
    FirstStart,
    FirstStartFile,
    TaskAnswer,
)
from kiosk.staff_pages.centre.page import CentrePageModel
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.first_start.card_task import CardTaskModel
from kiosk.staff_pages.first_start.pin_task import PinTaskModel
from kiosk.staff_pages.first_start.sound_task import SoundTaskModel
from kiosk.staff_pages.first_start.touch_task import TouchTaskModel
from kiosk.staff_pages.languages.page import LanguagesPageModel
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.paper.page import PaperPageModel
from kiosk.ui.background.jobs import Lane, Result

HERE = Path(__file__).parent
PAGES = HERE.parent

ALL_DONE = gettext_noop("Cả tám việc đã xong. Muốn xem lại việc nào thì chạm vào việc ấy.")
#: First start, on the page after all tasks.
SOME_LATER = gettext_noop(
    "Việc chưa xong làm lúc nào cũng được: chạm vào việc ấy, hoặc vào trang cán bộ, "
    "mục Cài đặt lần đầu."
)
#: First start, on the page after all tasks.
NO_PIN = gettext_noop("Chưa có mã PIN thì ai cũng vào được trang cán bộ. Nên đặt mã ngay.")
SAMPLE_PLACE = gettext_noop("Đây còn là tên mẫu. Chạm vào dòng tên để gõ tên thật.")
NO_WIFI = gettext_noop("Chưa có mạng nào. Chạm vào từng dòng để gõ mạng của trung tâm.")
SAMPLE_WIFI = gettext_noop("Đây còn là mạng mẫu. Chạm vào từng dòng để gõ mạng thật của trung tâm.")


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its title and explanation, and the model and QML file of its page."""

    title: str
    about: str
    make: Callable[[StaffContext, QObject], PageModel]
    view: Path


TASK_BY_NAME = {
    "pin": Task(
        gettext_noop("Mã PIN của cán bộ"),
        "",
        PinTaskModel,
        HERE / "PinTask.qml",
    ),
    "place": Task(
        gettext_noop("Tên trung tâm"),
        gettext_noop("Tên này hiện ở màn hình chờ và trên tờ giấy bác mang về."),
        partial(CentrePageModel, names=("name", "hotline")),
        PAGES / "centre" / "CentrePage.qml",
    ),
    "size": Task(
        gettext_noop("Cỡ màn hình"),
        gettext_noop(
            "Áp một thẻ căn cước hay thẻ ngân hàng lên khung, chỉnh khung cho vừa khít thẻ."
        ),
        CardTaskModel,
        HERE / "CardTask.qml",
    ),
    "touch": Task(
        gettext_noop("Thử chạm"),
        "",
        TouchTaskModel,
        HERE / "TouchTask.qml",
    ),
    "sound": Task(
        gettext_noop("Thử tiếng"),
        gettext_noop("Máy đọc một câu. Đứng chỗ bác đứng mà nghe, rồi chỉnh to nhỏ."),
        SoundTaskModel,
        HERE / "SoundTask.qml",
    ),
    "wifi": Task(
        gettext_noop("Mạng Wi-Fi cho bác"),
        gettext_noop("Lấy một điện thoại quét mã thử: phải vào được mạng."),
        partial(CentrePageModel, names=("wifi-name", "wifi-password")),
        PAGES / "centre" / "CentrePage.qml",
    ),
    "printer": Task(
        gettext_noop("Máy in"),
        "",
        PaperPageModel,
        PAGES / "paper" / "PaperPage.qml",
    ),
    "languages": Task(
        gettext_noop("Các thứ tiếng"),
        "",
        LanguagesPageModel,
        PAGES / "languages" / "LanguagesPage.qml",
    ),
}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task on the overview page."""

    name: str
    title: str
    done: bool


@qml_type
class FirstStartPageModel(PageModel):
    """Eight tasks, each on its own page; each can be postponed and opened again."""

    title = gettext_noop("Cài đặt lần đầu")
    icon = "settings"
    order = 58

    changed = Signal()
    pageChanged = Signal()

    tasks = ShownList(TaskRow)
    """All tasks, with their completion."""

    _shows_page: Properties["FirstStartPageModel"] = Properties(pageChanged)
    _has: Properties["FirstStartPageModel"] = Properties()
    _shows: Properties["FirstStartPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._file = FirstStartFile(context.folders.first_start)
        self._state = FirstStart()
        self._kept = FirstStart()
        self._writing = False
        self._parts: dict[str, PageModel] = {}
        self._part: PageModel | None = None
        context.visit.settingsChanged.connect(self.changed)
        context.staff.changed.connect(self.changed)

    # Entering and leaving.

    def enter(self) -> None:
        """Continues where it was left; on the overview if it was completed before."""
        self._kept = self._file.read() or FirstStart()
        self.context.staff.set_full_window(on=True)
        self._show(self._kept)

    def leave(self) -> None:
        """Discards unsaved input."""
        self._leave_part()

    def go_back(self) -> bool:
        """Goes one page back; returns False if there is none."""
        if self._part and self._part.go_back():
            return True
        previous = self._state.previous()
        if previous:
            self._show(previous)
        return previous is not None

    @property
    def is_busy(self) -> bool:
        """True until completed: the installer may have to search for a password or a cable."""
        return not self._state.over

    def hear_again(self) -> bool:
        """Repeats the speech of the open page; False if it has none."""
        return self._part is not None and self._part.hear_again()

    def _show(self, state: FirstStart) -> None:
        self._leave_part()
        self._state = state
        task = TASK_BY_NAME.get(state.page)
        if task:
            self._part = self._parts.get(state.page) or self._made(state.page, task)
            self._part.enter()
        else:
            self._fill()
        self._keep()
        self.pageChanged.emit()
        self.changed.emit()

    def _made(self, name: str, task: Task) -> PageModel:
        part = self._parts[name] = task.make(self.context, self)
        if isinstance(part, PinTaskModel | CardTaskModel | SoundTaskModel):
            part.done.connect(self._done)
        if isinstance(part, TouchTaskModel):
            part.leftForLater.connect(self.later)
        if isinstance(part, CentrePageModel | TouchTaskModel | PinTaskModel):
            part.changed.connect(self.changed)
        return part

    def _leave_part(self) -> None:
        part, self._part = self._part, None
        if part:
            part.leave()

    def _keep(self) -> None:
        """Saves the state; if a write is running, the newest state is saved after it."""
        if self._writing or self._kept == self._state:
            return
        self._writing = True
        self._kept = self._state

        def take(_result: Result[None]) -> None:
            self._writing = False
            self._keep()

        self.context.jobs.run(
            partial(self._file.write, self._kept),
            take,
            what=gettext_noop("ghi cài đặt lần đầu"),
            lane=Lane.WAITED_FOR,
        )

    # Slots called by QML.

    @Slot()
    def goOn(self) -> None:
        """Completes the open page and shows the next."""
        if self._state.page == WELCOME:
            first = next((task for task in TASKS if task not in self._state.answers), OVERVIEW)
            self._show(self._state.opened(first))
        elif isinstance(self._part, CardTaskModel):
            self._part.keep()
        elif self.mayGoOn:
            self._show(self._state.answered(self._answer()))

    def _done(self) -> None:
        """Called when the open page reports that its task is done."""
        self._show(self._state.answered(TaskAnswer.DONE))

    def _answer(self) -> TaskAnswer:
        """LATER if the value is still the sample or the touch test failed, else DONE."""
        settings = self.context.settings()
        match self._state.page:
            case "place":
                done = not settings.centre.is_sample
            case "wifi":
                done = settings.wifi is not None and not settings.wifi.is_sample
            case "touch":
                done = isinstance(self._part, TouchTaskModel) and self._part.is_well
            case _:
                done = True
        return TaskAnswer.DONE if done else TaskAnswer.LATER

    @Slot()
    def later(self) -> None:
        """Postpones the open task; on the welcome page, all tasks."""
        if self._state.page == WELCOME:
            self._show(self._state.all_later())
        elif self._state.page in TASKS:
            self._show(self._state.answered(TaskAnswer.LATER))

    @Slot(str)
    def open(self, task: str) -> None:
        """Opens a task from the overview."""
        self._show(self._state.opened(task))

    @Slot()
    def finish(self) -> None:
        """Ends the first start and the visit; if it was completed before, only leaves the page."""
        was_over = self._state.over
        self._state = self._state.finished()
        self._keep()
        if was_over:
            self.context.staff.leave_page()
        else:
            self.context.visit.endVisit()

    @Slot()
    def back(self) -> None:
        self.context.visit.goBack()

    def _fill(self) -> None:
        shown, answers = self.context.translator.shown, self._state.answers
        self.tasks.show(
            [
                TaskRow(name, shown(task.title), answers.get(name) is TaskAnswer.DONE)
                for name, task in TASK_BY_NAME.items()
            ]
        )

    # Properties read by QML.

    page = _shows_page(str, lambda self: self._state.page)
    part = _shows_page(PageModel, lambda self: self._part or self)
    """The model of the open page; this object on the welcome and overview pages."""

    @Property(QUrl, notify=pageChanged)
    def view(self) -> QUrl:
        """The QML file of the open page."""
        task = TASK_BY_NAME.get(self._state.page)
        own = "StartWelcome.qml" if self._state.page == WELCOME else "StartOverview.qml"
        return QUrl.fromLocalFile(str(task.view if task else HERE / own))

    number = _shows_page(int, lambda self: self._state.number)
    """The number of the open task, counted from 1; 0 on the welcome and overview pages."""
    count = _has(int, lambda self: len(TASKS))

    @Property(str, notify=changed)
    def heading(self) -> str:
        """The title of the open page."""
        task = TASK_BY_NAME.get(self._state.page)
        return self.context.translator.shown(task.title if task else self.title)

    @Property(str, notify=changed)
    def about(self) -> str:
        """The instruction for the open page; empty if the page shows its own."""
        settings, shown = self.context.settings(), self.context.translator.shown
        match self._state.page:
            case "place" if settings.centre.is_sample:
                return shown(SAMPLE_PLACE)
            case "wifi" if settings.wifi is None:
                return shown(NO_WIFI)
            case "wifi" if settings.wifi and settings.wifi.is_sample:
                return shown(SAMPLE_WIFI)
            case "overview":
                later = TaskAnswer.LATER in self._state.answers.values()
                return shown(SOME_LATER if later else ALL_DONE)
            case page if page in TASK_BY_NAME:
                return shown(TASK_BY_NAME[page].about)
        return ""

    @Property(str, notify=changed)
    def warning(self) -> str:
        """The warning on the overview that no PIN is set; else empty."""
        has_none = self._state.page == OVERVIEW and not self.context.staff.hasPin
        return self.context.translator.shown(NO_PIN) if has_none else ""

    bare = _shows(
        bool, lambda self: isinstance(self._part, TouchTaskModel) and bool(self._part.wanted)
    )
    """Whether the open page covers the whole screen."""
    typing = _shows(
        bool, lambda self: isinstance(self._part, CentrePageModel) and self._part.writing
    )
    """Whether text is being typed, so that the other buttons are disabled."""
    mayGoBack = _shows(
        bool, lambda self: self._state.previous() is not None or self.context.staff.hasPin
    )
    """Whether there is a previous page, or a PIN is set."""

    @Property(bool, notify=changed)
    def mayGoOn(self) -> bool:
        """Whether the open page is completed with the common button."""
        if isinstance(self._part, SoundTaskModel):
            return False
        return not isinstance(self._part, PinTaskModel) or not self._part.choosing


PAGE = FirstStartPageModel
