"""Synthesises sentences, with the time of each word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.narration.neural import even_samples
from kiosk.narration.utterance import Clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kiosk.narration.piper.network import PiperNetwork
    from kiosk.narration.piper.phrases import Phrase

_REST_MS = 200
"""Pause between two sentences at the voice's native pace."""


def speak(phrases: Sequence[Phrase], network: PiperNetwork, rate_hz: int, stretch: float) -> Clip:
    """The clip of the phrases; `stretch` also lengthens the pauses between them.

    Raises:
        EngineError: the result is silent, or the network fails.
    """
    rest = np.zeros(round(_REST_MS * stretch * rate_hz / 1000), dtype=np.float32)
    waves: list[NDArray[np.float32]] = []
    starts: list[float] = []
    length = 0
    for phrase in phrases:
        if phrase.silent:
            starts += [length] * len(phrase.word_places)
            continue
        if waves:
            waves.append(rest)
            length += rest.size
        spoken = network.say(phrase.numbers, stretch)
        starts += [length + spoken.begins[place] for place in phrase.word_places]
        waves.append(spoken.wave)
        length += spoken.wave.size
    wave = np.concatenate(waves) if waves else np.zeros(0, dtype=np.float32)
    return Clip(
        even_samples(wave), rate_hz, tuple(round(start * 1000 / rate_hz) for start in starts)
    )
