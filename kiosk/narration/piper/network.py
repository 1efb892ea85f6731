"""The network of a Piper voice: phoneme ids in, sound and the start of each id out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kiosk.durable import write_durably
from kiosk.narration.engine import EngineError
from kiosk.narration.neural import session_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.narration.piper.voice import PiperVoice

_EVEN_RHYTHM = 0.0
"""Duration noise of the network: zero, so that the same words always have the same length."""


class NetworkOutput(NamedTuple):
    wave: NDArray[np.float32]
    begins: NDArray[np.float64]
    """The sample index at which the sound of each id begins."""


class PiperNetwork:
    """A loaded voice; loading takes almost 1 s, and about 100 MB for a voice of 60 MB."""

    def __init__(self, voice: PiperVoice, prepared: Path | None) -> None:
        """Loads the voice.

        Raises:
            EngineError: the network is damaged.
        """
        self._voice = voice
        try:
            self._session: Any = session_of(_with_lengths(voice, prepared))
        except Exception as error:
            raise EngineError(f"Giọng {voice.name} hỏng, chép lại tệp .onnx: {error}") from error

    def say(self, numbers: Sequence[int], stretch: float) -> NetworkOutput:
        """Synthesises the ids; durations are the voice's own, multiplied by `stretch`.

        Raises:
            EngineError: the network fails.
        """
        voice = self._voice
        scales = (voice.liveliness, voice.stretch * stretch, _EVEN_RHYTHM)
        given = {
            "input": np.array([numbers], dtype=np.int64),
            "input_lengths": np.array([len(numbers)], dtype=np.int64),
            "scales": np.array(scales, dtype=np.float32),
        }
        try:
            wave, lengths = (output.reshape(-1) for output in self._session.run(None, given)[:2])
        except Exception as error:
            raise EngineError(f"Giọng {voice.name} không đọc được câu này: {error}") from error
        if lengths.size != len(numbers) or not lengths.sum():
            raise EngineError(f"{voice.name}: {lengths.size} lengths of {len(numbers)} sounds")
        ends = np.cumsum(lengths, dtype=np.float64) * (wave.size / lengths.sum())
        return NetworkOutput(wave, np.concatenate(([0.0], ends[:-1])))


def _with_lengths(voice: PiperVoice, prepared: Path | None) -> str | bytes:
    """The network with durations as a second output; cached in `prepared` after the first time."""
    made = prepared / f"{voice.name}-{voice.fingerprint:08x}.onnx" if prepared else None
    if made and made.exists():
        return str(made)
    network = _telling(voice.network)
    if made is None:
        return network
    try:
        made.parent.mkdir(parents=True, exist_ok=True)
        for outdated in made.parent.glob(f"{voice.name}-????????.onnx"):
            outdated.unlink()
        write_durably(made, network, may_be_lost=True)
    except OSError:
        return network
    return str(made)


def _telling(network: Path) -> bytes:
    """Adds the durations, the output of the only Ceil node, as a second output of the network."""
    import onnx  # noqa: PLC0415 - a heavy import, needed only once per voice

    model = onnx.load(str(network))
    if len(model.graph.output) == 1:
        (rounded,) = (node for node in model.graph.node if node.op_type == "Ceil")
        model.graph.output.append(onnx.helper.make_empty_tensor_value_info(rounded.output[0]))
    return bytes(model.SerializeToString())
