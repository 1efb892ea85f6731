"""The operating system's voices through pyttsx3: SAPI on Windows, espeak-ng on Linux.

pyttsx3 reports no usable word times; they are estimated from the sound.
"""

from __future__ import annotations

import importlib.util
import tempfile
import wave
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.blocking_child import BlockingChild, ProcessError
from kiosk.narration.engine import EngineError
from kiosk.narration.sound_end import without_silent_end
from kiosk.narration.utterance import Clip
from kiosk.narration.word_times import spread_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.narration.utterance import SpokenWord
    from kiosk.narration.voice_folders import VoiceFolders

_LIMIT_S = 7
_SPEAKER = ("-m", "kiosk.narration.pyttsx3_process")


class Pyttsx3:
    """Starts one process per sentence (`kiosk.narration.pyttsx3_process`)."""

    name = "pyttsx3"

    @property
    def version(self) -> str:
        """The version of the package; empty when it is not installed."""
        return version("pyttsx3") if importlib.util.find_spec("pyttsx3") else ""

    def problem(self) -> str | None:
        """Says whether the package or the system's voices are missing; None when usable."""
        if not importlib.util.find_spec("pyttsx3"):
            return "Chưa cài pyttsx3, phần gọi giọng đọc của hệ điều hành (pip install pyttsx3)."
        if not self._voices:
            return "Hệ điều hành chưa có giọng đọc nào. Cài giọng trong phần cài đặt của máy."
        return None

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """All voices of the system by language."""
        return self._voices

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """Renders in a child process; pauses in slow speech depend on the system's voice."""
        if voice not in self._voices.get(language, ()):
            raise EngineError(f"pyttsx3 has no voice {voice!r} for {language!r}")
        texts = [word.text for word in words]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "sentence.wav"
            asked = {"voice": voice, "words_per_minute": words_per_minute, "file": str(file)}
            _ask({"text": " ".join(texts), **asked})
            samples, rate_hz = _sound(file)
        samples = without_silent_end(samples, rate_hz)
        return Clip(samples, rate_hz, spread_times(texts, samples, rate_hz))

    @cached_property
    def _voices(self) -> dict[str, tuple[str, ...]]:
        voices: dict[str, list[str]] = {}
        try:
            answer = _ask({})
        except EngineError:
            return {}
        for name, languages in answer.get("voices", ()):
            for language in dict.fromkeys(languages):
                voices.setdefault(language, []).append(name)
        return {language: tuple(names) for language, names in voices.items()}


def engine(_places: VoiceFolders) -> Pyttsx3:
    return Pyttsx3()


def _ask(message: dict[str, Any]) -> dict[str, Any]:
    """Starts a process, sends the message and returns its answer.

    Raises:
        EngineError: the process fails or takes too long.
    """
    try:
        with BlockingChild(_SPEAKER) as process:
            answer, _ = process.ask(message, within_s=_LIMIT_S)
    except (OSError, ProcessError) as error:
        raise EngineError(f"pyttsx3: {error}") from error
    return answer


def _sound(file: Path) -> tuple[bytes, int]:
    try:
        with wave.open(str(file), "rb") as sound:
            if (sound.getnchannels(), sound.getsampwidth()) != (1, 2):
                raise EngineError("pyttsx3 wrote sound that is not 16-bit mono")
            return sound.readframes(sound.getnframes()), sound.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise EngineError(f"pyttsx3 wrote no sound: {error}") from error
