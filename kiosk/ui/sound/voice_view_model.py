"""What is being said, as QML sees it."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.properties import Properties, qml_type


@qml_type
class VoiceViewModel(QObject):
    """The sentence and the word that are heard now, and what ails the voice."""

    sentenceChanged = Signal()
    wordChanged = Signal()
    targetChanged = Signal(str)
    """The name of what is named now; empty for nothing."""
    problemChanged = Signal()
    standInChanged = Signal()
    pausableChanged = Signal()
    pausedChanged = Signal()
    pauseAsked = Signal()
    resumeAsked = Signal()
    sentenceTouched = Signal(str, int)
    """A sentence that is shown, and the word of it that lies under the finger (from 0), or -1."""
    letterTouched = Signal(str)
    """One letter of a value that the learner copies."""

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
        """A sentence begins to be heard; empty when the voice falls silent."""
        self.show_word(-1, -1)
        self.show_target("")
        if sentence != self._sentence:
            self._sentence = sentence
            self.sentenceChanged.emit()

    def show_stand_in(self, *, stand_in: bool) -> None:
        """Vietnamese is heard in the place of the chosen language, or the language itself is."""
        if stand_in != self._stand_in:
            self._stand_in = stand_in
            self.standInChanged.emit()

    def show_target(self, target: str) -> None:
        """What is heard is the words of a choice of that name; empty for no choice."""
        if target != self._target:
            self._target = target
            self.targetChanged.emit(target)

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

    def show_pausable(self, pausable: bool) -> None:  # noqa: FBT001 - from a signal
        """Something long begins to be heard, or is over."""
        if pausable != self._pausable:
            self._pausable = pausable
            self.pausableChanged.emit()

    def show_paused(self, paused: bool) -> None:  # noqa: FBT001 - from a signal
        """The voice is held, or goes on."""
        if paused != self._paused:
            self._paused = paused
            self.pausedChanged.emit()

    @Slot()
    def pause(self) -> None:
        """The learner wants the voice to wait."""
        self.pauseAsked.emit()

    @Slot()
    def resume(self) -> None:
        """The learner wants it to go on."""
        self.resumeAsked.emit()

    @Slot(str, int)
    def touchSentence(self, sentence: str, word: int) -> None:
        self.sentenceTouched.emit(sentence, word)

    @Slot(str)
    def touchLetter(self, letter: str) -> None:
        self.letterTouched.emit(letter)

    sentence = _shows_sentence(str, lambda self: self._sentence)
    firstWord = _shows_word(int, lambda self: self._first)
    """The first word being spoken, counted from 0; -1 for none."""
    lastWord = _shows_word(int, lambda self: self._last)
    """The last word being spoken."""
    problem = _shows_problem(str, lambda self: self._problem)
    """Why the kiosk is silent."""
    pausable = _shows_pausable(bool, lambda self: self._pausable)
    """Whether what is heard is long enough to be paused."""
    paused = _shows_paused(bool, lambda self: self._paused)
    """Whether the voice waits until it is told to go on."""
    standIn = _shows_stand_in(bool, lambda self: self._stand_in)
    """Whether Vietnamese is heard in the place of the chosen language, or was heard last."""
