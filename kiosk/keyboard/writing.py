"""Somebody writing: the text, the page of keys that she sees, whether the next letter is large."""

from dataclasses import dataclass, replace

from kiosk.keyboard.board import Act, Key, Page
from kiosk.keyboard.entry import EMPTY, Entry
from kiosk.keyboard.graphemes import graphemes


@dataclass(frozen=True, slots=True)
class Writing:
    """A moment of it; every key makes a new one."""

    entry: Entry = EMPTY
    page: Page = Page.LETTERS
    capitals: bool = False
    telex: bool = False
    longest: int = 400
    """How many letters there may be."""

    def pressed(self, key: Key) -> "Writing":
        """After a key."""
        if key.tone:
            return self.with_entry(self.entry.toned(key.tone))
        return self._after(key.act) if key.act else self.written(key.sign)

    def written(self, sign: str) -> "Writing":
        """After a sign, from the screen's keys or from real ones; a full text takes no more."""
        entry = self.entry.written(sign, telex=self.telex)
        if len(graphemes(entry.text)) > self.longest:
            return self
        return replace(self, entry=entry, capitals=False)

    def with_entry(self, entry: Entry) -> "Writing":
        """The same with another text or place in it."""
        return replace(self, entry=entry)

    def _after(self, act: Act) -> "Writing":
        if act is Act.SHIFT:
            return replace(self, capitals=not self.capitals)
        if act is Act.TELEX:
            return replace(self, telex=not self.telex)
        if act in (Act.LETTERS, Act.SIGNS):
            return replace(self, page=Page(act.value))
        return self.with_entry(self._moved(act))

    def _moved(self, act: Act) -> Entry:
        if act is Act.ERASE:
            return self.entry.erased()
        steps = {Act.LEFT: -1, Act.RIGHT: 1}
        return self.entry.moved(steps.get(act, 0))
