"""A lesson's text with all that was changed, so that everything can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.editor.splices import Splice, applied, difference
from kiosk.editor.structure import Structure, structure_of

Change = Callable[[Structure], Structure]
"""A change of a text, as `edits` offers them; it may refuse."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A change that can be taken back, and those before it."""

    back: Splice
    """What brings the text before it."""
    before: "_Taken | None"


@dataclass(frozen=True, slots=True)
class LessonText:
    """The text as it is now; each change gives another one of these."""

    structure: Structure
    _undo: _Taken | None = None
    _redo: _Taken | None = None

    @classmethod
    def of(cls, text: str) -> "LessonText":
        """A text of which nothing was changed yet."""
        return cls(structure_of(text))

    @property
    def text(self) -> str:
        return self.structure.text

    @property
    def may_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._undo is not None

    @property
    def may_redo(self) -> bool:
        """Whether a change was taken back that can be made again."""
        return self._redo is not None

    def changed(self, *changes: Change) -> "LessonText":
        """After these changes, which are taken back as one.

        Raises:
            EditRefusedError: one of them cannot be made; then none is.
        """
        after = self.structure
        for change in changes:
            after = change(after)
        return self.replaced(after)

    def replaced(self, after: Structure) -> "LessonText":
        """With another text, which can be taken back."""
        if after.text == self.text:
            return self
        return LessonText(after, _Taken(difference(after.text, self.text), self._undo))

    def undone(self) -> "LessonText":
        """Before the last change."""
        if self._undo is None:
            return self
        before = structure_of(applied(self.text, [self._undo.back]))
        forth = _Taken(difference(before.text, self.text), self._redo)
        return replace(self, structure=before, _undo=self._undo.before, _redo=forth)

    def redone(self) -> "LessonText":
        """With the change again that was taken back last."""
        if self._redo is None:
            return self
        after = structure_of(applied(self.text, [self._redo.back]))
        back = _Taken(difference(after.text, self.text), self._undo)
        return replace(self, structure=after, _undo=back, _redo=self._redo.before)
