"""What all neural voices have in common: how a network is loaded, and how its sound is kept."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.narration.engine import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

Voice = TypeVar("Voice")
NOT_INSTALLED = "Chưa cài phần chạy giọng nơ-ron. Chạy lệnh: script/setup neural"
UNHURRIED_WPM = 175
"""At this rate a voice keeps its maker's pace: 125 then lasts as long as with espeak-ng."""
_LOUDEST = 29_000
_FAINTEST = 0.001


class VoiceFileError(ValueError):
    """A voice cannot be used; the text tells staff why."""


def is_installed(*modules: str) -> bool:
    """Whether the packages of the extra `neural` are there."""
    return all(importlib.util.find_spec(module) for module in modules)


def by_language(voices: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Names of voices by language, in their order, of pairs of language and name."""
    languages: dict[str, list[str]] = {}
    for language, name in voices:
        languages.setdefault(language, []).append(name)
    return {language: tuple(names) for language, names in languages.items()}


def read_each(
    places: Iterable[Path], read: Callable[[Path], Voice]
) -> tuple[list[Voice], list[str]]:
    """The voices that are whole, and what ails the others."""
    whole: list[Voice] = []
    ill: list[str] = []
    for place in places:
        try:
            whole.append(read(place))
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
