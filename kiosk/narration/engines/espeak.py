"""The espeak-ng engine: small, quick, on every machine, exact word times.

The library is GPL-3 and keeps global state: it is loaded in the worker process alone.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import html
import math
from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.narration.engine import EngineError
from kiosk.narration.utterance import Clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.narration.utterance import SpokenWord

_SYNCHRONOUS = 2
_OK = 0
_RATE, _WORD_GAP = 1, 7
_UTF8, _SSML = 1, 0x10
_LIST_TERMINATED, _MARK = 0, 3
_QUIET_SAMPLE = 64
_TAIL_KEPT_MS = 160
_SLOW_BELOW_WPM = 120
_SLOW_GAP_10MS = 2
_UNHURRIED_WPM = 160
_REST_MS_PER_WPM = 5
_RESTS = ".!?;:,"


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position_ms", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """Speaks with libespeak-ng; a voice is a language code, and `+f3` or the like its timbre."""

    name = "espeak"

    @cached_property
    def version(self) -> str:
        """The version of the library; empty when there is none."""
        if self._library is None:
            return ""
        self._library.espeak_Info.restype = ctypes.c_char_p
        return str(self._library.espeak_Info(None).decode()).split()[0]

    def problem(self) -> str | None:
        """Says which package is missing."""
        if self._library is None:
            return "Chưa cài giọng máy espeak-ng. Cài gói espeak-ng (apt install espeak-ng)."
        return None if self._sample_rate_hz > 0 else "Giọng máy espeak-ng thiếu dữ liệu giọng đọc."

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """Every voice by its language code."""
        voices: dict[str, list[str]] = {}
        for code in self._identifiers:
            voices.setdefault(code.split("-")[0], []).append(code)
        return {language: tuple(codes) for language, codes in voices.items()}

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """A mark before each word tells its time; slow speech rests longer between words."""
        self._use(voice)
        library = self._ready()
        library.espeak_SetParameter(_RATE, words_per_minute, 0)
        gap = _SLOW_GAP_10MS if words_per_minute < _SLOW_BELOW_WPM else 0
        library.espeak_SetParameter(_WORD_GAP, gap, 0)
        samples, starts_ms = self._synthesise(_marked(words, words_per_minute))
        if len(starts_ms) != len(words):
            raise EngineError(f"{len(starts_ms)} marks for {len(words)} words of {language}")
        trimmed = _trimmed(samples, self._sample_rate_hz)
        return Clip(trimmed, self._sample_rate_hz, tuple(starts_ms))

    @cached_property
    def _library(self) -> Any:  # noqa: ANN401 - ctypes makes its functions at run time
        for name in ("libespeak-ng.so.1", ctypes.util.find_library("espeak-ng")):
            try:
                return ctypes.CDLL(name) if name else None
            except OSError:
                continue
        return None

    @cached_property
    def _sample_rate_hz(self) -> int:
        return int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, None, 0))

    def _ready(self) -> Any:  # noqa: ANN401
        problem = self.problem()
        if problem:
            raise EngineError(problem)
        return self._library

    @cached_property
    def _identifiers(self) -> dict[str, str]:
        """Voice files by language code."""
        library = self._ready()
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        found = library.espeak_ListVoices(None)
        identifiers: dict[str, str] = {}
        number = 0
        while found[number]:
            voice = found[number].contents
            # A priority byte and a name, again and again; the first name is the voice's own.
            code = ctypes.string_at(voice.languages + 1).decode()
            identifiers.setdefault(code, voice.identifier.decode())
            number += 1
        return identifiers

    def _use(self, voice: str) -> None:
        code, plus, timbre = voice.partition("+")
        identifier = self._identifiers.get(code)
        if identifier is None:
            raise EngineError(f"espeak-ng has no voice {voice!r}")
        if self._library.espeak_SetVoiceByName(f"{identifier}{plus}{timbre}".encode()) != _OK:
            raise EngineError(f"espeak-ng cannot use the voice {voice!r}")

    def _synthesise(self, ssml: str) -> tuple[bytes, list[int]]:
        samples = bytearray()
        starts_ms: list[int] = []

        def receive(wave: Any, count: int, events: Any) -> int:  # noqa: ANN401
            if wave and count:
                samples.extend(ctypes.string_at(wave, count * 2))
            starts_ms.extend(
                event.audio_position_ms for event in _events(events) if event.type == _MARK
            )
            return 0

        callback = _Callback(receive)
        self._library.espeak_SetSynthCallback(callback)
        text = ssml.encode()
        status = self._library.espeak_Synth(text, len(text) + 1, 0, 1, 0, _UTF8 | _SSML, None, None)
        if status != _OK or not samples:
            raise EngineError(f"espeak-ng gave no sound (status {status})")
        return bytes(samples), starts_ms


def engine() -> Espeak:
    """The engine of this file."""
    return Espeak()


def _events(events: Any) -> Iterator[Any]:  # noqa: ANN401
    number = 0
    while events[number].type != _LIST_TERMINATED:
        yield events[number]
        number += 1


def _marked(words: Sequence[SpokenWord], words_per_minute: int) -> str:
    rest_ms = max(0, _UNHURRIED_WPM - words_per_minute) * _REST_MS_PER_WPM
    rest = f'<break time="{rest_ms}ms"/>' if rest_ms else ""
    parts = [
        f'<mark name="{number}"/>{_rested(word.text, rest)}' for number, word in enumerate(words)
    ]
    return f"<speak>{' '.join(parts)}</speak>"


def _rested(text: str, rest: str) -> str:
    return html.escape(text, quote=False) + (f" {rest}" if text[-1] in _RESTS else "")


def _trimmed(samples: bytes, sample_rate_hz: int) -> bytes:
    """Without the silence at the end, except for a little that keeps the last sound whole."""
    wave = array("h", samples)
    end = len(wave)
    while end and abs(wave[end - 1]) <= _QUIET_SAMPLE:
        end -= 1
    if not end:
        raise EngineError("espeak-ng gave only silence")
    kept = math.ceil(sample_rate_hz * _TAIL_KEPT_MS / 1000)
    return wave[: end + kept].tobytes()
