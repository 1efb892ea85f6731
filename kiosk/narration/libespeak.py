"""ctypes binding of libespeak-ng: voices, synthesis and phonemes.

The library is GPL-3 and has global state: it is loaded once, and only in the worker process.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from kiosk.narration.engine import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SYNCHRONOUS = 2
_OK = 0
_RATE, _WORD_GAP = 1, 7
_UTF8, _SSML = 1, 0x10
_IPA = 2
_LIST_TERMINATED, _MARK = 0, 3


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


class EspeakLibrary:
    """The loaded library; a voice is a language code with an optional timbre such as `+f3`."""

    @cached_property
    def version(self) -> str:
        """The version of the library; empty when it is not installed."""
        if self._functions is None:
            return ""
        self._functions.espeak_Info.restype = ctypes.c_char_p
        return str(self._functions.espeak_Info(None).decode()).split()[0]

    def problem(self) -> str | None:
        """Names the missing package; None when the library is usable."""
        if self._functions is None:
            return "Chưa cài giọng máy espeak-ng. Cài gói espeak-ng (apt install espeak-ng)."
        if self.sample_rate_hz > 0:
            return None
        return "Giọng máy espeak-ng thiếu dữ liệu giọng đọc. Cài lại gói espeak-ng-data."

    @cached_property
    def sample_rate_hz(self) -> int:
        """The sample rate of all output; the first access initialises the library."""
        return int(self._functions.espeak_Initialize(_SYNCHRONOUS, 0, None, 0))

    @cached_property
    def voice_files(self) -> Mapping[str, str]:
        """Voice file names by language code."""
        library = self._ready()
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        found = library.espeak_ListVoices(None)
        files: dict[str, str] = {}
        number = 0
        while found[number]:
            voice = found[number].contents
            # `languages` is a sequence of a priority byte and a name; the first name is the voice's
            # code.
            code = ctypes.string_at(voice.languages + 1).decode()
            files.setdefault(code, voice.identifier.decode())
            number += 1
        return files

    def use_voice(self, voice: str) -> None:
        """Selects the voice for the following calls of `synthesise` and `phonemes`.

        Raises:
            EngineError: there is no such voice.
        """
        code, plus, timbre = voice.partition("+")
        file = self.voice_files.get(code)
        if file is None:
            raise EngineError(f"espeak-ng has no voice {voice!r}")
        if self._functions.espeak_SetVoiceByName(f"{file}{plus}{timbre}".encode()) != _OK:
            raise EngineError(f"espeak-ng cannot use the voice {voice!r}")

    def synthesise(
        self, ssml: str, words_per_minute: int, word_gap_10ms: int
    ) -> tuple[bytes, list[int]]:
        """Returns the samples and the time of each mark in milliseconds.

        Raises:
            EngineError: the library produced no sound.
        """
        library = self._ready()
        library.espeak_SetParameter(_RATE, words_per_minute, 0)
        library.espeak_SetParameter(_WORD_GAP, word_gap_10ms, 0)
        samples = bytearray()
        marks_ms: list[int] = []

        def receive(wave: Any, count: int, events: Any) -> int:  # noqa: ANN401 - a C callback
            if wave and count:
                samples.extend(ctypes.string_at(wave, count * 2))
            marks_ms.extend(
                event.audio_position_ms for event in _events(events) if event.type == _MARK
            )
            return 0

        callback = _Callback(receive)
        library.espeak_SetSynthCallback(callback)
        text = ssml.encode()
        status = library.espeak_Synth(text, len(text) + 1, 0, 1, 0, _UTF8 | _SSML, None, None)
        if status != _OK or not samples:
            raise EngineError(f"espeak-ng gave no sound (status {status})")
        return bytes(samples), marks_ms

    def phonemes(self, text: str) -> str:
        """The pronunciation of the text by the current voice, in IPA."""
        library = self._ready()
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        rest = ctypes.c_char_p(text.replace("\0", " ").encode())
        clauses: list[str] = []
        while rest.value is not None:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA).decode())
        return " ".join(filter(None, clauses))

    @cached_property
    def _functions(self) -> Any:  # noqa: ANN401 - ctypes functions are untyped
        for name in ("libespeak-ng.so.1", ctypes.util.find_library("espeak-ng")):
            try:
                return ctypes.CDLL(name) if name else None
            except OSError:
                continue
        return None

    def _ready(self) -> Any:  # noqa: ANN401
        problem = self.problem()
        if problem:
            raise EngineError(problem)
        return self._functions


@cache
def espeak_library() -> EspeakLibrary:
    return EspeakLibrary()


def _events(events: Any) -> Iterator[Any]:  # noqa: ANN401
    number = 0
    while events[number].type != _LIST_TERMINATED:
        yield events[number]
        number += 1
