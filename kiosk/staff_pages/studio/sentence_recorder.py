"""Recording of the sentences of a topic, one after the other."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import SILENCE, Line
from kiosk.narration.recordings.sentence import sentence_key, sentence_words
from kiosk.narration.recordings.take import Take
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.recording_session import RecordingSession
from kiosk.staff_pages.studio.refusals import of_disk
from kiosk.staff_pages.studio.worklist import KIT, RecordingTopic, Worklist, clip_in, is_missing
from kiosk.ui.background.jobs import LatestWork, Ok, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.narration.recordings.similarity import SimilarRecording
    from kiosk.narration.utterance import Clip

T = TypeVar("T")


@qml_type
class SentenceRecorder(QObject):
    """Shows one sentence; a recording is on the disk before the next sentence is shown."""

    changed = Signal()
    finished = Signal()
    """All sentences of the topic are recorded."""

    _shows: Properties[SentenceRecorder] = Properties(changed)

    def __init__(self, context: StaffContext, session: RecordingSession, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._reading, self._writing = LatestWork(context.jobs), LatestWork(context.jobs)
        session.changed.connect(self.changed)
        self.clear()

    def clear(self) -> None:
        """Clears the topic and everything about the speaker."""
        self._list: Worklist | None = None
        self._lines: tuple[Line, ...] = ()
        self._at = 0
        self._speaker = ""
        self._anew = self._in_kit = False
        self._kept: tuple[Take, ...] = ()
        self._forget_work()
        self._said_how_to_hold = self._said_how_to_keep = False

    @property
    def last_kept(self) -> Take | None:
        """The last recording saved by this speaker; None if there is none."""
        return self._kept[-1] if self._kept else None

    def forget_kept(self) -> None:
        """Clears the undo history."""
        self._kept = ()

    @property
    def is_busy(self) -> bool:
        """Whether a recording is being saved or read."""
        return self._reading.is_busy or self._writing.is_busy

    def open_topic(self, worklist: Worklist, topic: RecordingTopic, speaker: str) -> None:
        """Opens a topic at its first sentence without a recording."""
        if self._list is None or self._list.recordings.folder != worklist.recordings.folder:
            self._kept = ()
        self._list, self._lines, self._speaker = worklist, topic.lines, speaker
        self._in_kit = topic.name == KIT
        self._forget_work()
        self._go_to(topic.first_missing(worklist.recordings))

    def take(self, clip: Clip) -> None:
        """Plays the new recording, which can then be saved or recorded again."""
        then = () if self._said_how_to_keep else (prompts.STUDIO_KEEP,)
        self._said_how_to_keep = True
        self._session.hear(clip, then=then)

    def speak(self) -> None:
        """Speaks the sentence in Vietnamese, or plays an old recording that may still fit."""
        offer = self._offer
        if offer is not None:
            self._let_hear(offer.take, prompts.STUDIO_STILL_RIGHT)
            return
        how = () if self._said_how_to_hold else (prompts.STUDIO_HOLD,)
        self._said_how_to_hold = True
        self._session.say_source(*how, self._line)

    @property
    def _line(self) -> Line:
        return self._lines[self._at] if self._lines else SILENCE

    @property
    def _key(self) -> str:
        return sentence_key(self._line.text)

    @property
    def _take(self) -> Take | None:
        return self._list.recordings.find(self._key) if self._list else None

    @property
    def _offer(self) -> SimilarRecording | None:
        if self._list is None or self._anew or self._take is not None:
            return None
        return self._list.offers.get(self._key)

    def _go_to(self, at: int, *, silently: bool = False) -> None:
        self._at, self._anew = at, False
        self._session.expect(len(sentence_words(self._line.text)))
        self.changed.emit()
        if not silently:
            self.speak()

    @property
    def reached(self) -> tuple[Line, ...]:
        """The progress lines, after every ten sentences of the voice kit; else empty."""
        return self._list.reached() if self._list and self._in_kit else ()

    def _go_on(self, reached: tuple[Line, ...]) -> None:
        """Goes to the next sentence without a recording; emits `finished` if there is none."""
        assert self._list is not None
        count = len(self._lines)
        others = ((self._at + step) % count for step in range(1, count + 1))
        missing = (at for at in others if is_missing(self._lines[at], self._list.recordings))
        at = next(missing, None)
        if at is None:
            self.finished.emit()
        elif reached:
            self._go_to(at, silently=True)
            self._session.praise(reached, then=(self._line,))
        else:
            self._go_to(at)

    def _let_hear(self, take: Take, *before: Line) -> None:
        assert self._list is not None
        path, place = self._list.recordings.path_of(take), self._key

        def then(clip: Clip) -> None:
            if place == self._key:
                self._session.hear(clip, before=before)

        self._do(self._reading, lambda: clip_in(path), then)

    def _forget_work(self) -> None:
        """Ignores the results of running jobs; writing is still completed."""
        self._reading.cancel()
        self._writing.cancel()

    def _do(self, sort: LatestWork, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Runs `work` on another thread, then `then`; a failure is shown and spoken."""

        def take(result: Result[T]) -> None:
            self.changed.emit()
            if isinstance(result, Ok):
                then(result.value)
            else:
                self._session.show_message(of_disk(result.error))

        sort.run(work, take, what=gettext_noop("lưu tiếng thu"))
        self.changed.emit()

    # Slots called by QML.

    @Slot()
    def keep(self) -> None:
        """Saves the recording and goes to the next sentence."""
        clip = self._session.clip
        if clip is None or self.is_busy or self._list is None:
            return
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        take = Take(self._line.text, self._speaker, now, device=self._session.device_name)
        recordings = self._list.recordings
        self._context.speaker.stop()
        self._do(self._writing, lambda: recordings.keep(take, clip), self._take_kept)

    def _take_kept(self, kept: Take) -> None:
        self._kept = (*self._kept, kept)
        self._go_on(self.reached)

    @Slot()
    def confirm(self) -> None:
        """Keeps the old recording for the changed sentence and goes on."""
        offer = self._offer
        if offer is None or self.is_busy or self._list is None:
            return
        recordings, text = self._list.recordings, self._line.text
        self._context.speaker.stop()
        self._do(
            self._writing, lambda: recordings.confirm_stale(offer.take.key, text), self._take_kept
        )

    @Slot()
    def renew(self) -> None:
        """Rejects the old recording, so that the sentence is recorded again."""
        self._anew = True
        self.changed.emit()
        self.speak()

    @Slot()
    def again(self) -> None:
        """Discards the new recording and speaks the sentence again."""
        self._session.expect(len(sentence_words(self._line.text)))
        self.speak()

    @Slot()
    def undo(self) -> None:
        """Undoes the last saved recording and goes to its sentence."""
        if not self._kept or self.is_busy or self._session.is_busy or self._list is None:
            return
        recordings, last = self._list.recordings, self._kept[-1]
        self._context.speaker.stop()

        def take_back() -> Take | None:
            recordings.refresh()
            newest = recordings.takes[-1:]
            mine = bool(newest) and newest[0].number == last.number
            return recordings.undo() if mine else None

        self._do(self._writing, take_back, self._take_undone)

    def _take_undone(self, last: Take | None) -> None:
        """Shows the sentence again; `last` is None if another recording was saved since."""
        self._kept = self._kept[:-1] if last else ()
        if last is None:
            self.changed.emit()
            return
        keys = [sentence_key(line.text) for line in self._lines]
        if last.key in keys:
            self._go_to(keys.index(last.key), silently=True)
        self._session.show_message(prompts.STUDIO_UNDONE)

    @Slot(int)
    def turn(self, sentences: int) -> None:
        """Moves this many sentences forward, or back if negative."""
        if not self.is_busy:
            self._go_to((self._at + sentences) % max(1, len(self._lines)))

    @Slot()
    def hearSource(self) -> None:
        """Speaks the Vietnamese sentence again."""
        self._session.say_source(self._line)

    @Slot()
    def hearKept(self) -> None:
        """Plays the saved or the old recording of this sentence."""
        offer = self._offer
        take = offer.take if offer else self._take
        if take is not None and not self.is_busy and not self._session.is_busy:
            self._let_hear(take)

    # Properties read by QML.

    busy = _shows(bool, lambda self: self.is_busy)
    """Whether a recording is being saved or read."""
    source = _shows(str, lambda self: self._line.text)
    translation = _shows(
        str, lambda self: (self._list.catalogue.text(self._line.text) or "") if self._list else ""
    )
    """The written translation; empty if there is none."""

    @Property(str, notify=changed)
    def place(self) -> str:
        place = self._list.places.get(self._key) if self._list else None
        return self._context.translator.shown(place.title) if place else ""

    @Property(str, notify=changed)
    def icon(self) -> str:
        place = self._list.places.get(self._key) if self._list else None
        return place.icon if place else ""

    recorded = _shows(bool, lambda self: self._take is not None)

    @Property(str, notify=changed)
    def oldSource(self) -> str:
        """The sentence for which the old recording was made; empty if there is none."""
        offer = self._offer
        return offer.take.text if offer else ""

    mayUndo = _shows(bool, lambda self: bool(self._kept))
    """Whether a saved recording can be undone."""
    number = _shows(int, lambda self: self._at + 1)
    """The number of the sentence, counted from 1."""
    count = _shows(int, lambda self: len(self._lines))

    @Property(int, notify=changed)
    def recordedCount(self) -> int:
        if self._list is None:
            return 0
        return sum(not is_missing(line, self._list.recordings) for line in self._lines)
