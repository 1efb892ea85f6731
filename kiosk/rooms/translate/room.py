"""A bilingual person translates on the kiosk itself."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.marked import marked
from kiosk.i18n.desk import ChangedMeanwhileError, Passage, Review, translate
from kiosk.i18n.languages import SOURCE, Language, find_languages
from kiosk.rooms.house import House
from kiosk.rooms.room import Room
from kiosk.rooms.translate.telling import REFUSALS, SAVED, Telling, telling_of
from kiosk.rooms.translate.worklist import Topic, where, worklist

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LANGUAGES, TOPICS, NAME, DESK = "languages", "topics", "name", "desk"
NOTHING = Passage("")


@QmlElement
@QmlUncreatable("made when its door is opened")
class TranslateRoomModel(Room):
    """From the language over the lesson to its sentences, one by one."""

    title = marked("Dịch bài")
    icon = "language"
    order = 40

    changed = Signal()
    passageChanged = Signal()
    """Another sentence lies on the desk."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._forget()

    def _forget(self) -> None:
        self._page = LANGUAGES
        self._languages: dict[str, Language] = {}
        self._language = ""
        self._topics: tuple[Topic, ...] = ()
        self._topic: Topic | None = None
        self._at = 0
        self._drafts: dict[str, str] = {}
        self._reviewer = ""
        self._busy = False
        self._telling: Telling | None = None
        self._round = object()

    def enter(self) -> None:
        """Begin with the languages."""
        self._forget()
        self._languages = {
            code: language
            for code, language in find_languages(self.house.folders.translations).items()
            if code != SOURCE
        }
        self._tell()

    def leave(self) -> None:
        """Nothing of the person who translated is left."""
        self._forget()
        self._tell()

    def go_back(self) -> bool:
        """From the desk to the topics, from there to the languages."""
        before = {DESK: TOPICS, NAME: TOPICS, TOPICS: LANGUAGES}.get(self._page)
        if before is None:
            return False
        self._page, self._telling = before, None
        if before is TOPICS:
            self._read()
        self._tell()
        return True

    @property
    def _folder(self) -> Path:
        return self.house.folders.translations / self._language

    @property
    def _passage(self) -> Passage:
        return self._topic.passages[self._at] if self._topic else NOTHING

    def _tell(self) -> None:
        self.changed.emit()
        self.passageChanged.emit()

    def _work(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Away from the window; what was refused comes back as the refusal."""
        self._busy = True
        this_round = self._round

        def do() -> object:
            try:
                return work()
            except REFUSALS as refused:
                return refused

        def take(result: object) -> None:
            if self._round is this_round:
                self._busy = False
                then(result)
                self._tell()

        self.house.jobs.run(do, take)

    def _read(self) -> None:
        """Read what there is to translate."""
        folder, lessons = self._folder, self.house.shelf.library.lessons
        where = self.house.folders.lessons
        self._work(lambda: worklist(folder, tuple(lessons.values()), where), self._take_topics)

    def _take_topics(self, found: object) -> None:
        if isinstance(found, Exception):
            self._telling = telling_of(found)
            self._topics = ()
        else:
            self._topics = found

    # What QML asks for.

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """A language was touched."""
        self._language, self._page, self._topics = code, TOPICS, ()
        self._read()
        self._tell()

    @Slot(str)
    def chooseTopic(self, name: str) -> None:
        """A lesson was touched."""
        self._topic = next(topic for topic in self._topics if topic.name == name)
        self._at, self._telling = self._topic.first_wanting(), None
        self._page = DESK if self._reviewer else NAME
        self._tell()

    @Slot(str)
    def tellName(self, name: str) -> None:
        """The person said who she is."""
        self._reviewer = " ".join(name.split())
        if self._reviewer:
            self._page = DESK
            self._tell()

    @Slot(int)
    def turn(self, sentences: int) -> None:
        """So many sentences on, or back; a draft that was not saved waits there."""
        count = len(self._topic.passages) if self._topic else 1
        self._at = (self._at + sentences) % count
        self._telling = None
        self._tell()

    @Slot(str)
    def draft(self, words: str) -> None:
        """The translation as it is being written."""
        self._drafts[self._passage.source] = words
        self._telling = None
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Write the translation, or say that it is right as it is."""
        if self._busy:
            return
        shown, words, folder = self._passage, self._words(), self._folder
        review = Review(self._reviewer, date.today())  # noqa: DTZ011 - the day on the wall

        self._work(lambda: translate(folder, shown, words, review), self._take_saved)
        self.changed.emit()

    def _take_saved(self, result: object) -> None:
        if isinstance(result, Exception):
            self._telling = telling_of(result)
            if isinstance(result, ChangedMeanwhileError):
                self._lay(result.now)
            return
        self._lay(result)
        self._drafts.pop(result.source, None)
        self._telling = SAVED
        self.house.translator.forget(self._language)
        if self.house.visit.property("language") == self._language:
            self.house.visit.languageChanged.emit(self._language)

    def _lay(self, passage: Passage) -> None:
        self._topic = self._topic.with_passage(passage)
        self._topics = tuple(topic.with_passage(passage) for topic in self._topics)

    def _words(self) -> str:
        passage = self._passage
        return self._drafts.get(passage.source, passage.translation)

    def _shown(self, telling: Telling) -> str:
        sentence = self.house.translator.shown(telling.sentence)
        for number, fact in enumerate(telling.facts, start=1):
            sentence = sentence.replace(f"%{number}", fact)
        return sentence

    @Property(str, notify=changed)
    def page(self) -> str:
        """What is shown: `languages`, `topics`, `name` or `desk`."""
        return self._page

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether files are being read or written."""
        return self._busy

    @Property(list, notify=changed)
    def languages(self) -> list[dict[str, str]]:
        """The languages that can be translated into: `code`, `name`."""
        return [{"code": code, "name": each.name} for code, each in self._languages.items()]

    @Property(list, notify=changed)
    def topics(self) -> list[dict[str, object]]:
        """What there is to translate: `name`, `title`, `icon`, `wanting`, `count`."""
        return [
            {
                "name": topic.name,
                "title": self.house.translator.shown(topic.title),
                "icon": topic.icon,
                "wanting": topic.wanting,
                "count": len(topic.passages),
            }
            for topic in self._topics
        ]

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the language that is translated into."""
        return self._language

    @Property(str, notify=changed)
    def languageName(self) -> str:
        """Its own name."""
        language = self._languages.get(self._language)
        return language.name if language else ""

    @Property(list, notify=changed)
    def letters(self) -> list[str]:
        """The letters that it has of its own."""
        language = self._languages.get(self._language)
        return list(language.keys) if language else []

    @Property(str, notify=changed)
    def told(self) -> str:
        """That it was saved, or why not; empty for nothing to tell."""
        return self._shown(self._telling) if self._telling else ""

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        """Whether what is told says that nothing was saved."""
        return self._telling not in (None, SAVED)

    @Property(str, notify=passageChanged)
    def source(self) -> str:
        """The Vietnamese sentence."""
        return self._passage.source

    @Property(str, notify=passageChanged)
    def translation(self) -> str:
        """The translation, as saved or as being written."""
        return self._words()

    @Property(str, notify=passageChanged)
    def whereabouts(self) -> str:
        """Where the sentence stands: the lesson and its step."""
        return where(self._passage)

    @Property(int, notify=passageChanged)
    def number(self) -> int:
        """The number of the sentence, counted from 1."""
        return self._at + 1

    @Property(int, notify=passageChanged)
    def count(self) -> int:
        """How many sentences there are here."""
        return len(self._topic.passages) if self._topic else 0

    @Property(bool, notify=changed)
    def edited(self) -> bool:
        """Whether the words differ from those that were saved."""
        return self._words() != self._passage.translation

    @Property(bool, notify=changed)
    def unsure(self) -> bool:
        """Whether a translation is there that nobody has confirmed yet."""
        return self._passage.fuzzy


ROOM = TranslateRoomModel
