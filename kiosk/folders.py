"""The paths of the kiosk's files."""

import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
IN_USE = "in-use"
"""In the packs folder: a link to the installed version that is in use."""


class NoHomeError(Exception):
    """Neither HOME nor XDG variables nor the user database define the location of data."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a kiosk: shipped content, state, and cache."""

    home: Path = CHECKOUT
    """The shipped files; never written to on an installed kiosk."""
    state: Path = CHECKOUT
    cache: Path = CHECKOUT
    other_config: Path | None = None
    """A settings file at another path than usual."""
    with_local_settings: bool = True
    """Whether the settings made by staff at the kiosk are read."""
    sticks: tuple[Path, ...] = ()
    """Folders in which USB sticks appear, instead of the system's mount points."""
    site: Path | None = None
    """The centre's own lessons, pictures, translations, recordings and settings; None: `home`."""
    stick_writer: Path = Path("/run/tutorial-kiosk-write-stick")
    """The socket of the service that writes to sticks, for a kiosk with read-only access."""
    update_reports: Path = Path("/data/update")
    """Where the operating system of an image installation reports the results of updates."""

    @property
    def own(self) -> Path:
        """The folder for the centre's own content, with the same layout as `home`."""
        return self.site or self.home

    @property
    def homes(self) -> tuple[Path, ...]:
        """The folders from which content is read, highest priority first: own, pack, shipped.

        Some of them may not exist. A file hides files of the same name in later folders.
        """
        return tuple(dict.fromkeys((self.own, self.packs / IN_USE, self.home)))

    def _in_homes(self, name: str) -> tuple[Path, ...]:
        return tuple(home / name for home in self.homes)

    @property
    def lessons(self) -> Path:
        """The centre's own lesson files, with procedures in a subfolder."""
        return self.own / "lessons"

    @property
    def lesson_folders(self) -> tuple[Path, ...]:
        """The folders with lesson files, highest priority first."""
        return self._in_homes("lessons")

    @property
    def icon_folders(self) -> tuple[Path, ...]:
        """The folders with icons, highest priority first."""
        return self._in_homes("media/icons")

    @property
    def picture_folders(self) -> tuple[Path, ...]:
        """The folders with pictures, highest priority first."""
        return self._in_homes("media/pictures")

    @property
    def shipped_pictures(self) -> Path:
        """The pictures shipped with the kiosk."""
        return self.home / "media" / "pictures"

    @property
    def neural_voices(self) -> Path:
        """Neural voices installed by the centre, one folder per language."""
        return self.own / "media" / "voices"

    @property
    def neural_voice_folders(self) -> tuple[Path, ...]:
        """The folders with neural voices, highest priority first."""
        return self._in_homes("media/voices")

    @property
    def translations(self) -> Path:
        """The centre's own translations, one folder per language."""
        return self.own / "translations"

    @property
    def translation_folders(self) -> tuple[Path, ...]:
        """The folders with languages and their texts, highest priority first."""
        return self._in_homes("translations")

    def language_folders(self, code: str) -> tuple[Path, ...]:
        """The folders with the texts of a language, highest priority first."""
        return self._in_homes(f"translations/{code}")

    @property
    def recordings(self) -> Path:
        """Sentences recorded at this centre, one folder per language."""
        return self.own / "media" / "voice"

    @property
    def recording_folders(self) -> tuple[Path, ...]:
        """The folders with recorded sentences, highest priority first."""
        return self._in_homes("media/voice")

    @property
    def config(self) -> Path:
        """The shipped settings, which are never edited."""
        return self.other_config or self.home / "config.yaml"

    @property
    def local_configs(self) -> tuple[Path, ...]:
        """The settings made at this kiosk; the last file is the one written to.

        With `other_config`, it is beside that file if the folder is writable.
        """
        beside = self.config.with_name(f"{self.config.stem}.local{self.config.suffix}")
        with_state = (self.site or self.state) / beside.name
        is_beside = os.access(beside.parent, os.W_OK) and (self.other_config or not self.site)
        if with_state != beside and (with_state.exists() or not is_beside):
            return (beside, with_state)
        return (beside,)

    @property
    def voice_cache(self) -> Path:
        """Rendered clips."""
        return self.cache / "voice"

    @property
    def pin(self) -> Path:
        """The hash of the staff PIN."""
        return self.state / "pin.json"

    @property
    def first_start(self) -> Path:
        """The progress of the first-start tasks."""
        return self.state / "first-start.json"

    @property
    def replaced(self) -> Path:
        """Lessons replaced by an import from a stick, kept for undoing."""
        return self.state / "replaced"

    @property
    def inspected_stick(self) -> Path:
        """Copies of the lessons on the stick inspected last."""
        return self.cache / "stick"

    @property
    def packs(self) -> Path:
        """The installed signed packs."""
        return self.state / "packs"

    @property
    def system_updates(self) -> Path:
        """Requests to the operating system, and a downloaded update of it."""
        return self.state / "update"

    @property
    def outbox(self) -> Path:
        """Signed statistics waiting to be sent."""
        return self.state / "outbox"

    @property
    def signing_key(self) -> Path:
        """The key with which this kiosk signs its statistics."""
        return self.state / "kiosk-key.pem"

    @property
    def heartbeat(self) -> Path:
        """When the kiosk last drew, spoke and printed."""
        return self.state / "heartbeat.json"

    @property
    def stats(self) -> Path:
        """The usage statistics."""
        return self.state / "stats.sqlite"

    @property
    def starts(self) -> Path:
        """The number of consecutive starts that failed before the kiosk was up."""
        return self.state / "starts.json"

    @property
    def identity(self) -> Path:
        """The identifier of this kiosk in statistics of several kiosks."""
        return self.state / "kiosk-id"

    @property
    def compiled_qml(self) -> Path:
        """QML bytecode cached by Qt."""
        return self.cache / "qmlcache"

    @property
    def log(self) -> Path:
        return self.state / "kiosk.log"


def folders_from_environment() -> Folders:
    """The folders of this machine.

    KIOSK_HOME names the shipped files, KIOSK_SITE the centre's own content, XDG variables the rest;
    KIOSK_STICKS names folders whose subfolders are sticks. Without KIOSK_SITE, a writable checkout
    is also the centre's own content.

    Raises:
        NoHomeError: the location of state or cache cannot be determined.
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
    """The folder named by an XDG variable; without it, a folder below the home directory."""
    named = os.environ.get(variable)
    if named:
        return Path(named)
    try:
        return Path.home() / below_home
    except RuntimeError as problem:
        raise NoHomeError(variable) from problem
