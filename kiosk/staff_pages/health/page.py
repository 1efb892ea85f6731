"""The kiosk's health: noticed problems and the results of a check-up."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow
from kiosk.staff_pages.page_model import PageModel
from kiosk.ui.background.child_process import ChildProcess

WORDED = ("vi", "en")
"""The languages of the check-up's messages."""


@qml_type
class HealthPageModel(PageModel):
    """Shows problems noticed at run time and the findings of a check-up."""

    title = gettext_noop("Tình trạng máy")
    icon = "health"
    order = 80

    changed = Signal()

    findings = ShownList(FindingRow)
    """The noticed problems, then the check-up's findings."""

    _shows: Properties["HealthPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._found: list[FindingRow] = []
        self._checkup = ChildProcess([], self, environment={"QT_QPA_PLATFORM": "offscreen"})
        self._checkup.received.connect(self._take)
        self._checkup.ended.connect(self.changed)
        context.staff.changed.connect(self._fill)

    def enter(self) -> None:
        """Starts a check-up."""
        self.checkAgain()

    def leave(self) -> None:
        """Stops a running check-up and clears its findings."""
        self._checkup.stop()
        self._found = []
        self._fill()

    @Slot()
    def checkAgain(self) -> None:
        """Runs the check-up in a child process."""
        self.leave()
        folders = self.context.folders
        language = self.context.visit.shown_language
        places = (folders.home, folders.state, folders.cache, folders.own, folders.config)
        arguments = [language if language in WORDED else WORDED[0], *map(str, places)]
        self._checkup.arguments = ["-m", "kiosk.checkup", *arguments]
        self._checkup.start()
        self._fill()

    def _take(self, finding: dict[str, object], _data: bytes) -> None:
        sentence, what = str(finding["sentence"]), str(finding["what"])
        self._found.append(FindingRow(sentence, what, ok=bool(finding["ok"])))
        self._fill()

    def _fill(self) -> None:
        """Shows noticed problems first, then failed findings, then passed ones."""
        noticed = self.context.staff.troubles
        rows = [FindingRow(sentence) for sentence in noticed]
        fresh = [each for each in self._found if each.sentence not in noticed]
        self.findings.show([*rows, *sorted(fresh, key=lambda each: each.ok)])
        self.changed.emit()

    @Slot()
    def startAnew(self) -> None:
        self.context.staff.restart.emit()

    checking = _shows(bool, lambda self: self._checkup.is_running)
    """Whether a check-up is running."""


PAGE = HealthPageModel
