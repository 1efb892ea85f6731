"""Review of recordings by a second person, and withdrawal of a speaker's recordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, Verdict, is_same_person
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.listen.withdrawing import VoiceWithdrawal
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.studio.worklist import clip_in
from kiosk.ui.background.jobs import NOT_DONE, LatestWork, Ok, Result

if TYPE_CHECKING:
    from kiosk.folders import Folders
    from kiosk.narration.utterance import Clip

LANGUAGES, NAME, RECORDING, DONE = "languages", "name", "recording", "done"
OWNERS, OWNER = "owners", "owner"
BEFORE = {DONE: LANGUAGES, RECORDING: LANGUAGES, NAME: LANGUAGES, OWNERS: LANGUAGES, OWNER: OWNERS}
NOTHING = Take("", "", "")
NOT_WRITTEN = gettext_noop("Máy ghi không được. Gọi người trông máy.")


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """The recordings of a language that have no verdict yet."""

    recordings: Recordings
    takes: tuple[Take, ...]


@dataclass(frozen=True, slots=True)
class ListenRow:
    """A language with the number of recordings to review, shown as a button."""

    code: str
    name: str
    waiting: int


def find_unreviewed(folders: Folders) -> dict[str, Unreviewed]:
    """The recordings without a verdict, by language code; slow, so call it on another thread."""
    found = {}
    for code in find_languages(*folders.translation_folders):
        recordings = Recordings(folders.recordings, code)
        takes = tuple(take for take in recordings.takes if not take.verdict)
        if takes:
            found[code] = Unreviewed(recordings, takes)
    return found


@qml_type
class ListenPageModel(PageModel):
    """The pages in order: language, listener's name, each recording; and the list of speakers."""

    title = gettext_noop("Giọng đã thu")
    icon = "hear"
    order = 62

    changed = Signal()

    languages = ShownList(ListenRow)
    """The languages with recordings to review."""

    _has: Properties[ListenPageModel] = Properties()
    _shows: Properties[ListenPageModel] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._reading, self._writing = LatestWork(context.jobs), LatestWork(context.jobs)
        self._withdrawal = VoiceWithdrawal(context, self)
        self._forget()

    def _forget(self) -> None:
        self._page, self._message = LANGUAGES, ""
        self._unreviewed: dict[str, Unreviewed] = {}
        self._language, self._listener = "", ""
        self._takes: tuple[Take, ...] = ()
        self._at = 0
        self._reading.cancel()
        self._withdrawal.forget()

    @property
    def is_busy(self) -> bool:
        """Whether a verdict is being written or a withdrawal is running."""
        return self._writing.is_busy or self._withdrawal.is_busy

    def enter(self) -> None:
        self._forget()
        self._read()

    def leave(self) -> None:
        """Stops the sound and clears the listener's name and the lists."""
        self.context.speaker.stop()
        self._forget()
        self.changed.emit()

    def go_back(self) -> bool:
        before = BEFORE.get(self._page)
        if before is None:
            return False
        self.context.speaker.stop()
        self._page = before
        if before == OWNERS:
            self.showOwners()
        else:
            self._read()
        return True

    def hear_again(self) -> bool:
        """Plays the sentence and its recording again, if one is shown."""
        if self._page == RECORDING:
            self._hear()
        return self._page == RECORDING

    def _read(self) -> None:
        folders = self.context.folders
        self._reading.run(
            lambda: find_unreviewed(folders),
            self._take_unreviewed,
            what=gettext_noop("tìm bản thu chờ nghe duyệt"),
            expected=(OSError,),
        )
        self.changed.emit()

    def _take_unreviewed(self, result: Result[dict[str, Unreviewed]]) -> None:
        self._unreviewed = result.value if isinstance(result, Ok) else {}
        known = find_languages(*self.context.folders.translation_folders)
        self.languages.show(
            [
                ListenRow(code, known[code].name, len(each.takes))
                for code, each in self._unreviewed.items()
            ]
        )
        self.changed.emit()

    @property
    def _take(self) -> Take:
        return self._takes[self._at] if self._at < len(self._takes) else NOTHING

    def _go_to(self, at: int) -> None:
        self._at = max(0, at)
        self._page = RECORDING if self._at < len(self._takes) else DONE
        if self._page == RECORDING:
            self._hear()
        else:
            self.context.speaker.stop()
        self.changed.emit()

    def _hear(self) -> None:
        """Speaks the Vietnamese sentence, then plays its recording."""
        take = self._take
        path = self._unreviewed[self._language].recordings.path_of(take)

        def then(result: Result[Clip]) -> None:
            if isinstance(result, Ok) and take == self._take and self._page == RECORDING:
                self.context.speaker.hear(result.value, before=(Line(take.text, language=SOURCE),))

        self._reading.run(
            lambda: clip_in(path), then, what=gettext_noop("mở bản thu"), expected=(OSError,)
        )

    def _judge(self, verdict: Verdict) -> None:
        if self._writing.is_busy or self._page != RECORDING:
            return
        recordings, take, listener = (
            self._unreviewed[self._language].recordings,
            self._take,
            self._listener,
        )
        self._message = ""
        self._writing.run(
            lambda: recordings.judge(take, verdict, listener),
            self._take_judged,
            what=gettext_noop("ghi kết quả nghe duyệt"),
            expected=(OSError, KeyError),
        )

    def _take_judged(self, result: Result[Take]) -> None:
        if isinstance(result, Ok):
            judged = result.value
            self._takes = tuple(
                judged if each.number == judged.number else each for each in self._takes
            )
        elif not isinstance(result.error, KeyError):  # KeyError: the recording was deleted; skip it
            self._message = NOT_WRITTEN if isinstance(result.error, OSError) else NOT_DONE
            self.changed.emit()
            return
        self._go_to(self._at + 1)

    # Slots called by QML.

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self._language = code
        self._page = NAME
        self.changed.emit()

    @Slot(str)
    def tellName(self, name: str) -> None:
        """Sets the listener's name; her own recordings are left out."""
        self._listener = " ".join(name.split())
        if self._listener:
            takes = self._unreviewed[self._language].takes
            self._takes = tuple(
                each for each in takes if not is_same_person(each.speaker, self._listener)
            )
            self._go_to(0)

    @Slot()
    def showOwners(self) -> None:
        """Shows all speakers; a withdrawal made before can no longer be undone."""
        self._page = OWNERS
        self._withdrawal.forget()
        self._withdrawal.look()
        self.changed.emit()

    @Slot(str)
    def chooseOwner(self, name: str) -> None:
        self._withdrawal.choose(name)
        self._page = OWNER
        self.changed.emit()

    @Slot()
    def sayRight(self) -> None:
        self._judge(Verdict.RIGHT)

    @Slot()
    def sayAgain(self) -> None:
        """Marks the recording as one to be recorded again."""
        self._judge(Verdict.AGAIN)

    @Slot()
    def hearRecording(self) -> None:
        """Plays the sentence and its recording again."""
        self._hear()

    @Slot(int)
    def turn(self, recordings: int) -> None:
        """Moves this many recordings forward (or back, if negative) without a verdict."""
        if not self._writing.is_busy:
            self._go_to(self._at + recordings)

    # Properties read by QML.

    withdrawal = _has(VoiceWithdrawal, lambda self: self._withdrawal)
    """Withdraws a speaker's recordings."""
    page = _shows(str, lambda self: self._page)
    """The page shown: `languages`, `name`, `recording`, `done`, `owners` or `owner`."""
    working = _shows(bool, lambda self: self._reading.is_busy or self._writing.is_busy)
    """Whether recordings are being read or a verdict is being written."""
    message = _shows(
        str, lambda self: self.context.translator.shown(self._message) if self._message else ""
    )
    """Why the verdict was not saved; empty if there was no error."""
    source = _shows(str, lambda self: self._take.text)
    """The Vietnamese sentence."""
    spoken = _shows(str, lambda self: self._take.spoken)
    """The transcript of the recording; empty if there is none."""
    verdict = _shows(str, lambda self: self._take.verdict.value)
    """The verdict: `right`, `again`, or empty if there is none yet."""
    number = _shows(int, lambda self: self._at + 1)
    """The number of the recording, counted from 1."""
    count = _shows(int, lambda self: len(self._takes))


PAGE = ListenPageModel
