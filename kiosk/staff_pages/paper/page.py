"""Choice of the printer and paper size of the handouts."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.settings import DEFAULT_PRINTER
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel

ASK_FOR_PRINTERS = ("lpstat", ("-e",))
"""The CUPS command that prints one printer name per line."""
PATIENCE_MS = 5000
LEAVE_MS = 1000
NONE = ""


@dataclass(frozen=True, slots=True)
class PrinterRow:
    name: str
    """The printer's name; empty for none."""
    sort: str
    """`none`, `default` or `named`."""


@qml_type
class PaperPageModel(SettingsPageModel):
    """Lists the printers of the system and the paper sizes."""

    title = gettext_noop("Máy in và giấy")
    icon = "printer"
    order = 66
    sections = ("handout",)

    changed = Signal()

    printers = ShownList(PrinterRow)
    """No printer, the system default, then each printer by name, also a chosen missing one."""

    _shows: Properties["PaperPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._known: list[str] = []
        self._answered = False
        self._asking: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        self.printers.follow(self._made, self.changed)
        context.visit.settingsChanged.connect(self.changed)

    def enter(self) -> None:
        """Starts the query for the system's printers."""
        super().enter()
        self._give_up()
        asking = self._asking = QProcess(self)
        asking.finished.connect(self._take)
        asking.errorOccurred.connect(self._take)
        self._patience.start()
        asking.start(*ASK_FOR_PRINTERS)
        self.changed.emit()

    def leave(self) -> None:
        self._give_up()

    def _take(self) -> None:
        if self._asking is None:
            return
        answer = bytes(self._asking.readAllStandardOutput().data())
        self._known = answer.decode("utf-8", "replace").split()
        self._answered = True
        self._give_up()
        self.changed.emit()

    def _give_up(self) -> None:
        asking, self._asking = self._asking, None
        self._patience.stop()
        if asking:
            asking.kill()
            asking.waitForFinished(LEAVE_MS)
            asking.deleteLater()

    @Slot(str)
    def choosePrinter(self, name: str) -> None:
        """Sets the printer; an empty name means none."""
        self.set("handout", printer=name)

    @Slot(str)
    def choosePaper(self, paper: str) -> None:
        self.set("handout", paper=paper)

    def _made(self) -> list[PrinterRow]:
        chosen = self.printer
        named = dict.fromkeys([*self._known, *([chosen] if chosen else [])])
        names = [NONE, DEFAULT_PRINTER, *(name for name in named if name != DEFAULT_PRINTER)]
        sorts = {NONE: "none", DEFAULT_PRINTER: "default"}
        return [PrinterRow(name, sorts.get(name, "named")) for name in names]

    noneKnown = _shows(bool, lambda self: self._answered and not self._known)
    """Whether the query is finished and returned no printer, or failed."""
    trialLesson = _shows(str, lambda self: next(iter(self.context.lesson_store.library.heads), ""))
    """The id of the lesson whose handout is printed as a test; empty if there is no lesson."""
    printer = _shows(str, lambda self: self.settings.handout.printer or NONE)
    """The chosen printer's name; empty for none."""
    paper = _shows(str, lambda self: self.settings.handout.paper.value)
    """`a4`, `a5` or `receipt`."""


PAGE = PaperPageModel
