"""Import of recordings from a USB stick: match or split them, listen, save, undo."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.i18n.languages import find_languages
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.stick.watch import StickWatch
from kiosk.staff_pages.studio.worklist import NAMELESS
from kiosk.staff_pages.voice_intake import words, work
from kiosk.staff_pages.voice_intake.work import Judged, Kept, RecordingSet
from kiosk.ui.background.jobs import NOT_DONE, Lane, LatestWork, Ok, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.narration.recordings.candidates import Candidate, Candidates
    from kiosk.usb_import.usb_drives import Stick

WAITING, SETS, LANGUAGES, NAME, CHECK, RESULT = (
    "waiting", "sets", "languages", "name", "check", "result"
)  # fmt: skip
BEFORE = {RESULT: SETS, CHECK: NAME, NAME: LANGUAGES, LANGUAGES: SETS}


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A row: a set of recordings, a language, or a sentence with its recording."""

    name: str
    title: str
    note: str
    sign: str
    ok: bool
    chosen: bool = False
    piece: bool = False
    """Whether the clip was cut from a long recording, so that its cuts can be corrected."""


@qml_type
class VoiceIntakePageModel(PageModel):
    """The pages in order: stick, set of recordings, language, speaker, sentences, result."""

    title = gettext_noop("Nhận tiếng thu")
    icon = "download"
    order = 61

    changed = Signal()

    rows = ShownList(IntakeRow)
    """The rows of the page."""

    _shows: Properties[VoiceIntakePageModel] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._watch = StickWatch(context, self)
        self._watch.found.connect(self._take_sticks)
        self._forget()

    def _forget(self) -> None:
        self._page = WAITING
        self._sticks: tuple[Stick, ...] = ()
        self._sets: tuple[RecordingSet, ...] = ()
        self._set: RecordingSet | None = None
        self._language = self._speaker = ""
        self._judged: Judged | None = None
        self._chosen = -1
        self._kept: Kept | None = None
        self._message = ""
        self._keeping = False
        self._work.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether recordings are being saved or an import is being undone."""
        return self._keeping

    def enter(self) -> None:
        """Starts watching for USB sticks."""
        self._forget()
        self._watch.start()
        self._show(WAITING)

    def leave(self) -> None:
        """Stops the watch and the sound, and discards everything that was not saved."""
        self._watch.stop()
        self.context.speaker.stop()
        self._forget()
        self._show(WAITING)

    def go_back(self) -> bool:
        """Goes one page back; stays while recordings are being saved."""
        if self._keeping:
            return True
        before = BEFORE.get(self._page)
        if before is None:
            return False
        self._work.cancel()
        self.context.speaker.stop()
        self._show(before if self._sets else WAITING)
        return True

    def _show(self, page: str, message: str = "") -> None:
        self._page, self._message = page, message
        rows: dict[str, Callable[[], list[IntakeRow]]] = {
            SETS: self._set_rows,
            LANGUAGES: self._language_rows,
            CHECK: self._clip_rows,
        }
        self.rows.show(rows[page]() if page in rows else [])
        self.changed.emit()

    # The stick.

    def _take_sticks(self, found: tuple[Stick, ...]) -> None:
        if found == self._sticks or self._keeping:
            return
        self._sticks = found
        if self._page in (WAITING, SETS) or not found:
            self._sets = ()
            self._run(
                partial(work.find_sets, found),
                self._take_sets,
                what=gettext_noop("tìm tiếng thu trên USB"),
            )

    def _take_sets(self, sets: tuple[RecordingSet, ...]) -> None:
        self._sets = sets
        if self._page in (WAITING, SETS) or not sets:
            self._show(SETS if sets else WAITING)

    def _run(
        self, do: Callable[[Callable[[], bool]], Any], then: Callable[[Any], None], *, what: str
    ) -> None:
        """Runs `do` off the main thread; a failure is shown on the result page."""

        def take(result: Result[Any]) -> None:
            self._keeping = False
            if isinstance(result, Ok):
                then(result.value)
            else:
                self._show(RESULT, self._why(result.error))

        expected = (*work.refusals(), OSError)
        self._work.run_cancellable(do, take, what=what, lane=Lane.USB, expected=expected)
        self.changed.emit()

    def _why(self, error: BaseException) -> str:
        code = getattr(error, "code", "")
        if type(error).__name__ == "NoScriptError":
            code = "many_scripts" if str(error) else "no_script"
        elif isinstance(error, OSError):
            code = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "disk"
        return words.refusal(code, self.context.translator)

    # Slots called by QML.

    @Slot(str)
    def choose(self, name: str) -> None:
        """Handles a touched row: a set, a language, or a sentence, whose recording is played."""
        if self._page == SETS:
            self._set = next(each for each in self._sets if str(each.path) == name)
            self._show(LANGUAGES)
        elif self._page == LANGUAGES:
            self._language = name
            self._show(NAME)
        elif self._page == CHECK and self._judged:
            self._chosen = int(name)
            clip = self._judged.candidates[self._chosen].clip
            if clip:
                self.context.speaker.hear(clip)
            self._show(CHECK)

    @Slot(str)
    def tellName(self, name: str) -> None:
        """Sets the speaker's name (empty: a numbered name is used) and reads the set."""
        if self._set is None or self._page != NAME:
            return
        self._speaker, self._judged, self._chosen = " ".join(name.split()), None, -1
        self._show(CHECK)
        self._run(
            partial(work.read, self._set.path),
            self._take_judged,
            what=gettext_noop("nghe tiếng thu"),
        )

    def _take_judged(self, judged: Judged) -> None:
        self._judged = judged
        extra = len(judged.brought.extra)
        message = words.filled(words.EXTRA, extra, self.context.translator) if extra else ""
        if judged.brought.consent:
            message = self.context.translator.shown(words.CONSENTS[judged.brought.consent.use])
        if judged.brought.is_cut_short:
            message = self.context.translator.shown(words.CUT_SHORT)
        self._show(CHECK, message)

    @Slot()
    def joinPiece(self) -> None:
        """Joins the chosen piece with the next one."""
        self._recut(lambda brought, at: brought.cuts and brought.cuts.joined(at))

    @Slot()
    def partPiece(self) -> None:
        """Splits the chosen piece in two."""
        self._recut(lambda brought, at: brought.cuts and brought.cuts.parted(at))

    @Slot()
    def dropPiece(self) -> None:
        """Removes the chosen piece."""
        self._recut(lambda brought, at: brought.cuts and brought.cuts.dropped(at))

    def _recut(self, change: Callable[[Candidates, int], Any]) -> None:
        if self._judged is None or self._piece_at is None:
            return
        brought = self._judged.brought
        cuts = change(brought, self._piece_at)
        if cuts and cuts != brought.cuts:
            self._run(
                lambda _: work.judge(replace(brought, cuts=cuts)),
                self._take_judged,
                what=gettext_noop("cắt lại tiếng thu"),
            )

    @Slot()
    def keepAll(self) -> None:
        """Saves every recording without a flaw."""
        if self._judged is None or self._work.is_busy or self._set is None:
            return
        self._keeping = True
        judged, folders = self._judged, self.context.folders
        origin = work.Origin(
            self._language,
            self._speaker,
            self.context.translator.shown(NAMELESS),
            self._set.name,
        )
        self._run(
            lambda _: work.keep(folders, judged, origin),
            self._take_kept,
            what=gettext_noop("cất tiếng thu"),
        )

    def _take_kept(self, kept: Kept) -> None:
        self._kept = kept
        self.context.visit.restart_idle_timer()  # restart the idle timer for reading
        self._show(RESULT, words.filled(words.KEPT, len(kept.takes), self.context.translator))

    @Slot()
    def takeBack(self) -> None:
        """Undoes the import that was just saved."""
        kept, self._kept = self._kept, None
        if kept is None:
            return
        self._keeping = True
        folders = self.context.folders
        self._run(
            lambda _: work.undo(folders, kept),
            lambda count: self._show(
                RESULT, words.filled(words.TAKEN_BACK, count, self.context.translator)
            ),
            what=gettext_noop("hoàn tác tiếng thu"),
        )

    # Properties read by QML.

    @property
    def _piece_at(self) -> int | None:
        """The index of the chosen piece of the long recording; None if none is chosen."""
        if self._judged is None or self._judged.brought.cuts is None:
            return None
        at = self._chosen - len(self._judged.brought.ready)
        return at if 0 <= at < len(self._judged.brought.cuts.pieces) else None

    def _set_rows(self) -> list[IntakeRow]:
        return [self._set_row(each) for each in self._sets]

    def _set_row(self, each: RecordingSet) -> IntakeRow:
        shown = self.context.translator
        notes = [words.filled(words.SOUNDS, each.sounds, shown)] if each.sounds else []
        if not each.has_script:
            notes.append(shown.shown(words.NO_SCRIPT_NOTE))
        sign = "folder" if each.has_script else "warning"
        return IntakeRow(str(each.path), each.name, " · ".join(notes), sign, each.has_script)

    def _language_rows(self) -> list[IntakeRow]:
        known = find_languages(*self.context.folders.translation_folders)
        return [IntakeRow(code, each.name, "", "language", ok=True) for code, each in known.items()]

    def _clip_rows(self) -> list[IntakeRow]:
        candidates = self._judged.candidates if self._judged else ()
        return [self._clip_row(at, each) for at, each in enumerate(candidates)]

    def _clip_row(self, at: int, each: Candidate) -> IntakeRow:
        shown = self.context.translator
        notes = [each.label] if each.label else []
        if each.clip:
            seconds = f"{each.clip.duration_ms / 1000:.1f}".replace(".", ",")
            notes.append(words.filled(words.SECONDS, seconds, shown))
        if each.flaw:
            notes.append(shown.shown(words.FLAWS.get(each.flaw, NOT_DONE)))
        elif each.by_order and each.label:
            notes.append(shown.shown(words.BY_ORDER))
        sign = "warning" if each.flaw else "hear"
        return IntakeRow(
            str(at),
            f"{each.row.said_number}. {each.row.text}" if each.row.said_number else each.row.text,
            " · ".join(notes),
            sign,
            ok=not each.flaw,
            chosen=at == self._chosen,
            piece=not each.label and each.clip is not None,
        )

    page = _shows(str, lambda self: self._page)
    """The page shown: `waiting`, `sets`, `languages`, `name`, `check` or `result`."""
    working = _shows(bool, lambda self: self._work.is_busy)
    """Whether a job of this page is running."""
    message = _shows(str, lambda self: self._message)
    """The message about the last job, or why it failed."""

    @Property(int, notify=changed)
    def good(self) -> int:
        """How many recordings can be saved."""
        candidates = self._judged.candidates if self._judged else ()
        return sum(bool(each.clip) and not each.flaw for each in candidates)

    pieceChosen = _shows(bool, lambda self: self._piece_at is not None)
    """Whether a piece of the long recording is chosen, whose cuts can be corrected."""
    mayUndo = _shows(bool, lambda self: self._page == RESULT and self._kept is not None)
    """Whether the last import can be undone."""


PAGE = VoiceIntakePageModel
