"""A small synthetic voice in the layout of Supertonic: it hums a tenth of a second per letter.

The networks have the same input and output tensors as the real ones.
"""

import json
from pathlib import Path

import onnx
from onnx import TensorProto, helper, numpy_helper

RATE_HZ, CHUNK, FACTOR, WIDTH = 8000, 100, 4, 6
SECONDS_A_LETTER = 0.1
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 .,!?<>/đ" + "".join(map(chr, range(0x300, 0x32F)))
F, I = TensorProto.FLOAT, TensorProto.INT64  # noqa: E741
TEXT = (("text_ids", I, [1, "n"]), ("text_mask", F, [1, 1, "n"]))
TTL, DP = ("style_ttl", F, [1, 2, 3]), ("style_dp", F, [1, 2, 2])
LATENT = [1, WIDTH * FACTOR, "t"]


def put(folder: Path, name="thu", speakers=("NF", "NM")) -> Path:
    """Writes the voice into a folder of its own, and returns that folder."""
    voice = folder / name
    (voice / "onnx").mkdir(parents=True)
    (voice / "voice_styles").mkdir()
    for network, content in networks().items():
        (voice / "onnx" / f"{network}.onnx").write_bytes(content)
    sizes = {
        "ae": {"sample_rate": RATE_HZ, "base_chunk_size": CHUNK},
        "ttl": {"chunk_compress_factor": FACTOR, "latent_dim": WIDTH},
    }
    (voice / "onnx" / "tts.json").write_text(json.dumps(sizes))
    letters = [LETTERS.find(chr(code)) for code in range(0x400)]
    (voice / "onnx" / "unicode_indexer.json").write_text(json.dumps(letters))
    style = {
        "style_ttl": {"data": [[[0.0] * 3] * 2], "dims": [1, 2, 3]},
        "style_dp": {"data": [[[0.0] * 2] * 2], "dims": [1, 2, 2]},
    }
    for speaker in speakers:
        (voice / "voice_styles" / f"{speaker}.json").write_text(json.dumps(style))
    (voice / "LICENSE").write_text("Made up for a test: do with it what you want.\n")
    return voice


def networks() -> dict[str, bytes]:
    return {
        "duration_predictor": _network(
            (*TEXT, DP),
            ("duration", [1]),
            _node("ReduceSum", ["text_mask"], "letters", keepdims=0),
            _node("ReduceSum", ["style_dp"], "style", keepdims=0),
            _node("Mul", ["letters", "share"], "long"),
            _node("Add", ["long", "style"], "all"),
            _node("Reshape", ["all", "one"], "duration"),
            share=[SECONDS_A_LETTER],
            one=[1],
        ),
        "text_encoder": _network(
            (*TEXT, TTL),
            ("text_emb", [1, 1, "n"]),
            _node("ReduceSum", ["style_ttl"], "style", keepdims=0),
            _node("Mul", ["text_mask", "style"], "text_emb"),
        ),
        "vector_estimator": _network(
            (
                ("noisy_latent", F, LATENT),
                ("text_emb", F, [1, 1, "n"]),
                TTL,
                ("text_mask", F, [1, 1, "n"]),
                ("latent_mask", F, [1, 1, "t"]),
                ("current_step", F, [1]),
                ("total_step", F, [1]),
            ),
            ("latent", LATENT),
            _node("Mul", ["noisy_latent", "latent_mask"], "latent"),
        ),
        "vocoder": _network(
            (("latent", F, LATENT),),
            ("wav", [1, "s"]),
            _node("ReduceMean", ["latent"], "mean", axes=[1], keepdims=1),
            _node("Expand", ["mean", "samples"], "steps"),
            _node("Reshape", ["steps", "flat"], "wav"),
            samples=[1, CHUNK * FACTOR, 1],
            flat=[1, -1],
        ),
    }


def _node(kind, inputs, output, **more):
    return helper.make_node(kind, inputs, [output], **more)


def _network(inputs, output, *nodes, **numbers) -> bytes:
    constants = [
        numpy_helper.from_array(_array(name, values), name) for name, values in numbers.items()
    ]
    graph = helper.make_graph(
        list(nodes),
        "made",
        [helper.make_tensor_value_info(*each) for each in inputs],
        [helper.make_tensor_value_info(output[0], F, output[1])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _array(name, values):
    import numpy as np  # noqa: PLC0415

    return np.array(values, dtype=np.float32 if name == "share" else np.int64)
