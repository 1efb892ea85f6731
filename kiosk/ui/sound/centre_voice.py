"""Creates the narrator from the settings of the centre."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.last_start import languages_of
from kiosk.narration.settings import NarrationSettings

if TYPE_CHECKING:
    from kiosk.ui.sound.narrator import Narrator


def voice_settings(settings: Settings, folders: Folders) -> NarrationSettings:
    """Returns the narrator's settings: the centre's, those of the languages, then the defaults."""
    ours = settings.voice
    usual = NarrationSettings()
    machines = {code: each.voice for code, each in languages_of(folders).items()}
    voices = {code: each.voice for code, each in machines.items() if each.voice}
    rates = {
        code: each.words_per_minute for code, each in machines.items() if each.words_per_minute
    }
    return replace(
        usual,
        engines=ours.engines,
        voices={**usual.voices, **voices, **ours.voices},
        words_per_minute=ours.words_per_minute,
        rates={**rates, **ours.rates},
        translations=folders.translations,
        recordings=folders.recordings,
        neural_voices=folders.neural_voices,
        fallback_homes=folders.homes[1:],
        cache_folder=folders.voice_cache,
        cache_limit_bytes=ours.cache_mb * 1_000_000,
    )


def real_narrator(
    settings: Settings, folders: Folders, parent: QObject, *, muted: bool = False
) -> Narrator:
    """Returns a narrator; a muted one starts no process until it is unmuted."""
    from kiosk.ui.sound.narrator import Narrator  # noqa: PLC0415

    return Narrator(voice_settings(settings, folders), parent=parent, muted=muted)
