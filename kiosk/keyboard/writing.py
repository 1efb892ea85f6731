"""The state of the keyboard: the text, the page of keys, capitals and Telex."""

from dataclasses import dataclass, replace

from kiosk.keyboard.board import Act, BoardKey, BoardPage
from kiosk.keyboard.entry import EMPTY, Entry
from kiosk.keyboard.graphemes import graphemes


@dataclass(frozen=True, slots=True)
class TypingState:
    """One state; every key press returns a new one."""

    entry: Entry = EMPTY
    page: BoardPage = BoardPage.LETTERS
    capitals: bool = False
    telex: bool = False
    longest: int = 400
    """The maximum length of the text, in graphemes."""

    def pressed(self, key: BoardKey) -> "TypingState":
        if key.tone:
            return self.with_entry(self.entry.toned(key.tone))
        return self._after(key.act) if key.act else self.written(key.sign)

    def written(self, sign: str) -> "TypingState":
        """Returns the state after a typed character; at the maximum length nothing changes."""
        entry = self.entry.written(sign, telex=self.telex)
        if len(graphemes(entry.text)) > self.longest:
            return self
        return replace(self, entry=entry, capitals=False)

    def with_entry(self, entry: Entry) -> "TypingState":
        """Returns the state with another text or cursor position."""
        return replace(self, entry=entry)

    def _after(self, act: Act) -> "TypingState":
        if act is Act.SHIFT:
            return replace(self, capitals=not self.capitals)
        if act is Act.TELEX:
            return replace(self, telex=not self.telex)
        if act in (Act.LETTERS, Act.SIGNS):
            return replace(self, page=BoardPage(act.value))
        return self.with_entry(self._moved(act))

    def _moved(self, act: Act) -> Entry:
        if act is Act.ERASE:
            return self.entry.erased()
        steps = {Act.LEFT: -1, Act.RIGHT: 1}
        return self.entry.moved(steps.get(act, 0))
