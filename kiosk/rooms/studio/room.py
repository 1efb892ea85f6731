"""A native speaker records the kiosk's sentences, led by pictures and by the voice alone."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.marked import marked
from kiosk.i18n.languages import SOURCE, Language, find_languages
from kiosk.rooms.house import House
from kiosk.rooms.room import Room
from kiosk.rooms.studio.booth import StudioBooth
from kiosk.rooms.studio.desk import StudioDesk
from kiosk.rooms.studio.refusals import of_disk
from kiosk.rooms.studio.worklist import NAMELESS, Topic, Worklist, nameless, worklist
from kiosk.ui.voice_view_model import VoiceViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LANGUAGES, TOPICS, NAME, WRITE, CHECK, DESK = (
    "languages", "topics", "name", "write", "check", "desk"
)  # fmt: skip
BEFORE = {DESK: TOPICS, CHECK: NAME, WRITE: NAME, NAME: TOPICS, TOPICS: LANGUAGES}
SPEAKERS_SHOWN = 6


@QmlElement
@QmlUncreatable("made when its door is opened")
class StudioRoomModel(Room):
    """From the language over the lesson, the name and the microphone to its sentences."""

    title = marked("Thu giọng")
    icon = "microphone"
    order = 60

    changed = Signal()
    listChanged = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._booth = StudioBooth(house, self)
        self._desk = StudioDesk(house, self._booth, self)
        self._booth.taken.connect(self._taken)
        self._desk.finished.connect(self._finish)
        self._forget()

    def _forget(self) -> None:
        self._page = LANGUAGES
        self._languages: dict[str, Language] = {}
        self._language = ""
        self._list: Worklist | None = None
        self._topic: Topic | None = None
        self._speaker = ""
        self._checked = self._heard = self._reading = False
        self._seen: tuple[str, ...] = ()
        self._round = object()

    @property
    def is_busy(self) -> bool:
        """Whether somebody speaks, or what she said is being written."""
        return self._booth.is_busy or self._desk.is_busy

    def enter(self) -> None:
        """Begin with the languages."""
        self._forget()
        self._languages = find_languages(self.house.folders.translations)
        self.changed.emit()

    def leave(self) -> None:
        """Nothing of the speaker is left but what she kept."""
        self._booth.close()
        self._desk.clear()
        self._forget()
        self.changed.emit()

    def go_back(self) -> bool:
        """One page earlier; what is being said then is not taken."""
        before = BEFORE.get(self._page)
        if before is None:
            return False
        if self._page in (CHECK, DESK):
            self._booth.close()
        self._show(before)
        if before is TOPICS:
            self._read()
        return True

    def hear_again(self) -> bool:
        """Say what this page asks, with its tiles; never while somebody speaks."""
        if self._page == DESK:
            self._desk.speak()
        elif self._page == LANGUAGES:
            self._name(*self._languages.values(), before=(prompts.STUDIO_LANGUAGE,))
        elif self._page == TOPICS:
            titles = {topic.name: topic.title for topic in self._topics}
            self._booth.say(prompts.STUDIO_LESSON, *(Line(titles[each]) for each in self._seen))
        else:
            self._ask()
        return True

    def _name(self, *languages: Language, before: Sequence[Line] = ()) -> None:
        """Let languages be heard, each in its own voice."""
        greeting = self.house.visit.tongues.greeting(SOURCE)
        self.house.speaker.name_languages(languages, source=greeting, before=before)

    def _ask(self) -> None:
        """Say what this page asks."""
        asked = {
            TOPICS: prompts.STUDIO_LESSON,
            NAME: prompts.STUDIO_NAME,
            WRITE: prompts.STUDIO_NAME,
            CHECK: prompts.STUDIO_HEARD if self._heard else prompts.STUDIO_TRY,
        }
        if line := asked.get(self._page):
            self._booth.say(line)

    def _show(self, page: str) -> None:
        self._page = page
        self.changed.emit()

    @property
    def _topics(self) -> tuple[Topic, ...]:
        return self._list.topics if self._list else ()

    def _read(self, *, said: Line | None = None) -> None:
        """Read what there is to record, away from the window."""
        self._reading = True
        self._round = this_round = object()
        folders, language = self.house.folders, self._language
        lessons = self.house.shelf.library.lessons
        unreviewed = self.house.settings().languages.show_unreviewed

        def read() -> Worklist | OSError:
            try:
                return worklist(folders, language, lessons.values(), unreviewed=unreviewed)
            except OSError as problem:
                return problem

        def take(found: Worklist | OSError) -> None:
            if self._round is this_round:
                self._reading = False
                self._list = None if isinstance(found, OSError) else found
                self.listChanged.emit()
                self.changed.emit()
                if isinstance(found, OSError):
                    self._booth.tell(of_disk(found))

        self.house.jobs.run(read, take)
        self._booth.say(said) if said else self._ask()

    def _taken(self) -> None:
        clip = self._booth.clip
        if clip is None:
            return
        if self._page == DESK:
            self._desk.take(clip)
        else:
            self._heard = True
            self.changed.emit()
            self._booth.hear(clip, then=(prompts.STUDIO_HEARD,))

    def _to_microphone(self) -> None:
        """Try the microphone first, once in each stay."""
        self._booth.open()
        if self._checked:
            self._to_desk()
            return
        self._heard = False
        self._booth.expect(1)
        self._show(CHECK)
        self._ask()

    def _to_desk(self) -> None:
        if self._list is not None and self._topic is not None:
            self._checked = True
            self._show(DESK)
            self._desk.lay(self._list, self._topic, self._speaker)

    def _finish(self) -> None:
        """All sentences of the lesson are recorded."""
        self._booth.close()
        self._show(TOPICS)
        self._read(said=prompts.STUDIO_DONE)

    # What QML asks for.

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """A language was touched."""
        self._language, self._list, self._speaker = code, None, ""
        self.listChanged.emit()
        self._show(TOPICS)
        self._read()

    @Slot(str)
    def chooseTopic(self, name: str) -> None:
        """A lesson was touched."""
        self._topic = next(topic for topic in self._topics if topic.name == name)
        if self._speaker:
            self._to_microphone()
        else:
            self._show(NAME)
            self._ask()

    @Slot(list)
    def see(self, topics: list[str]) -> None:
        """These tiles are on the page now."""
        self._seen = tuple(topics)

    @Slot(str)
    def hearLanguage(self, code: str) -> None:
        """The ear beside a language was touched."""
        self._name(self._languages[code])

    @Slot(str)
    def hearTile(self, title: str) -> None:
        """The ear beside something else was touched."""
        self._booth.say(Line(title))

    @Slot(str)
    def tellName(self, name: str) -> None:
        """The speaker said who she is."""
        self._speaker = " ".join(name.split()) or self.nameless
        self._to_microphone()

    @Slot()
    def writeName(self) -> None:
        """She wants to write another name."""
        self._show(WRITE)

    @Slot()
    def goOn(self) -> None:
        """The microphone is well."""
        if self._heard:
            self._to_desk()

    # What QML shows.

    @Property(QObject, constant=True)
    def booth(self) -> StudioBooth:
        """The microphone and the ear."""
        return self._booth

    @Property(QObject, constant=True)
    def desk(self) -> StudioDesk:
        """The sentences."""
        return self._desk

    @Property(QObject, constant=True)
    def voice(self) -> VoiceViewModel:
        """What is heard."""
        return self.house.speaker.voice

    @Property(str, notify=changed)
    def page(self) -> str:
        """What is shown: `languages`, `topics`, `name`, `write`, `check` or `desk`."""
        return self._page

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Whether the lessons are being read."""
        return self._reading

    @Property(bool, notify=changed)
    def heard(self) -> bool:
        """Whether the microphone was tried and something was heard."""
        return self._heard

    @Property(list, notify=changed)
    def languages(self) -> list[dict[str, str]]:
        """The languages that can be recorded: `code`, `name`."""
        return [{"code": code, "name": each.name} for code, each in self._languages.items()]

    @Property(str, notify=changed)
    def languageName(self) -> str:
        """The chosen one's own name."""
        language = self._languages.get(self._language)
        return language.name if language else ""

    @Property(list, notify=listChanged)
    def topics(self) -> list[dict[str, object]]:
        """What there is to record: `name`, `title`, `icon`, `number`, `recorded`, `count`."""
        return [topic.tile(self.house.translator.shown) for topic in self._topics]

    @Property(list, notify=listChanged)
    def speakers(self) -> list[str]:
        """Who has spoken in this language before."""
        return list(self._list.speakers[:SPEAKERS_SHOWN]) if self._list else []

    @Property(str, notify=listChanged)
    def nameless(self) -> str:
        """The name for who gives none."""
        worded = self.house.translator.shown(NAMELESS)
        return nameless(self._list.speakers if self._list else (), worded)


ROOM = StudioRoomModel
