"""Translation of lessons on the kiosk itself."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.i18n.glossary import glossary, words_in
from kiosk.i18n.languages import SOURCE, Language, find_languages
from kiosk.i18n.po_editor import ChangedMeanwhileError, Passage, confirm, translate
from kiosk.i18n.review import Signature
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.translate.messages import CONFIRMED, REFUSALS, SAVED, SaveMessage, message_of
from kiosk.staff_pages.translate.worklist import (
    REVIEW,
    TranslationTopic,
    TranslationWork,
    steps_of,
    where,
    worklist,
)
from kiosk.ui.background.jobs import Err, LatestWork, Ok, Result
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel
from kiosk.ui.visit.step_scene import run_at, scene_of

LANGUAGES, TOPICS, NAME, EDITOR = "languages", "topics", "name", "editor"
NOTHING = Passage("")
MAX_WORDS = 3
"""The number of glossary words shown beside a sentence."""


@dataclass(frozen=True, slots=True)
class TranslationChoice:
    """A language, or a topic of which `wanting` of `count` sentences need translation or review."""

    name: str
    title: str
    icon_name: str
    wanting: int = 0
    count: int = 0


@qml_type
class TranslatePageModel(PageModel):
    """The pages in order: language, topic, translator's name, editor for one sentence at a time."""

    title = gettext_noop("Dịch bài")
    icon = "language"
    order = 40

    changed = Signal()
    passageChanged = Signal()
    """The sentence in the editor changed."""

    languages = ShownList(TranslationChoice)
    """The languages that can be translated into."""
    topics = ShownList(TranslationChoice)
    """The topics of the chosen language."""

    _shows: Properties["TranslatePageModel"] = Properties(changed)
    _shows_passage: Properties["TranslatePageModel"] = Properties(passageChanged)
    _has: Properties["TranslatePageModel"] = Properties()

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._phone = PhoneViewModel(self)
        self._forget()

    def _forget(self) -> None:
        self._page = LANGUAGES
        self._languages: dict[str, Language] = {}
        self._language = ""
        self._topics: tuple[TranslationTopic, ...] = ()
        self._known = TranslationWork()
        self._topic: TranslationTopic | None = None
        self._at = 0
        self._drafts: dict[str, str] = {}
        self._person = ""
        self._message: SaveMessage | None = None
        self._work.cancel()

    def enter(self) -> None:
        self._forget()
        self._languages = {
            code: language
            for code, language in find_languages(*self.context.folders.translation_folders).items()
            if code != SOURCE
        }
        self._refresh()

    def leave(self) -> None:
        """Clears the translator's name and the drafts."""
        self._forget()
        self._refresh()

    def go_back(self) -> bool:
        """Goes from the editor to the topics, and from there to the languages."""
        before = {EDITOR: TOPICS, NAME: TOPICS, TOPICS: LANGUAGES}.get(self._page)
        if before is None:
            return False
        self._page, self._message = before, None
        if before is TOPICS:
            self._read()
        self._refresh()
        return True

    @property
    def _folders(self) -> tuple[Path, ...]:
        """The folders of the language; translations are written to the first."""
        return self.context.folders.language_folders(self._language)

    @property
    def _passage(self) -> Passage:
        return self._topic.passages[self._at] if self._topic else NOTHING

    def _refresh(self) -> None:
        self._fill()
        self._phone.show_scene(self._scene)
        self.changed.emit()
        self.passageChanged.emit()

    @property
    def _scene(self) -> PhoneScene:
        """The simulated phone at the step where the sentence first occurs; empty for none."""
        name, at = self._known.steps.get(self._passage.source, ("", 0))
        lesson = self.context.lesson_store.library.lessons.get(name)
        here = lesson is not None and at < len(lesson.steps) and self._page == EDITOR
        return scene_of(run_at(lesson, at)) if lesson is not None and here else PhoneScene()

    def _read(self) -> None:
        folders, lessons = self._folders, self.context.lesson_store.library.lessons
        where = self.context.folders.lesson_folders
        self._work.run(
            lambda: TranslationWork(
                worklist(folders, tuple(lessons.values()), where),
                glossary(*folders),
                steps_of(lessons.values()),
            ),
            self._take_topics,
            what=gettext_noop("đọc các câu cần dịch"),
            expected=REFUSALS,
        )

    def _take_topics(self, result: Result[TranslationWork]) -> None:
        match result:
            case Ok(found):
                self._topics, self._known = found.topics, found
            case Err(error):
                self._message = message_of(error)
                self._topics = ()
        self._refresh()

    # Slots called by QML.

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self._language, self._page, self._topics = code, TOPICS, ()
        self._read()
        self._refresh()

    @Slot(str)
    def chooseTopic(self, name: str) -> None:
        self._topic = next(topic for topic in self._topics if topic.name == name)
        self._at, self._message = self._topic.first_wanting(), None
        if name == REVIEW:  # the reviewer must not be the translator
            self._person = ""
        self._page = EDITOR if self._person else NAME
        self._refresh()

    @Slot(str)
    def tellName(self, name: str) -> None:
        """Sets the translator's or reviewer's name; an empty one is ignored."""
        self._person = " ".join(name.split())
        if self._person:
            self._page = EDITOR
            self._refresh()

    @Slot(int)
    def turn(self, sentences: int) -> None:
        """Moves this many sentences forward (or back, if negative); unsaved drafts are kept."""
        count = len(self._topic.passages) if self._topic else 1
        self._at = (self._at + sentences) % count
        self._message = None
        self._refresh()

    @Slot(str)
    def draft(self, words: str) -> None:
        """Stores the unsaved translation of the current sentence."""
        self._drafts[self._passage.source] = words
        self._message = None
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Saves the translation, or confirms another person's if it was not edited."""
        if self._work.is_busy:
            return
        shown, words, (own, *below) = self._passage, self._words(), self._folders
        by = Signature(self._person, date.today())  # noqa: DTZ011 - local date
        as_it_is = shown.unsure and words == shown.translation

        self._work.run(
            lambda: (
                confirm(own, shown, by, *below)
                if as_it_is
                else translate(own, shown, words, by, *below)
            ),
            self._take_saved,
            what=gettext_noop("lưu câu dịch"),
            expected=REFUSALS,
        )
        self.changed.emit()

    def _take_saved(self, result: Result[Passage]) -> None:
        match result:
            case Ok(saved):
                self._show_passage(saved)
                self._drafts.pop(saved.source, None)
                self._message = SAVED if saved.wanting else CONFIRMED
                self.context.translator.forget(self._language)
                if self.context.visit.language == self._language:
                    self.context.visit.languageChanged.emit(self._language)
            case Err(error):
                self._message = message_of(error)
                if isinstance(error, ChangedMeanwhileError):
                    self._show_passage(error.now)
        self._refresh()

    def _show_passage(self, passage: Passage) -> None:
        self._topic = self._topic.with_passage(passage) if self._topic else None
        self._topics = tuple(topic.with_passage(passage) for topic in self._topics)

    def _words(self) -> str:
        passage = self._passage
        return self._drafts.get(passage.source, passage.translation)

    def _shown(self, message: SaveMessage) -> str:
        sentence = self.context.translator.shown(message.sentence)
        for number, fact in enumerate(message.facts, start=1):
            sentence = sentence.replace(f"%{number}", fact)
        return sentence

    page = _shows(str, lambda self: self._page)
    """The page shown: `languages`, `topics`, `name` or `editor`."""
    busy = _shows(bool, lambda self: self._work.is_busy)
    """Whether files are being read or written."""

    def _fill(self) -> None:
        shown = self.context.translator.shown
        languages = self._languages.items()
        self.languages.show(
            [TranslationChoice(code, each.name, "language") for code, each in languages]
        )
        self.topics.show(
            [
                TranslationChoice(
                    topic.name,
                    shown(topic.title),
                    topic.icon,
                    wanting=topic.wanting,
                    count=len(topic.passages),
                )
                for topic in self._topics
            ]
        )

    language = _shows(str, lambda self: self._language)
    """The code of the target language."""

    @Property(str, notify=changed)
    def languageName(self) -> str:
        language = self._languages.get(self._language)
        return language.name if language else ""

    @Property(list, notify=changed)
    def letters(self) -> list[str]:
        language = self._languages.get(self._language)
        return list(language.keys) if language else []

    message = _shows(str, lambda self: self._shown(self._message) if self._message else "")
    """The message that it was saved, or why not; empty for none."""
    refused = _shows(bool, lambda self: self._message not in (None, SAVED, CONFIRMED))
    """Whether `message` reports an error."""
    source = _shows_passage(str, lambda self: self._passage.source)
    """The Vietnamese sentence."""
    translation = _shows_passage(str, lambda self: self._words())
    """The translation: the draft if there is one, else the saved text."""
    whereabouts = _shows_passage(str, lambda self: where(self._passage))
    """The lesson and step in which the sentence occurs."""
    number = _shows_passage(int, lambda self: self._at + 1)
    """The number of the sentence, counted from 1."""
    count = _shows_passage(int, lambda self: len(self._topic.passages) if self._topic else 0)
    edited = _shows(bool, lambda self: self._words() != self._passage.translation)
    """Whether the draft differs from the saved translation."""
    unsure = _shows(bool, lambda self: self._passage.unsure)
    """Whether the translation has not been reviewed yet."""
    phone = _has(PhoneViewModel, lambda self: self._phone)
    """The simulated phone at the step where the sentence first occurs; empty for none."""
    hasPicture = _shows_passage(bool, lambda self: self._scene.screen is not None)
    """Whether the phone shows a screen at that step."""
    reviewing = _shows(bool, lambda self: self._topic is not None and self._topic.name == REVIEW)
    """Whether the chosen topic is the review of translations."""
    translator = _shows_passage(str, lambda self: self._passage.translator)
    """The translator's name; empty if unknown."""

    @Property(str, notify=passageChanged)
    def knownWords(self) -> str:
        """Glossary words that occur in the sentence, with translations; at most `MAX_WORDS`."""
        found = words_in(self._passage.source, self._known.words)[:MAX_WORDS]
        return " · ".join(f"{word}: {translation}" for word, translation in found)


PAGE = TranslatePageModel
