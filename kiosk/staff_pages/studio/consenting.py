"""A speaker's consent to the use of her voice: chosen, then recorded before the first sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line
from kiosk.narration.recordings.consent import (
    WORDINGS,
    Consent,
    ConsentListError,
    Consents,
    Use,
)
from kiosk.narration.recordings.sentence import sentence_words
from kiosk.narration.recordings.take import is_same_person
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.recording_session import RecordingSession
from kiosk.staff_pages.studio.refusals import of_disk
from kiosk.staff_pages.studio.tile_row import StudioTileRow
from kiosk.ui.background.jobs import LatestWork, Ok, Result


@dataclass(frozen=True, slots=True)
class ConsentChoice:
    """A use of the recordings, shown as a tile."""

    use: Use
    title: str
    icon: str

    @property
    def wording(self) -> Line:
        """The sentence that the speaker reads aloud to consent."""
        return WORDINGS[self.use]


CHOICES = {
    choice.use.value: choice
    for choice in (
        ConsentChoice(Use.THIS_KIOSK, gettext_noop("Chỉ ki-ốt này"), "home"),
        ConsentChoice(Use.ALL_KIOSKS, gettext_noop("Mọi ki-ốt"), "people"),
        ConsentChoice(Use.OPEN_CORPUS, gettext_noop("Tặng mọi người"), "gift"),
    )
}


@qml_type
class StudioConsent(QObject):
    """Requests consent once per speaker and language, and saves it as a recording."""

    changed = Signal()
    given = Signal()
    """The consent was saved."""

    uses = ShownList(StudioTileRow)
    """The uses to choose from."""

    def __init__(self, context: StaffContext, session: RecordingSession, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._writing = LatestWork(context.jobs)
        self.forget()

    def forget(self) -> None:
        """Clears the choice and the list of speakers who consented."""
        self._choice: ConsentChoice | None = None
        self.agreed: tuple[str, ...] = ()
        """The speakers who consented since the page was entered."""

    @property
    def is_busy(self) -> bool:
        """Whether the consent is being saved."""
        return self._writing.is_busy

    def is_given(self, speaker: str, before: Iterable[str]) -> bool:
        """Whether the speaker is in `before` or consented since the page was entered."""
        return any(is_same_person(each, speaker) for each in (*before, *self.agreed))

    def ask(self) -> None:
        """Shows and speaks the choices, or the sentence to read aloud once one is chosen."""
        shown = self._context.translator.shown
        self.uses.show(
            [StudioTileRow(name, shown(each.title), each.icon) for name, each in CHOICES.items()]
        )
        if self._choice:
            self._session.say(prompts.STUDIO_SAY_CONSENT, self._choice.wording)
        else:
            wordings = (each.wording for each in CHOICES.values())
            self._session.say(prompts.STUDIO_CONSENT, *wordings, prompts.STUDIO_MAY_WITHDRAW)

    def choose(self, use: str) -> None:
        """Chooses a use; an empty string clears the choice."""
        self._choice = CHOICES.get(use)
        if self._choice:
            self._session.open()
            self._session.expect(len(sentence_words(self._choice.wording.text)))
        self.changed.emit()

    def keep(self, consents: Consents, speaker: str, dialect: str) -> None:
        """Saves the recorded consent."""
        clip, choice = self._session.clip, self._choice
        if clip is None or choice is None or self.is_busy:
            return
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        consent = Consent(speaker, "", choice.use, now, choice.wording.text, dialect=dialect)
        self._writing.run(
            lambda: consents.give(consent, clip),
            self._take,
            what=gettext_noop("cất lời đồng ý"),
            expected=(OSError, ConsentListError),
        )

    def tell_dialect(self, consents: Consents, speaker: str, dialect: str) -> None:
        """Saves the dialect of a speaker who consented before."""
        self._writing.run(
            lambda: consents.tell_dialect(speaker, dialect),
            self._take_dialect,
            what=gettext_noop("cất lời đồng ý"),
            expected=(OSError, ConsentListError),
        )

    def _take_dialect(self, result: Result[Consent]) -> None:
        if not isinstance(result, Ok):
            self._session.show_message(of_disk(result.error))

    def _take(self, result: Result[Consent]) -> None:
        if isinstance(result, Ok):
            self.agreed = (*self.agreed, result.value.speaker)
            self.given.emit()
        else:
            self._session.show_message(of_disk(result.error))

    @Slot(str)
    def hear(self, use: str) -> None:
        """Speaks the wording of a use."""
        self._session.say(CHOICES[use].wording)

    @Property(str, notify=changed)
    def wording(self) -> str:
        """The sentence to read aloud; empty before a use is chosen."""
        return self._context.translator.shown(self._choice.wording.text) if self._choice else ""
