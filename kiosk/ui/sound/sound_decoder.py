"""The process that decodes sound files: run as `python -m kiosk.ui.sound.sound_decoder`.

libsndfile reads FLAC, Ogg, WAV, MP3, AIFF and CAF; other formats (M4A, AAC, 3GP, AMR, WebM,
WMA…) are read by the FFmpeg of Qt Multimedia. The format is detected from a file's content.

Input (see `kiosk.child_channel`), for each file: `{"bytes": 24294, "most_s": 180}` and the file.
Output: `{"rate_hz": 48000, "bytes": 251000}` followed by the samples (16-bit mono), or
`{"flaw": "not_sound", "why": "…"}`; flaws are the codes of `NoSoundError`.
"""

import io
import sys
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from kiosk.child_channel import ChildChannel
from kiosk.narration.recordings.audio_file import NoSoundError, decoded, whole_wav
from kiosk.narration.utterance import Clip

MAX_MEMORY_BYTES = 2 << 30
RATE_HZ = 48_000
_STALLED = 1
_STALL_MS = 10_000
"""Maximum time without decoded data; a busy machine may need seconds for the first data."""
_FULL_SCALE = 32768.0


def main() -> None:
    """Decodes files until the input ends."""
    _limit_memory()
    channel = ChildChannel()
    for wanted, content in channel.messages():
        try:
            clip = sound_of(content, wanted["most_s"])
        except NoSoundError as problem:
            channel.send({"flaw": problem.code, "why": str(problem)[:500]})
        else:
            answer = {"rate_hz": clip.sample_rate_hz, "bytes": len(clip.samples)}
            channel.send(answer, clip.samples)


def _limit_memory() -> None:
    """Limits the memory of the process, which is terminated beyond it; not possible on Windows."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - missing on Windows

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))


def sound_of(content: bytes, most_s: int) -> Clip:
    """Returns the decoded sound of a file.

    Raises:
        NoSoundError: the file has no readable sound.
    """
    content = whole_wav(content)
    try:
        return decoded(io.BytesIO(content), most_s * RATE_HZ)
    except NoSoundError as problem:
        if problem.code != "not_sound":
            raise
    return _by_ffmpeg(content, most_s * RATE_HZ)


def _by_ffmpeg(content: bytes, most_samples: int) -> Clip:
    from PySide6.QtCore import (  # noqa: PLC0415 - only for files from phones
        QBuffer,
        QByteArray,
        QCoreApplication,
        QIODevice,
        QTimer,
    )
    from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat  # noqa: PLC0415

    application = QCoreApplication.instance() or QCoreApplication([])
    wanted = QAudioFormat()
    wanted.setSampleRate(RATE_HZ)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
    device = QBuffer()
    device.setData(QByteArray(content))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    decoder = QAudioDecoder()
    decoder.setAudioFormat(wanted)
    decoder.setSourceDevice(device)
    parts: list[NDArray[np.float32]] = []
    stall = QTimer(singleShot=True, interval=_STALL_MS)
    stall.timeout.connect(lambda: application.exit(_STALLED))

    def take() -> None:
        stall.start()
        heard = decoder.read()
        parts.append(np.frombuffer(bytes(heard.constData()), dtype="<f4"))
        if sum(map(len, parts)) >= most_samples:
            application.quit()

    decoder.bufferReady.connect(take)
    decoder.finished.connect(application.quit)
    failed: list[object] = []
    """An error emitted by `start`, before the event loop runs, would be lost otherwise."""
    decoder.error.connect(failed.append)
    decoder.error.connect(lambda _code: application.quit())
    stall.start()
    decoder.start()
    stalled = not failed and application.exec() == _STALLED
    why = decoder.errorString()
    decoder.stop()
    wave = np.concatenate(parts)[:most_samples] if parts else np.zeros(0, dtype=np.float32)
    if stalled:
        raise NoSoundError(why or "nothing came any more", "too_slow")
    if not wave.size:
        raise NoSoundError(why or "no sound in it")
    return Clip(_pcm(wave), RATE_HZ, ())


def _pcm(wave: NDArray[np.float32]) -> bytes:
    """Returns the samples as 16-bit integers; samples above full scale are scaled down."""
    peak = float(np.abs(wave).max(initial=0.0))
    scaled = np.nan_to_num(wave) * (_FULL_SCALE / max(1.0, peak))
    return bytes(np.clip(scaled.round(), -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
