"""The synthesized voices for Vietnamese: espeak-ng variants, neural voices, voices on a stick."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.i18n.languages import SOURCE
from kiosk.narration.neural import VoiceFileError
from kiosk.narration.sample import sample
from kiosk.narration.supertonic.voice import STYLES, is_supertonic
from kiosk.narration.utterance import Clip
from kiosk.narration.voice_files import (
    PIPER,
    SUPERTONIC,
    FoundVoice,
    find_voice,
    put_in,
    take_out,
    voices_of,
)
from kiosk.ui.sound.centre_voice import voice_settings
from kiosk.usb_import.usb_drives import Stick

ESPEAK = "espeak"
FORMS = {
    "vi": gettext_noop("Máy đọc, giọng miền Bắc"),
    "vi-vn-x-central": gettext_noop("Máy đọc, giọng miền Trung"),
    "vi-vn-x-south": gettext_noop("Máy đọc, giọng miền Nam"),
}
"""The regional variants of espeak-ng's Vietnamese voice."""
TIMBRE = "+f3"
SENTENCE = "Xin chào bác! Bác chạm vào ô Cài đặt, rồi chờ một chút nhé."
OTHER_LANGUAGE = gettext_noop("Giọng này không phải giọng tiếng Việt.")
_MAX_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class MachineVoice:
    """A synthesized voice that can be played, selected or installed."""

    name: str
    """The name of its row."""
    title: str
    engine: str
    voice: str
    own: str = ""
    """The name by which the voice can be removed; empty if it came with the kiosk."""
    brought: FoundVoice | None = None
    """The voice on a stick that is not installed yet; else None."""
    flaw: str = ""
    """Why the voice cannot be installed; empty if it can."""


def voices_here(folders: Folders, timbre: str) -> tuple[MachineVoice, ...]:
    """The espeak-ng variants, then the installed neural voices."""
    found = [
        MachineVoice(f"{ESPEAK}:{form}", title, ESPEAK, f"{form}{timbre}")
        for form, title in FORMS.items()
    ]
    for place in folders.neural_voice_folders:
        for name, files in voices_of(place, SOURCE).items():
            own = name if place == folders.neural_voices else ""
            found += [
                MachineVoice(f"{engine}:{voice}", voice, engine, voice, own)
                for engine, voice in _spoken_by(name, files[0])
            ]
    return tuple({each.name: each for each in reversed(found)}.values())[::-1]


def _spoken_by(name: str, path: Path) -> list[tuple[str, str]]:
    if not is_supertonic(path):
        return [(PIPER, name)]
    return [(SUPERTONIC, f"{name}.{each.stem}") for each in sorted((path / STYLES).glob("*.json"))]


def voices_on(sticks: tuple[Stick, ...]) -> tuple[MachineVoice, ...]:
    """The voices on the sticks, each in a folder of its own or in the root."""
    found = []
    for stick in sticks:
        with suppress(OSError):
            folders = [each for each in sorted(stick.path.iterdir()) if each.is_dir()]
            if any(stick.path.glob("*.onnx")):
                folders.insert(0, stick.path)
            found += [_brought(each) for each in folders[:_MAX_ENTRIES] if _has_network(each)]
    return tuple({each.name: each for each in found}.values())


def _has_network(folder: Path) -> bool:
    """Whether the folder contains a network or its configuration."""
    return any(folder.rglob("*.onnx")) or any(folder.rglob("*.onnx.json"))


def _brought(folder: Path) -> MachineVoice:
    """The voice in a folder; `flaw` says why it cannot be installed."""
    try:
        voice = find_voice(folder)
    except (VoiceFileError, OSError) as problem:
        return MachineVoice(f"brought:{folder.name}", folder.name, "", "", flaw=str(problem))
    flaw = OTHER_LANGUAGE if voice.language not in ("", SOURCE) else ""
    name = f"brought:{voice.name}"
    return MachineVoice(name, voice.name, voice.engine, voice.voice, "", voice, flaw)


def heard(settings: Settings, folders: Folders, voice: MachineVoice) -> Clip:
    """A sample sentence in this voice; a voice on a stick is installed temporarily for it.

    Raises:
        EngineError, VoiceFileError, OSError: the sample cannot be synthesized.
    """
    usual = voice_settings(settings, folders)
    if voice.brought is None:
        return sample(usual, SENTENCE, SOURCE, voice.engine, voice.voice)
    with TemporaryDirectory() as made:
        put_in(voice.brought, Path(made), SOURCE)
        alone = replace(usual, neural_voices=Path(made), fallback_homes=())
        return sample(alone, SENTENCE, SOURCE, voice.engine, voice.voice)


def keep(folders: Folders, voice: FoundVoice) -> None:
    """Installs a voice.

    Raises:
        VoiceFileError, OSError: the voice was not installed.
    """
    put_in(voice, folders.neural_voices, SOURCE)


def drop(folders: Folders, name: str) -> None:
    """Removes a voice.

    Raises:
        VoiceFileError, OSError: the voice was not removed.
    """
    take_out(folders.neural_voices, SOURCE, name)
