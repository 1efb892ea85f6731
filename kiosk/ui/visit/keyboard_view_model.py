"""The view model of the on-screen keyboard and of the text typed with it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.keyboard.board import VIETNAMESE, Act, BoardKey, BoardPage, Rows, board
from kiosk.keyboard.entry import entry_of
from kiosk.keyboard.layout import KeyPlace, key_places
from kiosk.keyboard.syllable import TONE_WORDS
from kiosk.keyboard.writing import TypingState
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_creatable

SOURCE = "vi"
ICONS = {
    Act.SHIFT: "shift",
    Act.ERASE: "backspace",
    Act.LEFT: "back",
    Act.RIGHT: "next",
    Act.DONE: "check",
}
WORDS = {Act.LETTERS: "abc", Act.SIGNS: "?123", Act.TELEX: "Telex"}
ACTS = {
    Qt.Key.Key_Backspace: Act.ERASE,
    Qt.Key.Key_Left: Act.LEFT,
    Qt.Key.Key_Right: Act.RIGHT,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class BoardKeyRow:
    at: int
    """The index of the key on the board, which stays the same when its label changes."""
    name: str
    act: str
    """The action of the key, or `space`; empty when it types its label."""
    icon_name: str
    text: str
    word: bool
    """True when the label is a word rather than a character."""
    columns: float
    row: int
    before: float
    """The width of the keys to its left, in columns."""
    row_columns: float


@qml_creatable
class KeyboardViewModel(QObject):
    """Handles keys of the on-screen and of a real keyboard and emits the text after each."""

    boardChanged = Signal()
    textChanged = Signal()
    edited = Signal(str)
    """The text after an edit by the user."""
    finished = Signal()
    """The user has finished typing."""

    board = ShownList(BoardKeyRow)
    """All keys of the board, row by row."""

    _shows_text: Properties["KeyboardViewModel"] = Properties(textChanged)
    _shows_board: Properties["KeyboardViewModel"] = Properties(boardChanged)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = TypingState()
        self._language = SOURCE
        self._letters: tuple[str, ...] = ()
        self._plain = False
        self._rows: Rows = self._board()
        self.boardChanged.connect(self._fill)
        self._fill()

    def _board(self) -> Rows:
        writing = self._writing
        return board(
            writing.page,
            self._own_letters(),
            capitals=writing.capitals,
            telex_offered=self._language == SOURCE and not self._plain,
        )

    def _own_letters(self) -> tuple[str, ...]:
        if self._letters or self._plain:
            return self._letters
        return VIETNAMESE if self._language == SOURCE else ()

    def _set_writing(self, writing: TypingState) -> None:
        before, self._writing = self._writing, writing
        if writing.entry != before.entry:
            self.textChanged.emit()
        if writing.entry.text != before.entry.text:
            self.edited.emit(writing.entry.text)
        self._rows = self._board()
        if (writing.page, writing.capitals, writing.telex) != (
            before.page,
            before.capitals,
            before.telex,
        ):
            self.boardChanged.emit()

    def _rebuild_board(self) -> None:
        self._rows = self._board()
        self.boardChanged.emit()

    # Called by QML.

    @Slot(str)
    def press(self, name: str) -> None:
        key = next((key for row in self._rows for key in row if key.name == name), None)
        if key is not None and key.act is Act.DONE:
            self.finished.emit()
        elif key is not None:
            self._set_writing(self._writing.pressed(key))

    @Slot(int, str, result=bool)
    def strike(self, key: int, sign: str) -> bool:
        """Handles a key of a real keyboard; returns False when the key has no meaning here."""
        if key in ENTER:
            self.finished.emit()
        elif key in ACTS:
            self._set_writing(self._writing.pressed(BoardKey(act=ACTS[Qt.Key(key)])))
        elif key == Qt.Key.Key_Delete:
            self._set_writing(self._writing.with_entry(self._writing.entry.erased_after()))
        elif key == Qt.Key.Key_Home:
            self.moveTo(0)
        elif key == Qt.Key.Key_End:
            self.moveTo(len(self._writing.entry.text))
        elif sign.isprintable() and sign:
            self._set_writing(self._writing.written(sign))
        else:
            return False
        return True

    @Slot(int)
    def moveTo(self, place: int) -> None:
        """Moves the cursor to a position in UTF-16 code units, as QML counts."""
        units = self._writing.entry.text.encode("utf-16-le")[: 2 * max(0, place)]
        place = len(units.decode("utf-16-le", "ignore"))
        self._set_writing(self._writing.with_entry(self._writing.entry.moved_to(place)))

    def _text(self) -> str:
        return self._writing.entry.text

    def _set_text(self, text: str) -> None:
        if entry_of(text).text != self._text():
            self._writing = replace(self._writing, entry=entry_of(text), capitals=False)
            self.textChanged.emit()
            self.boardChanged.emit()

    text = Property(str, _text, _set_text, notify=textChanged)

    def _get_language(self) -> str:
        return self._language

    def _set_language(self, language: str) -> None:
        if language != self._language:
            self._language = language
            self._writing = replace(self._writing, telex=False)
            self._rebuild_board()

    language = Property(str, _get_language, _set_language, notify=boardChanged)

    def _get_letters(self) -> list[str]:
        return list(self._letters)

    def _set_letters(self, letters: list[str]) -> None:
        if tuple(letters) != self._letters:
            self._letters = tuple(letters)
            self._rebuild_board()

    letters = Property(list, _get_letters, _set_letters, notify=boardChanged)

    def _get_plain(self) -> bool:
        return self._plain

    def _set_plain(self, plain: bool) -> None:  # noqa: FBT001 - a property's setter
        if plain != self._plain:
            self._plain = plain
            self._writing = replace(self._writing, telex=False)
            self._rebuild_board()

    plain = Property(bool, _get_plain, _set_plain, notify=boardChanged)

    def _get_numeric(self) -> bool:
        return self._writing.page is BoardPage.NUMBERS

    def _set_numeric(self, numeric: bool) -> None:  # noqa: FBT001 - a property's setter
        if numeric != self._get_numeric():
            page = BoardPage.NUMBERS if numeric else BoardPage.LETTERS
            self._set_writing(replace(self._writing, page=page))

    numeric = Property(bool, _get_numeric, _set_numeric, notify=boardChanged)

    def _get_longest(self) -> int:
        return self._writing.longest

    def _set_longest(self, longest: int) -> None:
        self._writing = replace(self._writing, longest=longest)
        self.boardChanged.emit()

    longest = Property(int, _get_longest, _set_longest, notify=boardChanged)

    place = _shows_text(int, lambda self: len(self._writing.entry.before.encode("utf-16-le")) // 2)
    """The cursor position in UTF-16 code units, as QML counts."""
    capitals = _shows_board(bool, lambda self: self._writing.capitals)
    """True when the next letter is a capital."""
    telex = _shows_board(bool, lambda self: self._writing.telex)
    """True when Telex input is on: aa becomes â."""

    def _fill(self) -> None:
        laid = enumerate(key_places(self._rows))
        self.board.show([_key_row(at, key, place) for at, (key, place) in laid])

    rowCount = _shows_board(int, lambda self: len(self._rows))


def _key_row(at: int, key: BoardKey, place: KeyPlace) -> BoardKeyRow:
    act, is_space = key.act, key.sign == " "
    word = TONE_WORDS.get(key.tone) or (WORDS.get(act, "") if act else "")
    return BoardKeyRow(
        at=at,
        name=key.name,
        act=act.value if act else "space" if is_space else "",
        icon_name="space" if is_space else ICONS.get(act, "") if act else "",
        text=word or key.sign.strip(),
        word=bool(word),
        columns=key.columns,
        row=place.row,
        before=place.before,
        row_columns=place.row_columns,
    )
