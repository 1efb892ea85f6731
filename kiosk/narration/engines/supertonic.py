"""Neural voices in Supertonic layout (KorvaTTS), installed by a centre."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.neural import UNHURRIED_WPM, NeuralEngine
from kiosk.narration.supertonic.voice import SupertonicVoice, is_supertonic, read_supertonic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.narration.supertonic.network import SupertonicNetwork
    from kiosk.narration.utterance import Clip, SpokenWord
    from kiosk.narration.voice_folders import VoiceFolders


class Supertonic(NeuralEngine[SupertonicVoice]):
    """Speaks with Supertonic voices; a voice is named by folder and speaker: `korva.NF`."""

    name = "supertonic"
    packages = ("numpy", "onnxruntime")

    def __init__(self, voice_folders: VoiceFolders) -> None:
        super().__init__(voice_folders)
        self._network = lru_cache(maxsize=1)(self._load)

    def _places_in(self, folder: Path) -> Iterable[Path]:
        return filter(is_supertonic, folder.glob("*/*/"))

    def _read(self, place: Path, language: str) -> SupertonicVoice:
        return read_supertonic(place, language)

    @property
    def _how_to_install(self) -> str:
        return "Chưa có giọng kiểu Supertonic. Cài bằng: kiosk voice install"

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        known = self._voice(language, voice)
        if not any(letter.isalnum() for word in words for letter in word.text):
            raise EngineError("there is nothing to say")
        speaker = voice.removeprefix(f"{known.name}.")
        stretch = UNHURRIED_WPM / words_per_minute
        return self._network(known).speak([word.text for word in words], speaker, stretch)

    def _load(self, voice: SupertonicVoice) -> SupertonicNetwork:
        from kiosk.narration.supertonic.network import (  # noqa: PLC0415 - optional package
            SupertonicNetwork,
        )

        return SupertonicNetwork(voice)


def engine(voice_folders: VoiceFolders) -> Supertonic:
    return Supertonic(voice_folders)
