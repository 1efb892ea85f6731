"""Neural voices in the format of Piper, which a centre puts into a folder; exact word times.

espeak-ng tells how a word sounds, onnxruntime (the extra `neural`) speaks it.
"""

from __future__ import annotations

import zlib
from functools import cached_property, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.libespeak import espeak_library
from kiosk.narration.neural import (
    NOT_INSTALLED,
    UNHURRIED_WPM,
    by_language,
    is_installed,
    read_each,
)
from kiosk.narration.piper.phrases import phrases
from kiosk.narration.piper.voice import NeuralVoice, read_voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.narration.piper.network import PiperNetwork
    from kiosk.narration.places import Places
    from kiosk.narration.utterance import Clip, SpokenWord

_MODULES = ("numpy", "onnxruntime", "onnx")
_VERSION = 1
_MOST_LOADED = 2


class Piper:
    """Speaks with the voices of a folder; a voice is the name of its file."""

    name = "piper"

    def __init__(self, places: Places) -> None:
        self._places = places
        self._network = lru_cache(maxsize=_MOST_LOADED)(self._load)

    @property
    def version(self) -> str:
        """Which voices there are, and what speaks them; empty when nothing does."""
        if not is_installed(*_MODULES):
            return ""
        prints = " ".join(
            f"{language} {voice.print}" for (language, _), voice in self._voices.items()
        )
        return f"{_VERSION}-{version('onnxruntime')}-{zlib.crc32(prints.encode()):08x}"

    def problem(self) -> str | None:
        """Says what is missing: a package, the files of a voice, or a file that is whole."""
        if not is_installed(*_MODULES):
            return NOT_INSTALLED
        if self._voices:
            return espeak_library().problem()
        if self._looked[1]:
            return self._looked[1][0]
        folder = self._places.neural_voices
        return f"Chưa có giọng nơ-ron. Chép hai tệp .onnx và .onnx.json vào {folder / 'vi'}."

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """The whole ones, by the folder in which they lie."""
        return by_language(self._voices)

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """Sentence by sentence; slow speech rests longer between them."""
        known = self._voices.get((language, voice))
        if known is None:
            raise EngineError(f"piper has no voice {voice!r} for {language!r}")
        library = espeak_library()
        library.use_voice(known.reading_voice)
        said = list(phrases(words, library.phonemes, known.numbers))
        if all(phrase.silent for phrase in said):
            raise EngineError("there is nothing to say")
        from kiosk.narration.piper.speech import speak  # noqa: PLC0415 - with the extra alone

        stretch = UNHURRIED_WPM / words_per_minute
        return speak(said, self._network(language, voice), known.sample_rate_hz, stretch)

    @cached_property
    def _voices(self) -> Mapping[tuple[str, str], NeuralVoice]:
        """The whole ones, by language and name."""
        return {(voice.language, voice.name): voice for voice in reversed(self._looked[0])}

    @cached_property
    def _looked(self) -> tuple[list[NeuralVoice], list[str]]:
        """The voices that are whole, and what ails the others."""
        folders = self._places.neural_voice_folders
        networks = (path for each in folders for path in sorted(each.glob("*/*.onnx")))
        return read_each(networks, lambda network: read_voice(network, network.parent.name))

    def _load(self, language: str, name: str) -> PiperNetwork:
        from kiosk.narration.piper.network import PiperNetwork  # noqa: PLC0415 - with the extra alone

        return PiperNetwork(self._voices[language, name], self._places.prepared)


def engine(places: Places) -> Piper:
    return Piper(places)
