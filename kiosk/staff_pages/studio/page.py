"""The recording studio; usable without reading, by pictures and spoken questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.i18n.languages import SOURCE, Language, find_languages
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.studio.consenting import StudioConsent
from kiosk.staff_pages.studio.recording_session import RecordingSession
from kiosk.staff_pages.studio.refusals import of_disk
from kiosk.staff_pages.studio.sentence_recorder import SentenceRecorder
from kiosk.staff_pages.studio.tile_row import StudioTileRow
from kiosk.staff_pages.studio.worklist import (
    NAMELESS,
    NO_DIALECT,
    WRITE_DIALECT,
    WRITE_NAME,
    RecordingTopic,
    Worklist,
    nameless,
    worklist,
)
from kiosk.ui.background.jobs import Err, LatestWork, Ok, Result
from kiosk.ui.sound.voice_view_model import VoiceViewModel

if TYPE_CHECKING:
    from kiosk.player.voice_kit import VoiceKit

LANGUAGES, TOPICS, NAME, WRITE, CHECK, CONSENT, AGREE, RECORDER = (
    "languages", "topics", "name", "write", "check", "consent", "agree", "recorder"
)  # fmt: skip
DIALECT, WRITE_DIALECT_PAGE = "dialect", "write-dialect"
BEFORE = {
    RECORDER: TOPICS,
    AGREE: CONSENT,
    CONSENT: NAME,
    CHECK: NAME,
    WRITE_DIALECT_PAGE: DIALECT,
    DIALECT: NAME,
    WRITE: NAME,
    NAME: TOPICS,
    TOPICS: LANGUAGES,
}
MICROPHONE_PAGES = (CHECK, CONSENT, AGREE, RECORDER)
SPEAKERS_SHOWN = DIALECTS_SHOWN = 6


@qml_type
class StudioPageModel(PageModel):
    """The pages in order: language, topic, name, dialect, microphone check, consent, sentences."""

    title = gettext_noop("Thu giọng")
    icon = "microphone"
    order = 60

    changed = Signal()
    listChanged = Signal()

    languages = ShownList(StudioTileRow)
    """The languages that can be recorded."""
    topics = ShownList(StudioTileRow)
    """The topics to record, with their progress."""
    names = ShownList(StudioTileRow)
    """Previous speakers of this language, a numbered name, and a tile to write another name."""
    dialects = ShownList(StudioTileRow)
    """Dialects named by previous speakers, a tile to skip, and a tile to write another one."""

    _has: Properties[StudioPageModel] = Properties()
    _shows: Properties[StudioPageModel] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._reading = LatestWork(context.jobs)
        self._session = RecordingSession(context, self)
        self._recorder = SentenceRecorder(context, self._session, self)
        self._consent = StudioConsent(context, self._session, self)
        self._consent.given.connect(self._to_sentence)
        self._session.taken.connect(self._taken)
        self._recorder.finished.connect(self._finish)
        self.changed.connect(self._fill_languages)
        self.listChanged.connect(self._fill_lists)
        self._kit: tuple[object, VoiceKit | None] = (None, None)
        """The library and the voice kit (sentences to record first) computed for it."""
        self._forget()

    def _forget(self) -> None:
        self._page = LANGUAGES
        self._languages: dict[str, Language] = {}
        self._language = ""
        self._list: Worklist | None = None
        self._topic: RecordingTopic | None = None
        self._speaker = self._dialect = ""
        self._checked = self._heard = False
        self._consent.forget()
        self._reading.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether a recording is being made, processed or saved."""
        return self._session.is_busy or self._recorder.is_busy or self._consent.is_busy

    def enter(self) -> None:
        self._forget()
        self._languages = find_languages(*self.context.folders.translation_folders)
        self.changed.emit()

    def leave(self) -> None:
        """Clears everything about the speaker except saved recordings."""
        self._session.close()
        self._recorder.clear()
        self._forget()
        self.changed.emit()

    def go_back(self) -> bool:
        """Goes one page back; a running recording is discarded."""
        before = BEFORE.get(self._page)
        if before is None:
            return False
        if self._page in MICROPHONE_PAGES:
            self._session.close()
        self._consent.choose("")
        self._show(before)
        if before is TOPICS:
            self._read()
        return True

    def hear_again(self) -> bool:
        """Speaks the question and tiles of this page; silent during a recording."""
        if self._page == RECORDER:
            self._recorder.speak()
        elif self._page == LANGUAGES:
            self._name(*self._languages.values(), before=(prompts.STUDIO_LANGUAGE,))
        elif self._page == TOPICS:
            titles = {topic.name: topic.title for topic in self._topics}
            seen = (Line(titles[each.name]) for each in self.topics.rows_on_page)
            self._session.say(prompts.STUDIO_LESSON, *seen)
        else:
            self._ask()
        return True

    def _name(self, *languages: Language, before: Sequence[Line] = ()) -> None:
        """Speaks the names of languages, each in its own voice."""
        greeting = self.context.visit.languageChoice.greeting_of(SOURCE)
        self.context.speaker.name_languages(languages, source=greeting, before=before)

    def _ask(self) -> None:
        asked = {
            TOPICS: prompts.STUDIO_LESSON,
            NAME: prompts.STUDIO_NAME,
            WRITE: prompts.STUDIO_NAME,
            DIALECT: prompts.STUDIO_DIALECT,
            WRITE_DIALECT_PAGE: prompts.STUDIO_DIALECT,
            CHECK: prompts.STUDIO_HEARD if self._heard else prompts.STUDIO_TRY,
        }
        if self._page in (CONSENT, AGREE):
            self._consent.ask()
        elif line := asked.get(self._page):
            self._session.say(line)

    def _show(self, page: str) -> None:
        self._page = page
        self.changed.emit()

    @property
    def _topics(self) -> tuple[RecordingTopic, ...]:
        return self._list.topics if self._list else ()

    def _read(self, *, said: Sequence[Line] = ()) -> None:
        """Reads the worklist off the main thread; meanwhile speaks `said` or the question."""
        self._reading.run_cancellable(
            self._reader(), self._take_list, what=gettext_noop("đọc các câu cần thu")
        )
        self._session.say(*said) if said else self._ask()

    def _reader(self) -> Callable[[object], Worklist]:
        """Returns the function that reads the worklist of all lessons on another thread."""
        folders, language = self.context.folders, self._language
        library, (chosen_for, made) = self.context.lesson_store.library, self._kit
        wanted = self.context.settings().languages
        greeting = self.context.visit.languageChoice.greeting_of(SOURCE)

        def read(_: object) -> Worklist:
            from kiosk.player.voice_kit import voice_kit  # noqa: PLC0415 - on another thread

            lessons = tuple(library.lessons.values())
            kit = made if chosen_for is library else None
            kit = kit or voice_kit(lessons, greeting, wanted.first_lessons)
            self._kit = (library, kit)
            unreviewed = wanted.show_unreviewed
            return worklist(folders, language, lessons, kit=kit, unreviewed=unreviewed)

        return read

    def _take_list(self, result: Result[Worklist]) -> None:
        self._list = result.value if isinstance(result, Ok) else None
        self.listChanged.emit()
        self.changed.emit()
        if isinstance(result, Err):
            self._session.show_message(of_disk(result.error))

    def _taken(self) -> None:
        clip = self._session.clip
        if clip is None:
            return
        if self._page == RECORDER:
            self._recorder.take(clip)
        else:
            self._heard = True
            self.changed.emit()
            self._session.hear(clip, then=(prompts.STUDIO_HEARD,))

    def _to_microphone(self) -> None:
        """Shows the microphone check, once after the page is entered."""
        self._session.open()
        if self._checked:
            self._to_consent()
            return
        self._heard = False
        self._session.expect(1)
        self._show(CHECK)
        self._ask()

    def _to_consent(self) -> None:
        """Requests consent, unless the speaker gave it before."""
        self._checked = True
        if self._consent.is_given(self._speaker, self._list.agreed if self._list else ()):
            self._to_sentence()
        else:
            self.chooseUse("")

    def _to_sentence(self) -> None:
        if self._list is not None and self._topic is not None:
            self._show(RECORDER)
            self._recorder.open_topic(self._list, self._topic, self._speaker)

    def _finish(self) -> None:
        """Returns to the topics when all sentences of a topic are recorded."""
        reached = self._recorder.reached
        self._session.close()
        self._show(TOPICS)
        self._read(said=(prompts.STUDIO_DONE, *reached))

    @property
    def _lesson_to_hear(self) -> Lesson | None:
        """The lesson of the last saved sentence, else the first one; None if none was saved."""
        lessons, kept = self.context.lesson_store.library.lessons, self._recorder.last_kept
        if kept is None or self._list is None or not lessons:
            return None
        place = self._list.places.get(kept.key)
        wanted = (place.name if place else "", *self.context.settings().languages.first_lessons)
        return lessons[next((name for name in wanted if name in lessons), next(iter(lessons)))]

    # Slots called by QML.

    @Slot()
    def hearLesson(self) -> None:
        """Plays the lesson that contains the last saved sentence."""
        lesson = self._lesson_to_hear
        if lesson is not None and not self.is_busy:
            self._session.close()
            self.context.visit.hear_lesson(lesson, self._language)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self._language, self._list, self._speaker, self._dialect = code, None, "", ""
        self.listChanged.emit()
        self._show(TOPICS)
        self._read()

    @Slot(str)
    def chooseTopic(self, name: str) -> None:
        self._topic = next(topic for topic in self._topics if topic.name == name)
        if self._speaker:
            self._to_microphone()
        else:
            self._show(NAME)
            self._ask()

    @Slot(str)
    def hearLanguage(self, code: str) -> None:
        """Speaks the name of a language."""
        self._name(self._languages[code])

    @Slot(str)
    def hearTile(self, title: str) -> None:
        """Speaks the title of another tile."""
        self._session.say(Line(title))

    @Slot(str)
    def tellName(self, name: str) -> None:
        """Sets the speaker's name; an empty one becomes a numbered name."""
        self._speaker = " ".join(name.split()) or self._nameless
        self._dialect = self._list.dialect_of(self._speaker) if self._list else ""
        if self._dialect:
            self._to_microphone()
        else:
            self._show(DIALECT)
            self._ask()

    @Slot(str)
    def tellDialect(self, dialect: str) -> None:
        """Sets the speaker's dialect; empty to skip."""
        self._dialect = " ".join(dialect.split())
        known = self._list
        if known and self._dialect and self._consent.is_given(self._speaker, known.agreed):
            self._consent.tell_dialect(known.consents, self._speaker, self._dialect)
        self._to_microphone()

    @Slot()
    def writeDialect(self) -> None:
        """Shows the keyboard for another dialect."""
        self._show(WRITE_DIALECT_PAGE)

    @Slot()
    def writeName(self) -> None:
        """Shows the keyboard for another name."""
        self._show(WRITE)

    @Slot(str)
    def chooseUse(self, use: str) -> None:
        """Chooses a use and shows the wording to read aloud; empty shows the choices again."""
        self._heard = False
        self._consent.choose(use)
        self._show(AGREE if use else CONSENT)
        self._ask()

    @Slot()
    def goOn(self) -> None:
        """Accepts the microphone check or the recorded consent; ignored before a recording."""
        if self._heard and self._page == AGREE and self._list:
            self._consent.keep(self._list.consents, self._speaker, self._dialect)
        elif self._heard:
            self._to_consent()

    # Properties read by QML.

    session = _has(RecordingSession, lambda self: self._session)
    """Records and plays sentences."""
    recorder = _has(SentenceRecorder, lambda self: self._recorder)
    consent = _has(StudioConsent, lambda self: self._consent)
    """The speaker's consent."""
    voice = _has(VoiceViewModel, lambda self: self.context.speaker.voice)
    page = _shows(str, lambda self: self._page)
    """The page shown; the names are in `BEFORE`."""
    reading = _shows(bool, lambda self: self._reading.is_busy)
    """Whether the worklist is being read."""
    heard = _shows(bool, lambda self: self._heard)
    """Whether the microphone check or the consent was recorded."""

    def _fill_languages(self) -> None:
        self.languages.show(
            [StudioTileRow(code, each.name, "language") for code, each in self._languages.items()]
        )

    def _fill_lists(self) -> None:
        shown = self.context.translator.shown
        self.topics.show([topic.tile(shown) for topic in self._topics])
        speakers = self._list.speakers[:SPEAKERS_SHOWN] if self._list else ()
        self.names.show(
            [
                *(StudioTileRow(f"speaker:{each}", each, "person") for each in speakers),
                StudioTileRow("nameless", self._nameless, "check"),
                StudioTileRow("write-name", shown(WRITE_NAME), "text-size"),
            ]
        )
        dialects = dict.fromkeys(self._list.dialects.values()) if self._list else {}
        self.dialects.show(
            [
                *(
                    StudioTileRow(f"dialect:{each}", each, "people")
                    for each in list(dialects)[:DIALECTS_SHOWN]
                ),
                StudioTileRow("no-dialect", shown(NO_DIALECT), "next"),
                StudioTileRow("write-dialect", shown(WRITE_DIALECT), "text-size"),
            ]
        )

    @property
    def _nameless(self) -> str:
        """The numbered name for a speaker who gives none."""
        worded = self.context.translator.shown(NAMELESS)
        taken = (*self._list.speakers, *self._list.agreed) if self._list else ()
        return nameless(taken, worded)

    @Property(str, notify=changed)
    def languageName(self) -> str:
        """The name of the chosen language in that language."""
        language = self._languages.get(self._language)
        return language.name if language else ""

    @Property(str, notify=listChanged)
    def lessonToHear(self) -> str:
        """The title of the lesson that contains the last saved sentence; empty for none."""
        lesson = self._lesson_to_hear
        return self.context.translator.shown(lesson.head.title) if lesson else ""


PAGE = StudioPageModel
