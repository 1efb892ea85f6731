"""A lesson's text with an undo and redo history."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.editor.splices import Splice, applied, difference
from kiosk.editor.structure import Structure, structure_of

Change = Callable[[Structure], Structure]
"""A change of a text that raises EditRefusedError if it cannot be made."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A linked list of changes that can be undone or redone."""

    back: Splice
    """The splice that restores the other text."""
    before: "_Taken | None"


@dataclass(frozen=True, slots=True)
class LessonText:
    """An immutable state of the text with its history."""

    structure: Structure
    _undo: _Taken | None = None
    _redo: _Taken | None = None

    @classmethod
    def of(cls, text: str) -> "LessonText":
        """A text without history."""
        return cls(structure_of(text))

    @property
    def text(self) -> str:
        return self.structure.text

    @property
    def may_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self._undo is not None

    @property
    def may_redo(self) -> bool:
        """Whether there is an undone change to redo."""
        return self._redo is not None

    def changed(self, *changes: Change) -> "LessonText":
        """Applies changes that are undone together.

        Raises:
            EditRefusedError: one of the changes cannot be made; then none is applied.
        """
        after = self.structure
        for change in changes:
            after = change(after)
        return self.replaced(after)

    def replaced(self, after: Structure) -> "LessonText":
        """Replaces the text; the replacement can be undone."""
        if after.text == self.text:
            return self
        return LessonText(after, _Taken(difference(after.text, self.text), self._undo))

    def undone(self) -> "LessonText":
        """Undoes the last change."""
        if self._undo is None:
            return self
        before = structure_of(applied(self.text, [self._undo.back]))
        forth = _Taken(difference(before.text, self.text), self._redo)
        return replace(self, structure=before, _undo=self._undo.before, _redo=forth)

    def redone(self) -> "LessonText":
        """Redoes the change undone last."""
        if self._redo is None:
            return self
        after = structure_of(applied(self.text, [self._redo.back]))
        back = _Taken(difference(after.text, self.text), self._undo)
        return replace(self, structure=after, _undo=back, _redo=self._redo.before)
