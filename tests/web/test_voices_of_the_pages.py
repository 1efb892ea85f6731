"""The voice files of the pages: speech without silence, and smaller files for long texts."""

import numpy as np
import pytest

from kiosk.domain.line import Line
from kiosk.i18n.catalogue import EMPTY
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.utterance import Clip
from kiosk.narration.worker_process import WorkerProcess
from kiosk.web import voices as pages_voices
from kiosk.web.voices import KEPT_AFTER_MS, KEPT_BEFORE_MS, PageVoices, without_silence

RATE_HZ = 16_000


def clip_of(*parts: tuple[int, int], starts=(310, 600)) -> Clip:
    """A clip of parts with these lengths in milliseconds and amplitudes."""
    samples = np.concatenate([np.full(ms * RATE_HZ // 1000, loud, "<i2") for ms, loud in parts])
    return Clip(samples.tobytes(), RATE_HZ, starts)


def test_the_silence_at_the_ends_is_left_out_and_the_words_begin_as_much_sooner():
    trimmed = without_silence(clip_of((300, 20), (250, 4000), (100, 0), (150, -4000), (400, 9)))
    assert trimmed.duration_ms == pytest.approx(500 + KEPT_BEFORE_MS + KEPT_AFTER_MS, abs=1)
    assert trimmed.word_starts_ms == (10 + KEPT_BEFORE_MS, 300 + KEPT_BEFORE_MS)


def test_silence_alone_stays_as_it_is():
    silence = clip_of((300, 0))
    assert without_silence(silence) == silence


def test_much_voice_is_encoded_lighter(tmp_path, monkeypatch):
    settings = NarrationSettings(cache_folder=tmp_path / "voice")
    lines = [Line("Bác gõ từng chữ một, gõ thật chậm. Sai thì bác xóa rồi gõ lại.")]
    sizes = []
    with WorkerProcess(settings) as worker:
        for most in (pages_voices.MAX_VOICE_BYTES, 1):
            monkeypatch.setattr(pages_voices, "MAX_VOICE_BYTES", most)
            voices = PageVoices(settings, worker, tmp_path / str(most), tmp_path / "encoded")
            ((name, *_),) = voices.spoken(lines, "vi", EMPTY)
            sizes.append((tmp_path / str(most) / f"{name}.mp3").stat().st_size)
    usual, lighter = sizes
    assert 0 < lighter < 0.95 * usual
