"""Stores changes of settings by staff: written atomically, and with undo."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kiosk.content.problems import Problem
from kiosk.content.tree import Data
from kiosk.domain.settings import Settings
from kiosk.durable import is_odd, read_plain_file, set_aside, write_durably
from kiosk.settings.change import (
    Changes,
    UnreadableOverlayError,
    Value,
    changed,
    sections_of,
)
from kiosk.settings.file import read_settings

ALL = frozenset(Settings.model_fields)
"""The names of all sections."""
KEPT_BEFORE = 20
"""The number of changes that can be undone."""


@dataclass(frozen=True, slots=True)
class SettingsOutcome:
    """The result of a change of settings."""

    settings: Settings
    """The current settings."""
    refused: tuple[Problem, ...] = ()
    """Why nothing was changed; empty on success."""
    set_aside: Path | None = None
    """The new path of a file that could not be read; None if it was readable."""
    may_undo: bool = False


class SettingsStore:
    """The settings of a kiosk and the local file that overrides them."""

    def __init__(self, config: Path, overlays: Sequence[Path]) -> None:
        """`overlays`: the local files in ascending precedence; the last one is written."""
        self._config = config
        self._overlays = tuple(overlays)

    @property
    def _target(self) -> Path:
        """The local file that is written: the one with the highest precedence."""
        return self._overlays[-1]

    def now(self, sections: Collection[str] = ALL) -> SettingsOutcome:
        """The current settings, and whether a change of these sections can be undone."""
        settings, _ = read_settings(self._config, self._overlays)
        before = self._before(self._target)
        return SettingsOutcome(settings, may_undo=self._last_change(before, sections) is not None)

    def change(self, changes: Changes) -> SettingsOutcome:
        """Sets fields, unless this causes new problems in the settings.

        Raises:
            OSError: the disk failed; nothing was changed.
        """
        target = self._target
        old, broken = self._readable(target)
        text = changed(old, changes)
        if text == old and not broken:
            return self.now(changes.keys())
        refused = self._refused(target, text)
        if refused:
            now = self.now(changes.keys())
            return SettingsOutcome(now.settings, refused, may_undo=now.may_undo)
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = self._put_aside(target) if broken else None
        self._keep_before(target, old)
        write_durably(target, text.encode())
        return SettingsOutcome(self.now().settings, set_aside=aside, may_undo=True)

    def undo(self, sections: Collection[str] = ALL) -> SettingsOutcome:
        """Undoes the last change of these sections; other sections stay as they are.

        Saved texts from before that change stay as they are.

        Raises:
            OSError: the disk failed; nothing was changed.
        """
        target, before = self._target, self._before(self._target)
        at = self._last_change(before, sections)
        if at is None:
            return self.now(sections)
        old = self._sections(before[at])
        later = [*before[at + 1 :], target]
        if len(later) == 1 and self._differ_only_in(sections, before[at], target):
            before[at].replace(target)
            return self.now(sections)
        for path in reversed(later):
            back = _way_back(self._sections(path), old, sections)
            write_durably(path, changed(path.read_text(encoding="utf-8-sig"), back).encode())
        before[at].unlink()
        return self.now(sections)

    def _last_change(self, before: Sequence[Path], sections: Collection[str]) -> int | None:
        """The index of the saved text before the last change of these sections, or None."""
        states = [self._sections(path) for path in (*before, self._target)]
        return next(
            (
                at
                for at in reversed(range(len(before)))
                if _only(states[at], sections) != _only(states[at + 1], sections)
            ),
            None,
        )

    def _differ_only_in(self, sections: Collection[str], one: Path, other: Path) -> bool:
        states = [self._sections(path) for path in (one, other)]
        rest = (states[0].keys() | states[1].keys()) - set(sections)
        return sections is ALL or _only(states[0], rest) == _only(states[1], rest)

    def _sections(self, path: Path) -> dict[str, dict[str, Data]]:
        """The sections of a file; empty if it cannot be read."""
        try:
            return sections_of(read_plain_file(path).decode("utf-8-sig"))
        except (OSError, UnicodeDecodeError, UnreadableOverlayError):
            return {}

    def _readable(self, target: Path) -> tuple[str, bool]:
        """The local file's text and False; an empty text and True if the file is broken."""
        if is_odd(target):
            return "", True
        try:
            text = target.read_text(encoding="utf-8-sig")
            sections_of(text)
        except FileNotFoundError:
            return "", False
        except (UnicodeDecodeError, UnreadableOverlayError):
            return "", True
        return text, False

    def _refused(self, target: Path, text: str) -> tuple[Problem, ...]:
        """The problems that the new text would cause in addition to existing ones."""
        draft = target.with_name(f".draft-{target.name}")
        overlays = [draft if path == target else path for path in self._overlays]
        _, known = read_settings(self._config, self._overlays)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_text(text, encoding="utf-8")
            _, found = read_settings(self._config, overlays)
        finally:
            draft.unlink(missing_ok=True)
        before = {(problem.code, problem.facts) for problem in known}
        return tuple(each for each in found if (each.code, each.facts) not in before)

    def _put_aside(self, target: Path) -> Path:
        """Moves or copies a broken file to an unused name; returns the new path."""
        if is_odd(target):
            return set_aside(target)
        names = (f"{target.stem}.broken-{number}{target.suffix}" for number in count(1))
        aside = next(path for name in names if not (path := target.with_name(name)).exists())
        write_durably(aside, target.read_bytes())
        return aside

    def _before(self, target: Path) -> list[Path]:
        return sorted(target.parent.glob(f"{target.stem}.before-*{target.suffix}"))

    def _keep_before(self, target: Path, old: str) -> None:
        before = self._before(target)
        last = int(before[-1].stem.rpartition("-")[2]) if before else 0
        name = f"{target.stem}.before-{last + 1:06}{target.suffix}"
        write_durably(target.with_name(name), old.encode())
        for path in before[: 1 - KEPT_BEFORE]:
            path.unlink(missing_ok=True)


def _only(
    state: Mapping[str, Mapping[str, Data]], sections: Collection[str]
) -> dict[str, Mapping[str, Data]]:
    return {name: fields for name, fields in state.items() if name in sections and fields}


def _way_back(
    state: Mapping[str, Mapping[str, Data]],
    old: Mapping[str, Mapping[str, Data]],
    sections: Collection[str],
) -> dict[str, dict[str, Value]]:
    """The changes that restore these sections from `state` to `old`."""
    return {
        name: {
            field: _as_value(old.get(name, {}).get(field))
            for field in {**old.get(name, {}), **state.get(name, {})}
        }
        for name in sections
        if old.get(name, {}) != state.get(name, {})
    }


def _as_value(data: Data) -> Value:
    if isinstance(data, list):
        return tuple(str(each) for each in data)
    return data if isinstance(data, str | bool | int | float) else None
