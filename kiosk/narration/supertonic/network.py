"""The networks of a Supertonic voice: duration, text encoding, and stepwise synthesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from kiosk.narration.engine import EngineError
from kiosk.narration.neural import even_samples, session_of
from kiosk.narration.supertonic.voice import NETWORKS
from kiosk.narration.utterance import Clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kiosk.narration.supertonic.voice import SupertonicVoice

_STEPS = 8
"""Number of denoising steps; more steps sound slightly better and take longer."""
_CHANCE = 7
"""Random seed; fixed, so that the same text always sounds the same."""


class SupertonicNetwork:
    """A loaded voice."""

    def __init__(self, voice: SupertonicVoice) -> None:
        """Loads the voice.

        Raises:
            EngineError: the networks are damaged.
        """
        self._voice = voice
        try:
            self._sessions = {name: session_of(str(voice.network(name))) for name in NETWORKS}
        except Exception as error:
            raise EngineError(f"Giọng {voice.name} hỏng, chép lại thư mục: {error}") from error

    def speak(self, texts: Sequence[str], speaker: str, stretch: float) -> Clip:
        """Synthesises the words of a sentence.

        The start of a word is estimated from the predicted duration of the words before it.

        Raises:
            EngineError: the networks fail.
            VoiceFileError: the speaker's file is damaged.
        """
        style = {
            name: np.array(data, dtype=np.float32).reshape(dims)
            for name, (data, dims) in self._voice.style(speaker).items()
        }
        try:
            spans_s = [
                self._seconds(" ".join(texts[:count]), style) for count in range(1, len(texts) + 1)
            ]
            seconds = spans_s[-1] * stretch
            wave = self._wave(" ".join(texts), style, seconds)
        except Exception as error:
            raise EngineError(
                f"Giọng {self._voice.name} không đọc được câu này: {error}"
            ) from error
        rate_hz = self._voice.sample_rate_hz
        starts = np.maximum.accumulate([0.0, *spans_s[:-1]]) / max(spans_s[-1], 1e-6)
        heard_ms = min(seconds, wave.size / rate_hz) * 1000
        starts_ms = tuple(round(min(1.0, each) * heard_ms) for each in starts)
        return Clip(even_samples(wave[: round(seconds * rate_hz)]), rate_hz, starts_ms)

    def _run(self, network: str, **given: Any) -> NDArray[Any]:  # noqa: ANN401 - arrays
        found: NDArray[Any] = self._sessions[network].run(None, given)[0]
        return found

    def _text(self, text: str) -> dict[str, NDArray[Any]]:
        numbers = self._voice.numbers(text)
        return {
            "text_ids": np.array([numbers], dtype=np.int64),
            "text_mask": np.ones((1, 1, len(numbers)), dtype=np.float32),
        }

    def _seconds(self, text: str, style: dict[str, NDArray[Any]]) -> float:
        seconds = self._run("duration_predictor", **self._text(text), style_dp=style["style_dp"])
        return float(seconds.reshape(-1)[0])

    def _wave(self, text: str, style: dict[str, NDArray[Any]], seconds: float) -> NDArray[Any]:
        ttl, given = style["style_ttl"], self._text(text)
        meaning = self._run("text_encoder", **given, style_ttl=ttl)
        steps = -(-int(seconds * self._voice.sample_rate_hz) // self._voice.samples_a_step)
        chance = np.random.default_rng(_CHANCE)
        latent: NDArray[Any] = chance.standard_normal(
            (1, self._voice.width, max(1, steps)), dtype=np.float32
        )
        mask = np.ones((1, 1, max(1, steps)), dtype=np.float32)
        for step in range(_STEPS):
            latent = self._run(
                "vector_estimator",
                noisy_latent=latent,
                text_emb=meaning,
                style_ttl=ttl,
                text_mask=given["text_mask"],
                latent_mask=mask,
                current_step=np.array([step], dtype=np.float32),
                total_step=np.array([_STEPS], dtype=np.float32),
            )
        return self._run("vocoder", latent=latent).reshape(-1)
