"""What all neural voices have in common: where they lie, how a network is loaded and heard."""

from __future__ import annotations

import importlib.util
import zlib
from abc import ABC, abstractmethod
from functools import cached_property
from importlib import metadata
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from kiosk.narration.engine import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.narration.places import Places

NOT_INSTALLED = "Chưa cài phần chạy giọng nơ-ron. Chạy lệnh: script/setup neural"
UNHURRIED_WPM = 175
"""At this rate a voice keeps its maker's pace: 125 then lasts as long as with espeak-ng."""
_LOUDEST = 29_000
_FAINTEST = 0.001


class VoiceFileError(ValueError):
    """A voice cannot be used; the text tells staff why."""


class _InFolder(Protocol):
    """A voice as it lies in the folder of its language."""

    @property
    def language(self) -> str:
        """Its code."""

    @property
    def names(self) -> tuple[str, ...]:
        """By which it is chosen: one for each speaker."""

    @property
    def print(self) -> int:
        """Another number for other files."""


Voice = TypeVar("Voice", bound=_InFolder)


class NeuralEngine(ABC, Generic[Voice]):
    """An engine that speaks with the voices of folders, a folder in them for each language."""

    name: str
    packages: ClassVar[tuple[str, ...]]
    """What it needs of the extra `neural`."""
    revision: ClassVar = 1
    """Raised when the same voices sound otherwise."""

    def __init__(self, places: Places) -> None:
        self._places = places

    @abstractmethod
    def _places_in(self, folder: Path) -> Iterable[Path]:
        """Where in a folder voices lie, whole or not; each place in the folder of its language."""

    @abstractmethod
    def _read(self, place: Path, language: str) -> Voice:
        """The voice that lies there.

        Raises:
            VoiceFileError: it is not whole.
        """

    @property
    @abstractmethod
    def _how_to_install(self) -> str:
        """What staff are told where there is no voice."""

    @property
    def _is_installed(self) -> bool:
        return all(importlib.util.find_spec(package) for package in self.packages)

    @property
    def version(self) -> str:
        """Which voices there are, and what speaks them; empty when nothing does."""
        if not self._is_installed:
            return ""
        prints = " ".join(f"{each.language} {each.print}" for each in self._found[0])
        runtime = metadata.version("onnxruntime")
        return f"{self.revision}-{runtime}-{zlib.crc32(prints.encode()):08x}"

    def problem(self) -> str | None:
        """Says what is missing: a package, a voice, or a file of it."""
        if not self._is_installed:
            return NOT_INSTALLED
        whole, ill = self._found
        return None if whole else ill[0] if ill else self._how_to_install

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """The whole ones, by the folder in which they lie."""
        languages: dict[str, tuple[str, ...]] = {}
        for language, name in self._by_name:
            languages[language] = (*languages.get(language, ()), name)
        return languages

    def _voice(self, language: str, name: str) -> Voice:
        """The voice of that name.

        Raises:
            EngineError: there is none.
        """
        known = self._by_name.get((language, name))
        if known is None:
            raise EngineError(f"{self.name} has no voice {name!r} for {language!r}")
        return known

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Voice]:
        """The whole ones by language and name; of two alike the one in the first folder."""
        return {
            (voice.language, name): voice
            for voice in reversed(self._found[0])
            for name in voice.names
        }

    @cached_property
    def _found(self) -> tuple[list[Voice], list[str]]:
        """The voices that are whole, and what ails the others."""
        whole: list[Voice] = []
        ill: list[str] = []
        for folder in self._places.neural_voice_folders:
            for place in sorted(self._places_in(folder)):
                try:
                    whole.append(self._read(place, place.parent.name))
                except VoiceFileError as error:
                    ill.append(str(error))
        return whole, ill


def session_of(network: str | bytes) -> Any:  # noqa: ANN401 - a C library without types
    """A network that can be run."""
    import onnxruntime  # noqa: PLC0415 - heavy, and only for those who have such a voice

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the other processor is for the screen
    options.enable_cpu_mem_arena = False  # as quick, and 120 MB less
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


def even_samples(wave: NDArray[Any]) -> bytes:
    """Sound as 16-bit samples, evenly loud from clip to clip.

    Raises:
        EngineError: it is silent, or no sound at all.
    """
    import numpy as np  # noqa: PLC0415 - with the extra alone

    peak = float(np.abs(wave).max(initial=0))
    if not np.isfinite(peak) or not peak > _FAINTEST:
        raise EngineError("chỉ có tiếng im")
    return bytes((wave * (_LOUDEST / peak)).astype("<i2").tobytes())
