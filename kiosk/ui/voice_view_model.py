"""What is being said, as QML sees it."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class VoiceViewModel(QObject):
    """The sentence and the word that are heard now, and what ails the voice."""

    sentenceChanged = Signal()
    wordChanged = Signal()
    problemChanged = Signal()
    standInChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._first = self._last = -1
        self._problem = ""
        self._stand_in = False

    def show_sentence(self, sentence: str, *, stand_in: bool = False) -> None:
        """A sentence begins to be heard; empty when the voice falls silent."""
        self.show_word(-1, -1)
        if sentence != self._sentence:
            self._sentence = sentence
            self.sentenceChanged.emit()
        if stand_in != self._stand_in:
            self._stand_in = stand_in
            self.standInChanged.emit()

    def show_word(self, first: int, last: int) -> None:
        """The words first..last of the sentence are being spoken; -1 for none."""
        if (first, last) != (self._first, self._last):
            self._first, self._last = first, last
            self.wordChanged.emit()

    def show_problem(self, problem: str) -> None:
        """Why the kiosk is silent, in a sentence for the staff; empty when all is well."""
        if problem != self._problem:
            self._problem = problem
            self.problemChanged.emit()

    @Property(str, notify=sentenceChanged)
    def sentence(self) -> str:
        """The sentence that is heard."""
        return self._sentence

    @Property(int, notify=wordChanged)
    def firstWord(self) -> int:
        """The first word being spoken, counted from 0; -1 for none."""
        return self._first

    @Property(int, notify=wordChanged)
    def lastWord(self) -> int:
        """The last word being spoken."""
        return self._last

    @Property(str, notify=problemChanged)
    def problem(self) -> str:
        """Why the kiosk is silent."""
        return self._problem

    @Property(bool, notify=standInChanged)
    def standIn(self) -> bool:
        """Whether Vietnamese is heard in the place of the chosen language."""
        return self._stand_in
