"""Withdrawal of a speaker's recordings: her consent, the consequences, and the undo."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.consent import ConsentListError
from kiosk.narration.recordings.withdrawal import Voice, Withdrawn, give_back, voices_in, withdraw
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.consenting import CHOICES
from kiosk.ui.background.jobs import NOT_DONE, LatestWork, Ok, Result

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kiosk.folders import Folders

CLIPS = gettext_noop("{language} · {count} bản thu")
ALLOWED = gettext_noop("{speaker} cho dùng giọng: {use}, ngày {day}.")
NAMELESS = gettext_noop("Chưa ghi tên, đưa vào ngày {day}, lúc {time}")
NEVER_ASKED = gettext_noop("{speaker} chưa nói lời đồng ý nào.")
FALLS_BACK = gettext_noop(
    "Rút lại thì {count} bản thu bị xóa hết, cả lời đồng ý. {only} câu chưa ai khác thu: "
    "ở đó máy nói tiếng Việt."
)
FALLS_TO_MACHINE = gettext_noop(
    "Rút lại thì {count} bản thu bị xóa hết, cả lời đồng ý. {only} câu chưa ai khác thu: "
    "ở đó máy đọc."
)
GONE = gettext_noop(
    "Đã xóa {count} bản thu của {speaker}. Chưa rời trang này thì còn hoàn tác được."
)
LESSONS = gettext_noop("Thôi dạy bằng {language}: {titles}.")
COPIES = gettext_noop(
    "Bản sao lưu, gói và kho đã đưa đi còn giọng ấy: làm lại, hoặc báo nơi đã nhận."
)
CODE = gettext_noop("Mã của người ấy trong kho: {code}.")
BACK = gettext_noop("Giọng của {speaker} đã trở lại.")
BROKEN_LIST = gettext_noop("Danh sách lời đồng ý bị hỏng. Gọi người trông máy.")
DISK = gettext_noop("Máy ghi không được. Gọi người trông máy.")
DISK_FULL = gettext_noop("Ổ đĩa của máy đã đầy. Xóa bớt rồi làm lại.")


@dataclass(frozen=True, slots=True)
class VoiceOwnerRow:
    """A speaker and a language in which she has recordings."""

    name: str
    title: str
    note: str


def _name_of(voice: Voice) -> str:
    return f"{voice.language}:{voice.speaker}"


def voices_of(folders: Folders) -> tuple[Voice, ...]:
    """All speakers in all languages; slow, so call it on another thread."""
    codes = find_languages(*folders.translation_folders)
    return tuple(voice for code in codes for voice in voices_in(folders.recordings, code))


@qml_type
class VoiceWithdrawal(QObject):
    """Lists speakers and withdraws the recordings of one; can be undone until the page is left."""

    changed = Signal()

    rows = ShownList(VoiceOwnerRow)
    """All speakers with their languages."""

    _shows: Properties[VoiceWithdrawal] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work = LatestWork(context.jobs)
        context.visit.languageChoice.changed.connect(self.changed)
        self.forget()

    def forget(self) -> None:
        """Clears everything; a withdrawal made before can no longer be undone."""
        self._voices: tuple[Voice, ...] = ()
        self._voice: Voice | None = None
        self._withdrawn: Withdrawn | None = None
        self._taught: dict[str, str] = {}
        self._message = ""
        self._work.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether recordings are being read, deleted or restored."""
        return self._work.is_busy

    def look(self) -> None:
        folders = self._context.folders
        self._run(
            lambda: voices_of(folders), self._take_voices, what=gettext_noop("tìm người đã thu")
        )

    def _run(self, do: Callable[[], Any], then: Callable[[Any], None], *, what: str) -> None:
        def take(result: Result[Any]) -> None:
            if isinstance(result, Ok):
                then(result.value)
            else:
                self._message = self._why(result.error)
            self.changed.emit()

        self._message = ""
        self._work.run(do, take, what=what, expected=(OSError, ConsentListError))
        self.changed.emit()

    def _why(self, error: BaseException) -> str:
        if isinstance(error, ConsentListError):
            return self._say(BROKEN_LIST)
        if not isinstance(error, OSError):
            return self._say(NOT_DONE)
        return self._say(DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else DISK)

    def _take_voices(self, found: tuple[Voice, ...]) -> None:
        self._voices = found
        self.rows.show(
            [
                VoiceOwnerRow(
                    _name_of(each),
                    self._titled(each),
                    self._say(CLIPS, language=self._named(each.language), count=each.clips),
                )
                for each in found
            ]
        )

    def _titled(self, voice: Voice) -> str:
        """The speaker's name; if she gave none, the time at which her recordings were imported."""
        if voice.is_named:
            return voice.speaker
        time = voice.speaker.partition("T")[2][:5]
        return self._say(NAMELESS, day=_day(voice.speaker), time=time)

    def _named(self, code: str) -> str:
        known = self._context.visit.languageChoice.known
        return known[code].name if code in known else code

    def _say(self, text: str, /, **values: object) -> str:
        return self._context.translator.shown(text).format(**values)

    def _lessons_of(self, code: str) -> dict[str, str]:
        """The lessons that can be taught in a language now, and their titles."""
        coverage = self._context.visit.languageChoice.offered_language(code).coverage
        return dict(coverage.teachable.lessons) if coverage else {}

    # Slots called by QML.

    @Slot(str)
    def choose(self, name: str) -> None:
        at = next(
            n for n, each in enumerate(self._voices) if f"{each.language}:{each.speaker}" == name
        )
        self._voice, self._withdrawn, self._message = self._voices[at], None, ""
        self.changed.emit()

    @Slot()
    def withdraw(self) -> None:
        """Withdraws all recordings of the chosen speaker in the chosen language."""
        voice, folders = self._voice, self._context.folders
        if voice is None or self._work.is_busy or self._withdrawn:
            return
        self._taught = self._lessons_of(voice.language)

        def then(gone: Withdrawn) -> None:
            self._withdrawn = gone
            self._context.visit.restart_idle_timer()  # restart the idle timer for reading

        self._run(
            lambda: withdraw(
                folders.recordings, voice.language, voice.speaker, folders.voice_cache
            ),
            then,
            what=gettext_noop("rút lại giọng"),
        )

    @Slot()
    def undo(self) -> None:
        """Restores the recordings that were just withdrawn."""
        voice, gone, folders = self._voice, self._withdrawn, self._context.folders
        if voice is None or gone is None or self._work.is_busy:
            return

        def then(_: None) -> None:
            self._withdrawn = None
            self._message = self._say(BACK, speaker=self._titled(voice))

        self._run(
            lambda: give_back(folders.recordings, gone),
            then,
            what=gettext_noop("trả lại giọng đã rút"),
        )

    # Properties read by QML.

    working = _shows(bool, lambda self: self._work.is_busy)
    """Whether recordings are being read, deleted or restored."""
    taken = _shows(bool, lambda self: self._withdrawn is not None)
    """Whether the chosen speaker's recordings were withdrawn and can be restored."""

    @Property(str, notify=changed)
    def allowed(self) -> str:
        """The use to which the chosen speaker consented, as a sentence."""
        voice = self._voice
        if voice is None:
            return ""
        if voice.consent is None:
            return self._say(NEVER_ASKED, speaker=self._titled(voice))
        use = self._say(CHOICES[voice.consent.use.value].title)
        day = _day(voice.consent.given_at)
        return self._say(ALLOWED, speaker=self._titled(voice), use=use, day=day)

    @Property(str, notify=changed)
    def consequence(self) -> str:
        """What a withdrawal would delete; after it, what it deleted."""
        voice, gone = self._voice, self._withdrawn
        if voice is None:
            return ""
        if gone is None:
            text = FALLS_TO_MACHINE if voice.language == SOURCE else FALLS_BACK
            return self._say(text, count=voice.clips, only=voice.only_hers)
        sentences = [self._say(GONE, count=len(gone.clips), speaker=self._titled(voice))]
        still = self._lessons_of(voice.language)
        lost = [title for name, title in self._taught.items() if name not in still]
        if lost:
            language = self._named(voice.language)
            sentences.append(self._say(LESSONS, language=language, titles=", ".join(lost)))
        sentences.append(self._say(COPIES))
        if gone.consent:
            sentences.append(self._say(CODE, code=gone.consent.code))
        return " ".join(sentences)

    message = _shows(str, lambda self: self._message)
    """Why the last action failed, or that the recordings were restored; else empty."""


def _day(at: str) -> str:
    try:
        return datetime.fromisoformat(at).strftime("%d/%m/%Y")
    except ValueError:
        return at
