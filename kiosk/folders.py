"""Where the kiosk's files lie."""

import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
IN_USE = "in-use"
"""In the folder of packs: a link to the version that is taught from."""


class NoHomeError(Exception):
    """Neither HOME nor the XDG variables nor the user database tell where files may lie."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one kiosk: what it teaches, what it remembers, what it can make again."""

    home: Path = CHECKOUT
    """What is shipped; of an installed kiosk it is never written to."""
    state: Path = CHECKOUT
    cache: Path = CHECKOUT
    other_config: Path | None = None
    """Settings in another place than usual."""
    with_local_settings: bool = True
    """Whether what staff set at the kiosk is read."""
    sticks: tuple[Path, ...] = ()
    """Where sticks appear as folders, in place of where the system mounts them."""
    site: Path | None = None
    """The centre's own lessons, pictures, translations, recordings and settings; None: `home`."""
    stick_writer: Path = Path("/run/tutorial-kiosk-write-stick")
    """The socket of what writes to sticks for a kiosk that may only read them."""
    system_told: Path = Path("/data/update")
    """Where the system of a machine that was made of the image tells what became of updates."""

    @property
    def own(self) -> Path:
        """Where everything is written that the centre changes; laid out like `home`."""
        return self.site or self.home

    @property
    def homes(self) -> tuple[Path, ...]:
        """Where content is read from, what counts first: the centre's own, the pack, the shipped.

        Some of them may not be there. A file in an earlier one stands for its namesakes in later
        ones.
        """
        return tuple(dict.fromkeys((self.own, self.packs / IN_USE, self.home)))

    def _in_homes(self, name: str) -> tuple[Path, ...]:
        return tuple(home / name for home in self.homes)

    @property
    def lessons(self) -> Path:
        """The centre's own lesson files, procedures in a folder below."""
        return self.own / "lessons"

    @property
    def lesson_folders(self) -> tuple[Path, ...]:
        """Where lesson files are read from, what counts first."""
        return self._in_homes("lessons")

    @property
    def icon_folders(self) -> tuple[Path, ...]:
        """Where small drawings in one colour lie, what counts first."""
        return self._in_homes("media/icons")

    @property
    def picture_folders(self) -> tuple[Path, ...]:
        """Where large drawings lie, what counts first."""
        return self._in_homes("media/pictures")

    @property
    def shipped_pictures(self) -> Path:
        """The large drawings that came with the kiosk."""
        return self.home / "media" / "pictures"

    @property
    def neural_voices(self) -> Path:
        """Neural voices that the centre was given, one folder for each language."""
        return self.own / "media" / "voices"

    @property
    def neural_voice_folders(self) -> tuple[Path, ...]:
        """Where neural voices are read from, what counts first."""
        return self._in_homes("media/voices")

    @property
    def translations(self) -> Path:
        """The centre's own translations, one folder for each language."""
        return self.own / "translations"

    @property
    def translation_folders(self) -> tuple[Path, ...]:
        """Where languages and their texts are read from, what counts first."""
        return self._in_homes("translations")

    def language_folders(self, code: str) -> tuple[Path, ...]:
        """Where the texts of a language are read from, what counts first."""
        return self._in_homes(f"translations/{code}")

    @property
    def recordings(self) -> Path:
        """Sentences recorded by people at this centre, one folder for each language."""
        return self.own / "media" / "voice"

    @property
    def recording_folders(self) -> tuple[Path, ...]:
        """Where recorded sentences are read from, what counts first."""
        return self._in_homes("media/voice")

    @property
    def config(self) -> Path:
        """The settings as they were shipped, which nobody edits."""
        return self.other_config or self.home / "config.yaml"

    @property
    def local_configs(self) -> tuple[Path, ...]:
        """What was set at this kiosk; the last is the one that is written.

        Other settings than usual have it beside them, if that can be written.
        """
        beside = self.config.with_name(f"{self.config.stem}.local{self.config.suffix}")
        with_state = (self.site or self.state) / beside.name
        is_beside = os.access(beside.parent, os.W_OK) and (self.other_config or not self.site)
        if with_state != beside and (with_state.exists() or not is_beside):
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
    def first_start(self) -> Path:
        """How far whoever put the kiosk up has come with what is asked at the first start."""
        return self.state / "first-start.json"

    @property
    def replaced(self) -> Path:
        """What lessons from a stick have replaced, so that it can be put back."""
        return self.state / "replaced"

    @property
    def tried(self) -> Path:
        """Copies of the lessons on the stick that was looked at last."""
        return self.cache / "stick"

    @property
    def packs(self) -> Path:
        """The signed packs that were installed."""
        return self.state / "packs"

    @property
    def system_updates(self) -> Path:
        """What the kiosk asks the system for, and a fetched update of it."""
        return self.state / "update"

    @property
    def outbox(self) -> Path:
        """Signed figures that wait to be sent."""
        return self.state / "outbox"

    @property
    def signing_key(self) -> Path:
        """The key with which this kiosk signs its figures."""
        return self.state / "kiosk-key.pem"

    @property
    def heartbeat(self) -> Path:
        """When the kiosk last drew, spoke and printed."""
        return self.state / "heartbeat.json"

    @property
    def stats(self) -> Path:
        """The counters of what happened."""
        return self.state / "stats.sqlite"

    @property
    def starts(self) -> Path:
        """How many starts in a row died before the kiosk was up."""
        return self.state / "starts.json"

    @property
    def identity(self) -> Path:
        """By what this kiosk is told apart from others in figures of many."""
        return self.state / "kiosk-id"

    @property
    def compiled_qml(self) -> Path:
        """The bytecode that Qt makes of QML files; it can be made again."""
        return self.cache / "qmlcache"

    @property
    def log(self) -> Path:
        return self.state / "kiosk.log"


def folders_from_environment() -> Folders:
    """The folders of this machine.

    KIOSK_HOME names what is shipped, KIOSK_SITE the centre's own part, XDG variables the rest;
    KIOSK_STICKS names folders in which each folder is a stick. Without KIOSK_SITE a checkout that
    can be written to is the centre's own part itself.

    Raises:
        NoHomeError: there is no telling where the state or the cache lies.
    """
    sticks = os.environ.get("KIOSK_STICKS", "")
    home = Path(os.environ.get("KIOSK_HOME") or CHECKOUT)
    state = _xdg_folder("XDG_STATE_HOME", ".local/state") / "tutorial-kiosk"
    named = os.environ.get("KIOSK_SITE")
    site = Path(named) if named else None
    if site is None and not os.access(home, os.W_OK):
        site = state / "site"
    return Folders(
        home=home,
        state=state,
        cache=_xdg_folder("XDG_CACHE_HOME", ".cache") / "tutorial-kiosk",
        sticks=tuple(Path(each) for each in sticks.split(os.pathsep) if each),
        site=site,
    )


def _xdg_folder(variable: str, below_home: str) -> Path:
    """The folder that an XDG variable names; the home is asked for only where it does not."""
    named = os.environ.get(variable)
    if named:
        return Path(named)
    try:
        return Path.home() / below_home
    except RuntimeError as problem:
        raise NoHomeError(variable) from problem
