"""Common parts of the neural engines: finding voices, loading networks, levelling sound."""

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

    from kiosk.narration.voice_folders import VoiceFolders

NOT_INSTALLED = "Chưa cài phần chạy giọng nơ-ron. Chạy lệnh: script/setup neural"
UNHURRIED_WPM = 175
"""The engine setting at which a voice keeps its native pace; 125 then lasts as with espeak-ng."""
_LOUDEST = 29_000
_FAINTEST = 0.001


class VoiceFileError(ValueError):
    """A voice cannot be used; the message tells staff why."""


class _InFolder(Protocol):
    """A voice stored in the folder of its language."""

    @property
    def language(self) -> str:
        """The language code, which is the folder's name."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which the voice is chosen, one per speaker."""

    @property
    def fingerprint(self) -> int:
        """A fingerprint of the voice's files."""


Voice = TypeVar("Voice", bound=_InFolder)


class NeuralEngine(ABC, Generic[Voice]):
    """An engine whose voices are stored in folders, one subfolder per language."""

    name: str
    packages: ClassVar[tuple[str, ...]]
    """The packages it needs from the extra `neural`."""
    revision: ClassVar = 1
    """Incremented when the same voices produce different sound, so that clips are re-rendered."""

    def __init__(self, voice_folders: VoiceFolders) -> None:
        self._voice_folders = voice_folders

    @abstractmethod
    def _places_in(self, folder: Path) -> Iterable[Path]:
        """Paths of all voices, complete or not; each in the folder of its language."""

    @abstractmethod
    def _read(self, place: Path, language: str) -> Voice:
        """Reads the voice at that path.

        Raises:
            VoiceFileError: the voice is incomplete or damaged.
        """

    @property
    @abstractmethod
    def _how_to_install(self) -> str:
        """Instruction for staff when no voice is installed."""

    @property
    def _is_installed(self) -> bool:
        return all(importlib.util.find_spec(package) for package in self.packages)

    @property
    def version(self) -> str:
        """Fingerprint of the voices and of onnxruntime; empty when the packages are missing."""
        if not self._is_installed:
            return ""
        prints = " ".join(f"{each.language} {each.fingerprint}" for each in self._found[0])
        runtime = metadata.version("onnxruntime")
        return f"{self.revision}-{runtime}-{zlib.crc32(prints.encode()):08x}"

    def problem(self) -> str | None:
        """Names what is missing: a package, a voice, or one of its files; None when usable."""
        if not self._is_installed:
            return NOT_INSTALLED
        whole, ill = self._found
        return None if whole else ill[0] if ill else self._how_to_install

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the usable voices by language."""
        languages: dict[str, tuple[str, ...]] = {}
        for language, name in self._by_name:
            languages[language] = (*languages.get(language, ()), name)
        return languages

    def _voice(self, language: str, name: str) -> Voice:
        """The usable voice of that name.

        Raises:
            EngineError: there is no such voice.
        """
        known = self._by_name.get((language, name))
        if known is None:
            raise EngineError(f"{self.name} has no voice {name!r} for {language!r}")
        return known

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], Voice]:
        """The usable voices by language and name; of duplicates the one in the first folder."""
        return {
            (voice.language, name): voice
            for voice in reversed(self._found[0])
            for name in voice.names
        }

    @cached_property
    def _found(self) -> tuple[list[Voice], list[str]]:
        """The usable voices, and the error messages for the others."""
        whole: list[Voice] = []
        ill: list[str] = []
        for folder in self._voice_folders.neural_voice_folders:
            for place in sorted(self._places_in(folder)):
                try:
                    whole.append(self._read(place, place.parent.name))
                except VoiceFileError as error:
                    ill.append(str(error))
        return whole, ill


def session_of(network: str | bytes) -> Any:  # noqa: ANN401 - a C library without types
    """Loads a network into an onnxruntime session."""
    import onnxruntime  # noqa: PLC0415 - a heavy import, needed only for neural voices

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the other core is left to the user interface
    options.enable_cpu_mem_arena = False  # equally fast, and saves 120 MB
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


def even_samples(wave: NDArray[Any]) -> bytes:
    """Converts a waveform to 16-bit samples, normalised to the same peak in every clip.

    Raises:
        EngineError: the waveform is silent or not finite.
    """
    import numpy as np  # noqa: PLC0415 - optional package

    peak = float(np.abs(wave).max(initial=0))
    if not np.isfinite(peak) or not peak > _FAINTEST:
        raise EngineError("chỉ có tiếng im")
    return bytes((wave * (_LOUDEST / peak)).astype("<i2").tobytes())
