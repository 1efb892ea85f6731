"""Speech into a virtual microphone, with a different sound for each sentence."""

import subprocess
import zlib

import numpy as np

from kiosk.narration.utterance import Clip

NAME = "virtual-microphone"
MOUTH = "mouth"
"""The sink whose sound the microphone receives."""
RATE_HZ = 16_000
_MIN_HZ, _MAX_HZ = 150, 2500
_SYLLABLE_MS, _MIN_MS = 200, 800
_LEVEL = 5000


def speak(clip, path):
    """Plays a clip into the microphone; returns the process."""
    path.write_bytes(clip.samples)
    format_ = ["--raw", "--format=s16le", "--channels=1", f"--rate={clip.sample_rate_hz}"]
    return subprocess.Popen(["paplay", "-d", MOUTH, *format_, str(path)])


def sentence(text):
    """The sound of a sentence: noise in the range of a voice, unique to its text, in syllables."""
    size = RATE_HZ * max(_MIN_MS, len(text.split()) * _SYLLABLE_MS) // 1000
    noise = np.fft.rfft(np.random.default_rng(zlib.crc32(text.encode())).standard_normal(size))
    pitches_hz = np.fft.rfftfreq(size, 1 / RATE_HZ)
    noise[(pitches_hz < _MIN_HZ) | (pitches_hz > _MAX_HZ)] = 0
    swell = 0.6 - 0.4 * np.cos(2 * np.pi * 1000 / _SYLLABLE_MS * np.arange(size) / RATE_HZ)
    wave = np.fft.irfft(noise, size) * swell
    return Clip((wave / wave.std() * _LEVEL / 2).astype("<i2").tobytes(), RATE_HZ, ())
