"""The voice of this centre's kiosk."""

from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.i18n.languages import find_languages
from kiosk.narration.settings import VoiceSettings
from kiosk.ui.speaker import Narrator


def voice_settings(settings: Settings, folders: Folders) -> VoiceSettings:
    """How the narrator is to speak at this centre."""
    ours = settings.voice
    usual = VoiceSettings()
    machines = {code: each.voice for code, each in find_languages(folders.translations).items()}
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
        cache_folder=folders.voice_cache,
        cache_limit_bytes=ours.cache_mb * 1_000_000,
    )


def real_narrator(settings: Settings, folders: Folders, parent: QObject) -> Narrator:
    """The narrator that is heard."""
    from kiosk.ui.narrator import Narrator as Speaking  # noqa: PLC0415

    return Speaking(voice_settings(settings, folders), parent=parent)
