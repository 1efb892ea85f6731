"""Where the kiosk's files lie."""

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one kiosk: what it teaches, what it remembers, what it can make again."""

    home: Path = CHECKOUT
    state: Path = CHECKOUT
    cache: Path = CHECKOUT
    other_config: Path | None = None
    """Settings in another place than usual."""
    sticks: tuple[Path, ...] = ()
    """Where sticks appear as folders, in place of where the system mounts them."""

    @property
    def lessons(self) -> Path:
        """Lesson files, procedures in a folder below."""
        return self.home / "lessons"

    @property
    def icons(self) -> Path:
        """Small drawings in one colour."""
        return self.home / "media" / "icons"

    @property
    def pictures(self) -> Path:
        """Large drawings."""
        return self.home / "media" / "pictures"

    @property
    def neural_voices(self) -> Path:
        """Neural voices that the centre was given, one folder for each language."""
        return self.home / "media" / "voices"

    @property
    def translations(self) -> Path:
        """One folder for each language."""
        return self.home / "translations"

    @property
    def recordings(self) -> Path:
        """Sentences recorded by people, one folder for each language."""
        return self.home / "media" / "voice"

    @property
    def config(self) -> Path:
        """The settings of the centre."""
        return self.other_config or self.home / "config.yaml"

    @property
    def local_configs(self) -> tuple[Path, ...]:
        """What staff set at the kiosk: beside the settings, or with the state if it cannot be."""
        beside = self.config.with_name(f"{self.config.stem}.local{self.config.suffix}")
        with_state = self.state / beside.name
        if with_state != beside and (with_state.exists() or not os.access(beside.parent, os.W_OK)):
            return (beside, with_state)
        return (beside,)

    @property
    def voice_cache(self) -> Path:
        """Rendered speech."""
        return self.cache / "voice"

    @property
    def pin(self) -> Path:
        """The hash of the staff's PIN."""
        return self.state / "pin.json"

    @property
    def doorstep(self) -> Path:
        """What the attract page last showed."""
        return self.state / "doorstep.json"

    @property
    def replaced(self) -> Path:
        """What lessons from a stick have replaced, so that it can be put back."""
        return self.state / "replaced"

    @property
    def tried(self) -> Path:
        """Copies of the lessons on the stick that was looked at last."""
        return self.cache / "stick"

    @property
    def stats(self) -> Path:
        """The counters of what happened."""
        return self.state / "stats.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the one kiosk that runs from the state folder."""
        return self.state / "kiosk.lock"

    @property
    def door(self) -> str:
        """Where the kiosk that runs can be asked for a lesson: a socket, or a named pipe."""
        if sys.platform != "win32":
            return str(self.state / "open.sock")
        name = hashlib.sha256(str(self.state).encode()).hexdigest()[:16]
        return rf"\\.\pipe\tutorial-kiosk-{name}"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.state / "kiosk.log"


def folders_from_environment() -> Folders:
    """The folders of this machine; KIOSK_HOME moves the lessons, XDG variables the rest.

    KIOSK_STICKS names folders in which each folder is a stick.
    """
    user = Path.home()
    state = Path(os.environ.get("XDG_STATE_HOME") or user / ".local" / "state")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or user / ".cache")
    sticks = os.environ.get("KIOSK_STICKS", "")
    return Folders(
        home=Path(os.environ.get("KIOSK_HOME") or CHECKOUT),
        state=state / "tutorial-kiosk",
        cache=cache / "tutorial-kiosk",
        sticks=tuple(Path(each) for each in sticks.split(os.pathsep) if each),
    )
