"""The view model of the voice."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.properties import Properties, qml_type


@qml_type
class VoiceViewModel(QObject):
    """The sentence and word being spoken, and the problems of the voice."""

    sentenceChanged = Signal()
    wordChanged = Signal()
    targetChanged = Signal(str)
    """The target that is named now; empty for none."""
    problemChanged = Signal()
    standInChanged = Signal()
    pausableChanged = Signal()
    pausedChanged = Signal()
    pauseAsked = Signal()
    resumeAsked = Signal()
    sentenceTouched = Signal(str, int)
    """A shown sentence, and the index of the touched word in it; -1 for none."""
    letterTouched = Signal(str)
    """One letter of a value to copy."""

    _shows_sentence: Properties["VoiceViewModel"] = Properties(sentenceChanged)
    _shows_word: Properties["VoiceViewModel"] = Properties(wordChanged)
    _shows_problem: Properties["VoiceViewModel"] = Properties(problemChanged)
    _shows_pausable: Properties["VoiceViewModel"] = Properties(pausableChanged)
    _shows_paused: Properties["VoiceViewModel"] = Properties(pausedChanged)
    _shows_stand_in: Properties["VoiceViewModel"] = Properties(standInChanged)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._first = self._last = -1
        self._target = ""
        self._problem = ""
        self._stand_in = False
        self._pausable = self._paused = False

    def show_sentence(self, sentence: str) -> None:
        """Sets the sentence being spoken; empty when the voice is silent."""
        self.show_word(-1, -1)
        self.show_target("")
        if sentence != self._sentence:
            self._sentence = sentence
            self.sentenceChanged.emit()

    def show_stand_in(self, *, stand_in: bool) -> None:
        """Sets whether Vietnamese is spoken instead of the chosen language."""
        if stand_in != self._stand_in:
            self._stand_in = stand_in
            self.standInChanged.emit()

    def show_target(self, target: str) -> None:
        """Sets the target of the option being spoken; empty for none."""
        if target != self._target:
            self._target = target
            self.targetChanged.emit(target)

    def show_word(self, first: int, last: int) -> None:
        """Sets the first and last word being spoken; -1 for none."""
        if (first, last) != (self._first, self._last):
            self._first, self._last = first, last
            self.wordChanged.emit()

    def show_problem(self, problem: str) -> None:
        """Sets why the kiosk is silent, in Vietnamese, for staff; empty for no problem."""
        if problem != self._problem:
            self._problem = problem
            self.problemChanged.emit()

    def show_pausable(self, pausable: bool) -> None:  # noqa: FBT001 - from a signal
        """Sets whether the current clip is long enough to be paused."""
        if pausable != self._pausable:
            self._pausable = pausable
            self.pausableChanged.emit()

    def show_paused(self, paused: bool) -> None:  # noqa: FBT001 - from a signal
        """Sets whether the voice is paused."""
        if paused != self._paused:
            self._paused = paused
            self.pausedChanged.emit()

    @Slot()
    def pause(self) -> None:
        """Requests a pause."""
        self.pauseAsked.emit()

    @Slot()
    def resume(self) -> None:
        """Requests to continue after a pause."""
        self.resumeAsked.emit()

    @Slot(str, int)
    def touchSentence(self, sentence: str, word: int) -> None:
        self.sentenceTouched.emit(sentence, word)

    @Slot(str)
    def touchLetter(self, letter: str) -> None:
        self.letterTouched.emit(letter)

    sentence = _shows_sentence(str, lambda self: self._sentence)
    firstWord = _shows_word(int, lambda self: self._first)
    """The first word being spoken, from 0; -1 for none."""
    lastWord = _shows_word(int, lambda self: self._last)
    """The last word being spoken; -1 for none."""
    problem = _shows_problem(str, lambda self: self._problem)
    """Why the kiosk is silent, in Vietnamese; empty when there is no problem."""
    pausable = _shows_pausable(bool, lambda self: self._pausable)
    """True while a clip that is long enough to be paused is playing."""
    paused = _shows_paused(bool, lambda self: self._paused)
    standIn = _shows_stand_in(bool, lambda self: self._stand_in)
    """True when the last sentence was spoken in Vietnamese instead of the chosen language."""
