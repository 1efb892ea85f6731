"""Keeps what staff set at the kiosk: written whole or not at all, and able to go back."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kiosk.content.problems import Problem
from kiosk.content.settings_change import Changes, UnreadableOverlayError, changed, sections_of
from kiosk.content.settings_file import read_settings
from kiosk.domain.settings import Settings
from kiosk.durable import write_durably

KEPT_BEFORE = 20
"""So many steps can be taken back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish to change the settings."""

    settings: Settings
    """The settings that are in force now."""
    refused: tuple[Problem, ...] = ()
    """Why nothing was changed; empty when it was."""
    set_aside: Path | None = None
    """Where a file that could not be read was put."""
    may_undo: bool = False


class SettingsStore:
    """The settings of a kiosk and their local part."""

    def __init__(self, config: Path, overlays: Sequence[Path]) -> None:
        """`overlays`: the local parts as they are read; the last one is written."""
        self._config = config
        self._overlays = tuple(overlays)

    @property
    def _target(self) -> Path:
        """The local part that is written: no other one may overrule it."""
        return self._overlays[-1]

    def now(self) -> Outcome:
        """The settings as they are."""
        settings, _ = read_settings(self._config, self._overlays)
        return Outcome(settings, may_undo=bool(self._before(self._target)))

    def change(self, changes: Changes) -> Outcome:
        """Set some fields, if the settings stay sound by it.

        Raises:
            OSError: the disk refused; everything is as it was.
        """
        target = self._target
        old, set_aside = self._readable(target)
        text = changed(old, changes)
        if text == old and not set_aside:
            return self.now()
        refused = self._refused(target, text)
        if refused:
            return Outcome(self.now().settings, refused, may_undo=bool(self._before(target)))
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = self._put_aside(target) if set_aside else None
        self._keep_before(target, old)
        write_durably(target, text.encode())
        return Outcome(self.now().settings, set_aside=aside, may_undo=True)

    def undo(self) -> Outcome:
        """Go back to what was set before the last change; the oldest step stays as it is.

        Raises:
            OSError: the disk refused; everything is as it was.
        """
        target = self._target
        before = self._before(target)
        if before:
            before[-1].replace(target)
        return self.now()

    def _readable(self, target: Path) -> tuple[str, bool]:
        """The local part's text; an empty one, and True, in the place of one that is broken."""
        try:
            text = target.read_text(encoding="utf-8-sig")
            sections_of(text)
        except FileNotFoundError:
            return "", False
        except (UnicodeDecodeError, UnreadableOverlayError):
            return "", True
        return text, False

    def _refused(self, target: Path, text: str) -> tuple[Problem, ...]:
        """What would be wrong with the settings that is not wrong already."""
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
        """A copy of a broken file, under a name that nothing reads."""
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
