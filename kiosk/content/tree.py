"""Builds plain data from YAML events; every scalar stays the text that was written."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from yaml import events

from kiosk.content.plain_text import is_plain
from kiosk.content.problems import MAX_PROBLEMS, START, Position, Problem, problem_at
from kiosk.content.source import lines_of
from kiosk.i18n.letter_codes import letters_in_code

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""None stands for an empty value."""
KeyPath: TypeAlias = tuple[str | int, ...]
"""The path to a part of the data: keys and indices."""

DEEPEST = 20
LOST = re.compile(r"[ \t]#[^\s#]")
NOWHERE: KeyPath = ("",)
"""Key path for parts that were already reported as wrong and are not checked further."""


class UnreadableLessonError(Exception):
    """The rest of the file cannot be parsed; the problem was already reported."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    data: dict[str, Data] | list[Data]
    key_path: KeyPath | None
    """None inside a part that is ignored."""
    key: str | None = None
    """The key whose value comes next."""
    ignored: bool = False
    """Whether that value is ignored."""


class Tree:
    """Builds the data by taking one event after another."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.data: Data = None
        self.keys: dict[KeyPath, Position] = {}
        self.values: dict[KeyPath, Position] = {}
        self.empties: set[KeyPath] = set()
        self.reported: set[KeyPath] = set()
        self.problems: list[Problem] = []
        self.last_scalar: events.ScalarEvent | None = None
        self._open: list[_Open] = []
        self._documents = 0
        self._second: events.DocumentStartEvent | None = None
        self._lines = lines_of(text) if LOST.search(text) else []

    def take(self, event: events.Event) -> None:
        """Processes one event.

        Raises:
            UnreadableLessonError: the rest of the file cannot be parsed.
        """
        if self._second:
            self._refuse_second(event)
        elif isinstance(event, events.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, events.MappingStartEvent):
            self._open_node(event, {})
        elif isinstance(event, events.SequenceStartEvent):
            self._open_node(event, [])
        elif isinstance(event, events.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, events.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, events.DocumentStartEvent):
            self._begin_document(event)

    def _begin_document(self, event: events.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._second = event

    def _refuse_second(self, event: events.Event) -> None:
        """A line `---` at the very end of a file is accepted."""
        if isinstance(event, events.ScalarEvent) and not event.value:
            return
        if self._second and not isinstance(event, events.DocumentEndEvent | events.StreamEndEvent):
            self._report(self._second, "two_documents")
            raise UnreadableLessonError

    def _take_scalar(self, event: events.ScalarEvent) -> None:
        self.last_scalar = event
        plain = event.style in (None, "")
        if plain and self._lines:
            self._look_for_lost_text(event)
        top = self._open[-1] if self._open else None
        if top and isinstance(top.data, dict) and top.key is None:
            self._refuse_marks(event, None)
            self._refuse_unseen(event, None)
            self._take_key(event, top, top.data)
            return
        value = None if plain and not event.value else event.value
        key_path = self._put(event, value)
        if key_path is not None and value is None:
            self.empties.add(key_path)
        self._refuse_marks(event, key_path)
        self._refuse_unseen(event, key_path)
        may_be_so = key_path is not None and key_path[-1:] == ("password",)
        if not may_be_so and (found := letters_in_code(event.value)):
            self._report(event, "letters_in_code", text=found[0], better=found[1])

    def _refuse_unseen(self, event: events.ScalarEvent, key_path: KeyPath | None) -> None:
        """Characters written as escapes in double quotes; unescaped ones were reported before."""
        if event.style != '"' or is_plain(event.value):
            return
        from kiosk.content.lookalikes import code_point, unseen_sign  # noqa: PLC0415 - rarely needed

        if sign := unseen_sign(event.value):
            self._report(event, "control_sign", sign=code_point(sign))
            if key_path is not None:
                self.reported.add(key_path)

    def _take_key(self, event: events.ScalarEvent, top: _Open, data: dict[str, Data]) -> None:
        top.key = event.value
        top.ignored = top.key_path is None
        if top.key_path is None:
            return
        key_path = (*top.key_path, top.key)
        if not top.key:
            self._report(event, "key_missing")
            top.ignored = True
        elif top.key in data:
            first = str(self.keys[key_path].line)
            in_item = isinstance(key_path[-2] if len(key_path) > 1 else None, int)
            code = "key_twice_in_item" if in_item else "key_twice"
            self._report(event, code, name=top.key, first=first)
            top.ignored = True
        else:
            self.keys[key_path] = _position(event)

    def _take_alias(self, event: events.AliasEvent) -> None:
        self._report(event, "alias_refused", text=f"*{event.anchor}")
        if self._key_expected():
            self._open[-1].key, self._open[-1].ignored = "", True
        elif (key_path := self._put(event, f"*{event.anchor}")) is not None:
            self.reported.add(key_path)

    def _open_node(
        self,
        event: events.MappingStartEvent | events.SequenceStartEvent,
        data: dict[str, Data] | list[Data],
    ) -> None:
        if len(self._open) >= DEEPEST:
            self._report(event, "too_deep", most=str(DEEPEST))
            raise UnreadableLessonError
        key_path: KeyPath | None = None
        if self._key_expected():
            self._report(event, "key_not_text")
            self._open[-1].key, self._open[-1].ignored = "", True
        else:
            key_path = self._put(event, data)
        self._refuse_marks(event, key_path)
        self._open.append(_Open(data, key_path))

    def _key_expected(self) -> bool:
        top = self._open[-1] if self._open else None
        return bool(top and isinstance(top.data, dict) and top.key is None)

    def _put(self, event: events.Event, value: Data) -> KeyPath | None:
        """Stores the value and returns its key path; None in an ignored part."""
        if not self._open:
            self.data = value
            return self._remember(event, ())
        top = self._open[-1]
        if isinstance(top.data, list):
            top.data.append(value)
            at = len(top.data) - 1
            return self._remember(event, None if top.key_path is None else (*top.key_path, at))
        key, top.key = top.key or "", None
        if top.ignored or top.key_path is None:
            return None
        top.data[key] = value
        return self._remember(event, (*top.key_path, key))

    def _remember(self, event: events.Event, key_path: KeyPath | None) -> KeyPath | None:
        if key_path is not None:
            self.values[key_path] = _position(event)
        return key_path

    def _refuse_marks(self, event: events.NodeEvent, key_path: KeyPath | None) -> None:
        """Reports anchors and tags, which are not allowed in lessons."""
        refused = False
        if event.anchor:
            self._report(event, "anchor_refused", text=f"&{event.anchor}")
            refused = True
        if tag := getattr(event, "tag", None):
            self._report(event, "tag_refused", text=str(tag).replace("tag:yaml.org,2002:", "!!"))
            refused = True
        if refused and key_path is not None:
            self.reported.add(key_path)

    def _look_for_lost_text(self, event: events.ScalarEvent) -> None:
        end = event.end_mark
        if end is None or end.line >= len(self._lines):
            return
        rest = self._lines[end.line][end.column :]
        lost = rest.lstrip(" \t")
        if LOST.match(f" {lost[:2]}") and lost != rest:
            at = Position(end.line + 1, len(self._lines[end.line]) - len(lost) + 1)
            self.problems.append(problem_at(self.path, at, "text_lost_after_hash", text=lost[:40]))

    def _report(self, event: events.Event, code: str, **facts: str) -> None:
        self.problems.append(problem_at(self.path, _position(event), code, **facts))
        if len(self.problems) >= MAX_PROBLEMS:
            raise UnreadableLessonError


def _position(event: events.Event) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark else START
