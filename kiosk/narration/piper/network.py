"""The network of a neural voice: numbers in, sound and the length of each number out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kiosk.narration.engine import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.narration.piper.voice import NeuralVoice

_EVEN_RHYTHM = 0.0
"""No chance in the lengths: the same words last equally long each time."""


class Spoken(NamedTuple):
    """What the network says."""

    wave: NDArray[np.float32]
    begins: NDArray[np.float64]
    """The sample at which the sound of each number begins."""


class Network:
    """A loaded voice. Loading takes most of a second, and about 100 MB for a voice of 60 MB."""

    def __init__(self, voice: NeuralVoice, workshop: Path | None) -> None:
        """Loads the voice.

        Raises:
            EngineError: it is damaged.
        """
        import onnxruntime  # noqa: PLC0415 - heavy, and only for those who have such a voice

        self._voice = voice
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the other processor is for the screen
        options.enable_cpu_mem_arena = False  # as quick, and 120 MB less
        options.log_severity_level = 3
        try:
            network = _with_lengths(voice, workshop)
            self._session: Any = onnxruntime.InferenceSession(
                network, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise EngineError(f"Giọng {voice.name} hỏng, chép lại tệp .onnx: {error}") from error

    def say(self, numbers: Sequence[int], stretch: float) -> Spoken:
        """The sound of the numbers, each as long as the voice's maker meant times the stretch.

        Raises:
            EngineError: the network cannot say them.
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
        return Spoken(wave, np.concatenate(([0.0], ends[:-1])))


def _with_lengths(voice: NeuralVoice, workshop: Path | None) -> str | bytes:
    """The network, made to tell the length of each number; kept in the workshop once it is made."""
    made = workshop / f"{voice.name}-{voice.print:08x}.onnx" if workshop else None
    if made and made.exists():
        return str(made)
    network = _telling(voice.network)
    if made is None:
        return network
    try:
        made.parent.mkdir(parents=True, exist_ok=True)
        for outdated in made.parent.glob(f"{voice.name}-????????.onnx"):
            outdated.unlink()
        unfinished = made.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(network)
        unfinished.replace(made)
    except OSError:
        return network
    return str(made)


def _telling(network: Path) -> bytes:
    """The network with the lengths, the one thing that it rounds up, as its second output."""
    import onnx  # noqa: PLC0415 - heavy, and only used once for each voice

    model = onnx.load(str(network))
    if len(model.graph.output) == 1:
        (rounded,) = (node for node in model.graph.node if node.op_type == "Ceil")
        model.graph.output.append(onnx.helper.make_empty_tensor_value_info(rounded.output[0]))
    return bytes(model.SerializeToString())
