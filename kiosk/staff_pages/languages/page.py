"""Choice and order of the languages offered to learners."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """The coverage of a language, whether it is offered, and whether learners see it."""

    code: str
    name: str
    offered: bool
    seen: bool
    """Whether its coverage is sufficient to show it to learners."""
    counted: bool
    """Whether the following three sentence counts are known."""
    spoken: int
    written: int
    total: int
    may_rise: bool
    last: bool
    """Whether it is the only language that learners see."""


@qml_type
class LanguagesPageModel(SettingsPageModel):
    """Turns languages on and off; at least one stays on."""

    title = gettext_noop("Ngôn ngữ")
    icon = "internet"
    order = 64
    sections = ("languages",)

    languages = ShownList(LanguageRow)
    """The offered languages, then the others."""

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._languages = context.visit.languageChoice
        context.visit.settingsChanged.connect(self._fill)
        self._languages.changed.connect(self._fill)
        self._fill()

    def _offered(self) -> list[str]:
        return list(self.settings.languages.in_order(self._languages.known))

    @Slot(str)
    def toggle(self, code: str) -> None:
        """Turns a language on or off; the only one that learners see stays on."""
        offered, hidden = self._offered(), list(self.settings.languages.hidden)
        if code in hidden:
            hidden.remove(code)
            offered.append(code)
        elif not self._is_last(code, offered):
            offered.remove(code)
            hidden.append(code)
        self.set("languages", offered=tuple(offered), hidden=tuple(hidden))

    def _is_last(self, code: str, offered: list[str]) -> bool:
        """Whether it is the only language that learners see."""
        return [each for each in offered if self._languages.offered_language(each).is_offered] == [
            code
        ]

    @Slot(str)
    def moveUp(self, code: str) -> None:
        """Moves a language one place up."""
        offered = self._offered()
        at = offered.index(code) if code in offered else 0
        if at:
            offered[at - 1], offered[at] = offered[at], offered[at - 1]
            self.set("languages", offered=tuple(offered))

    def _fill(self) -> None:
        offered = self._offered()
        others = sorted(self._languages.known.keys() - set(offered))
        self.languages.show([self._row(code, offered) for code in [*offered, *others]])

    def _row(self, code: str, offered: list[str]) -> LanguageRow:
        offered_language = self._languages.offered_language(code)
        coverage = offered_language.coverage
        return LanguageRow(
            code=code,
            name=offered_language.language.name,
            offered=code in offered,
            seen=offered_language.is_offered,
            counted=coverage is not None,
            spoken=coverage.spoken if coverage else 0,
            written=coverage.written if coverage else 0,
            total=coverage.total if coverage else 0,
            may_rise=code in offered[1:],
            last=self._is_last(code, offered),
        )


PAGE = LanguagesPageModel
