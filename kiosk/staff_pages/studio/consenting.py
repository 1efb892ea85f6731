"""What a speaker allows with her voice: chosen, then said aloud, before the first sentence."""

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
    """One of the uses, as a tile shows it."""

    use: Use
    title: str
    icon: str

    @property
    def wording(self) -> Line:
        """What she says, to consent."""
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
    """Asks each speaker once in each language, and keeps what she says in her own voice."""

    changed = Signal()
    given = Signal()
    """It lies on the disk."""

    uses = ShownList(StudioTileRow)
    """What may be done with a voice."""

    def __init__(self, context: StaffContext, session: RecordingSession, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._writing = LatestWork(context.jobs)
        self.forget()

    def forget(self) -> None:
        """Nothing of the speaker is left."""
        self._choice: ConsentChoice | None = None
        self.agreed: tuple[str, ...] = ()
        """Who has consented in this stay."""

    @property
    def is_busy(self) -> bool:
        """Whether it is being written."""
        return self._writing.is_busy

    def is_given(self, speaker: str, before: Iterable[str]) -> bool:
        """Whether she has consented, now or before."""
        return any(is_same_person(each, speaker) for each in (*before, *self.agreed))

    def ask(self) -> None:
        """Show and say the choices, or say the sentence that is to be said."""
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
        """One of the uses; an empty one is none."""
        self._choice = CHOICES.get(use)
        if self._choice:
            self._session.open()
            self._session.expect(len(sentence_words(self._choice.wording.text)))
        self.changed.emit()

    def keep(self, consents: Consents, speaker: str, dialect: str) -> None:
        """Keep what was just heard."""
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
        """Note which dialect somebody speaks who has consented before."""
        self._writing.run(
            lambda: consents.tell_dialect(speaker, dialect),
            self._take_dialect,
            what=gettext_noop("cất lời đồng ý"),
            expected=(OSError, ConsentListError),
        )

    def _take_dialect(self, result: Result[Consent]) -> None:
        if not isinstance(result, Ok):
            self._session.tell(of_disk(result.error))

    def _take(self, result: Result[Consent]) -> None:
        if isinstance(result, Ok):
            self.agreed = (*self.agreed, result.value.speaker)
            self.given.emit()
        else:
            self._session.tell(of_disk(result.error))

    @Slot(str)
    def hear(self, use: str) -> None:
        """The ear beside one of the uses was touched."""
        self._session.say(CHOICES[use].wording)

    @Property(str, notify=changed)
    def wording(self) -> str:
        """What she is to say; empty before she has chosen."""
        return self._context.translator.shown(self._choice.wording.text) if self._choice else ""
