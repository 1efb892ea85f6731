"""The languages that the running kiosk has: folders that come and go, and how much is in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.folders import Folders
from kiosk.i18n.languages import Language, find_languages
from kiosk.player.coverage import Coverage
from kiosk.ui.folder_watch import FolderWatch
from kiosk.ui.jobs import Jobs
from kiosk.ui.speaker import Narrator

if TYPE_CHECKING:
    from kiosk.content.library import Library
    from kiosk.ui.language_survey import Survey


class LanguageShelf(QObject):
    """Looks at them on another thread whenever lessons, translations or voices have changed."""

    changed = Signal()

    def __init__(
        self,
        folders: Folders,
        narrator: Narrator,
        library: Callable[[], Library],
        jobs: Jobs,
        parent: QObject,
        *,
        unreviewed: bool,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._narrator = narrator
        self._library = library
        self._jobs = jobs
        self._unreviewed = unreviewed
        self._found: Survey | None = None
        self._turn = 0
        self._working = self._closed = False
        self._watch: FolderWatch | None = None
        self._at_first = find_languages(folders.translations)
        narrator.abilitiesChanged.connect(self.refresh)

    @property
    def known(self) -> Mapping[str, Language]:
        """Every language that has a folder in order."""
        return self._found.known if self._found else self._at_first

    @property
    def coverage(self) -> Mapping[str, Coverage]:
        """How much of each is there; nothing as long as nobody has counted."""
        return self._found.coverage if self._found else {}

    @property
    def troubles(self) -> tuple[str, ...]:
        """What staff should know of the files, in Vietnamese."""
        return self._found.troubles if self._found else ()

    @property
    def found(self) -> Survey | None:
        """Everything that the last look found."""
        return self._found

    def follow(self) -> None:
        """From now on, take up whatever changes in the translations folder."""
        self._watch = FolderWatch(self)
        self._watch.settled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look again, once it is known which voices there are."""
        self._turn += 1
        if not (self._working or self._closed) and self._narrator.abilities is not None:
            self._look()

    def close(self) -> None:
        """Leave; what is being looked at is left for another time."""
        self._turn += 1
        self._closed = True
        if self._watch:
            self._watch.deleteLater()
            self._watch = None

    def _look(self) -> None:
        turn = self._turn
        library = self._library()
        abilities = tuple(self._narrator.abilities)
        before, translations = self._found, self._folders.translations
        unreviewed = self._unreviewed

        def look() -> tuple[Survey | None, frozenset[str]]:
            from kiosk.ui import language_survey  # noqa: PLC0415 - not for the first frame

            found = language_survey.survey(
                translations,
                library,
                abilities,
                before,
                unreviewed=unreviewed,
                is_stale=lambda: turn != self._turn,
            )
            return found, language_survey.watched_in(translations)

        self._working = True
        self._jobs.run(look, lambda answer: self._take(turn, *answer))

    def _take(self, turn: int, found: Survey | None, watched: frozenset[str]) -> None:
        self._working = False
        if self._closed:
            return
        if self._watch:
            self._watch.follow(watched)
        if found:
            self._found = found
            self.changed.emit()
        if turn != self._turn:
            self.refresh()
