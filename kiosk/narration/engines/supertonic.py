"""Neural voices in the layout of Supertonic (KorvaTTS), which a centre puts into a folder."""

from __future__ import annotations

import zlib
from functools import cached_property, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.neural import (
    NOT_INSTALLED,
    UNHURRIED_WPM,
    by_language,
    is_installed,
    read_each,
)
from kiosk.narration.supertonic.voice import SupertonicVoice, is_supertonic, read_supertonic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.narration.places import Places
    from kiosk.narration.supertonic.network import SupertonicNetwork
    from kiosk.narration.utterance import Clip, SpokenWord

_MODULES = ("numpy", "onnxruntime")
_VERSION = 1


class Supertonic:
    """Speaks with the voices of a folder; a voice is its folder and speaker: `korva.NF`."""

    name = "supertonic"

    def __init__(self, places: Places) -> None:
        self._places = places
        self._network = lru_cache(maxsize=1)(self._load)

    @property
    def version(self) -> str:
        """Which voices there are, and what speaks them; empty when nothing does."""
        if not is_installed(*_MODULES):
            return ""
        prints = " ".join(f"{each.language} {each.print}" for each in self._looked[0])
        return f"{_VERSION}-{version('onnxruntime')}-{zlib.crc32(prints.encode()):08x}"

    def problem(self) -> str | None:
        """Says what is missing: a package, a voice, or a file of it."""
        if not is_installed(*_MODULES):
            return NOT_INSTALLED
        whole, ill = self._looked
        if whole:
            return None
        return ill[0] if ill else "Chưa có giọng kiểu Supertonic. Cài bằng: kiosk voice install"

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """The whole ones, by the folder in which they lie."""
        return by_language(self._voices)

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        known = self._voices.get((language, voice))
        if known is None:
            raise EngineError(f"supertonic has no voice {voice!r} for {language!r}")
        found, speaker = known
        if not any(letter.isalnum() for word in words for letter in word.text):
            raise EngineError("there is nothing to say")
        stretch = UNHURRIED_WPM / words_per_minute
        return self._network(found).speak([word.text for word in words], speaker, stretch)

    @cached_property
    def _voices(self) -> Mapping[tuple[str, str], tuple[SupertonicVoice, str]]:
        """The whole ones with their speaker, by language and name; the first folder counts."""
        return {
            (voice.language, f"{voice.name}.{speaker}"): (voice, speaker)
            for voice in reversed(self._looked[0])
            for speaker in voice.speakers
        }

    @cached_property
    def _looked(self) -> tuple[list[SupertonicVoice], list[str]]:
        """The voices that are whole, and what ails the others."""
        folders = (path for each in self._places.neural_voice_folders for path in each.glob("*/*/"))
        voices = sorted(folder for folder in folders if is_supertonic(folder))
        return read_each(voices, lambda folder: read_supertonic(folder, folder.parent.name))

    def _load(self, voice: SupertonicVoice) -> SupertonicNetwork:
        from kiosk.narration.supertonic.network import (  # noqa: PLC0415 - with the extra alone
            SupertonicNetwork,
        )

        return SupertonicNetwork(voice)


def engine(places: Places) -> Supertonic:
    return Supertonic(places)
