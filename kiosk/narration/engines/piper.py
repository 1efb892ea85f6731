"""Neural voices in Piper format, installed by a centre; exact word times.

espeak-ng provides the phonemes, onnxruntime (the extra `neural`) the sound.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.libespeak import espeak_library
from kiosk.narration.neural import UNHURRIED_WPM, NeuralEngine
from kiosk.narration.piper.phrases import phrases
from kiosk.narration.piper.voice import PiperVoice, read_voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.narration.piper.network import PiperNetwork
    from kiosk.narration.utterance import Clip, SpokenWord
    from kiosk.narration.voice_folders import VoiceFolders

_MAX_LOADED = 2


class Piper(NeuralEngine[PiperVoice]):
    """Speaks with Piper voices; a voice is named by its file."""

    name = "piper"
    packages = ("numpy", "onnxruntime", "onnx")

    def __init__(self, voice_folders: VoiceFolders) -> None:
        super().__init__(voice_folders)
        self._network = lru_cache(maxsize=_MAX_LOADED)(self._load)

    def _places_in(self, folder: Path) -> Iterable[Path]:
        return folder.glob("*/*.onnx")

    def _read(self, place: Path, language: str) -> PiperVoice:
        return read_voice(place, language)

    @property
    def _how_to_install(self) -> str:
        folder = self._voice_folders.neural_voices / "vi"
        return f"Chưa có giọng nơ-ron. Chép hai tệp .onnx và .onnx.json vào {folder}."

    def problem(self) -> str | None:
        """Names what is missing: a package, the files of a voice, or espeak-ng."""
        return super().problem() or espeak_library().problem()

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """Renders sentence by sentence; slow speech gets longer pauses between them."""
        known = self._voice(language, voice)
        library = espeak_library()
        library.use_voice(known.reading_voice)
        said = list(phrases(words, library.phonemes, known.numbers))
        if all(phrase.silent for phrase in said):
            raise EngineError("there is nothing to say")
        from kiosk.narration.piper.speech import speak  # noqa: PLC0415 - optional package

        stretch = UNHURRIED_WPM / words_per_minute
        return speak(said, self._network(language, voice), known.sample_rate_hz, stretch)

    def _load(self, language: str, name: str) -> PiperNetwork:
        from kiosk.narration.piper.network import PiperNetwork  # noqa: PLC0415 - optional package

        return PiperNetwork(self._voice(language, name), self._voice_folders.prepared)


def engine(voice_folders: VoiceFolders) -> Piper:
    return Piper(voice_folders)
