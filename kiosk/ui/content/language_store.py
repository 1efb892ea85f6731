"""The languages of the running kiosk and their coverage; language folders may come and go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import Folders
from kiosk.i18n.languages import Language
from kiosk.ui.background.folder_watch import FolderWatch
from kiosk.ui.background.jobs import Jobs, LatestWork, Ok, Result

if TYPE_CHECKING:
    from kiosk.library.library import Library
    from kiosk.narration.engine import Ability
    from kiosk.player.coverage import Coverage
    from kiosk.ui.content.language_scan import LanguageScan
    from kiosk.ui.sound.narrator import Narrator


class LanguageStore(QObject):
    """Rescans the languages in a job whenever lessons, translations or voices have changed."""

    changed = Signal()

    def __init__(
        self,
        folders: Folders,
        narrator: Narrator,
        library: Callable[[], Library],
        jobs: Jobs,
        parent: QObject,
        *,
        known: Mapping[str, Language],
        unreviewed: bool,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._narrator = narrator
        self._library = library
        self._work = LatestWork(jobs)
        self._unreviewed = unreviewed
        self._found: LanguageScan | None = None
        self._closed = False
        self._watch: FolderWatch | None = None
        self._at_first = known
        narrator.abilitiesChanged.connect(self.refresh)

    @property
    def known(self) -> Mapping[str, Language]:
        """Every language with a valid folder."""
        return self._found.known if self._found else self._at_first

    @property
    def coverage(self) -> Mapping[str, Coverage]:
        """The coverage of each language; empty before the first scan is done."""
        return self._found.coverage if self._found else {}

    @property
    def troubles(self) -> tuple[str, ...]:
        """Problems of the language files, for staff, in Vietnamese."""
        return self._found.troubles if self._found else ()

    @property
    def found(self) -> LanguageScan | None:
        """The result of the last scan; None before the first."""
        return self._found

    def follow(self) -> None:
        """Scans the languages now and after every change in the translation folders."""
        self._watch = FolderWatch(self)
        self._watch.settled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Scans the languages again; does nothing until the voices are known."""
        abilities = self._narrator.abilities
        if not self._closed and abilities is not None:
            self._look(tuple(abilities))

    def close(self) -> None:
        """Stops watching and discards the result of a running scan."""
        self._closed = True
        self._work.cancel()
        if self._watch:
            self._watch.deleteLater()
            self._watch = None

    def _look(self, abilities: tuple[Ability, ...]) -> None:
        library = self._library()
        before, translations = self._found, self._folders.translation_folders
        packs = str(self._folders.packs)
        unreviewed = self._unreviewed

        def look(is_stale: Callable[[], bool]) -> tuple[LanguageScan | None, frozenset[str]]:
            from kiosk.ui.content import language_scan  # noqa: PLC0415 - not for the first frame

            found = language_scan.scan(
                translations,
                library,
                abilities,
                before,
                unreviewed=unreviewed,
                is_stale=is_stale,
            )
            return found, language_scan.paths_to_watch(translations) | {packs}

        self._work.run_cancellable(look, self._take, what=gettext_noop("xem các thứ tiếng"))

    def _take(self, result: Result[tuple[LanguageScan | None, frozenset[str]]]) -> None:
        """Stores the result; after a failure the old one is kept and the folders stay watched."""
        if not isinstance(result, Ok):
            if self._watch:
                self._watch.follow(set(map(str, self._folders.translation_folders)))
            return
        found, watched = result.value
        if self._watch:
            self._watch.follow(watched)
        if found:
            self._found = found
            self.changed.emit()
