"""The worker process: speech engines live and die in here, never in the kiosk.

Run as `python -m kiosk.narration.worker --cache FOLDER`. Its first line tells what the engines can
do, and such a line comes again when that changes; each request, a line of JSON, is answered with
one line, until the input ends.
`--engines FOLDER` adds the engines of another folder, one per file (see `kiosk.narration.engine`).
"""

from __future__ import annotations

import argparse
import base64
import ctypes
import json
import os
import signal
import sys
import threading
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kiosk.narration import engine as speech
from kiosk.narration.cache import DEFAULT_LIMIT_BYTES, ClipCache
from kiosk.narration.places import Places
from kiosk.narration.request import from_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.narration.utterance import Clip

_DIE_WITH_PARENT = 1
_NICENESS = 5
_LOOK_EVERY_S = 1.0
_ONE_TELLS = threading.Lock()
_WORKSHOP = "made"


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves requests until the input ends."""
    options = _options(arguments)
    _step_back()
    answers = _own_output()
    places = Places(options.neural_voices, options.recordings, workshop=options.cache / _WORKSHOP)
    engines = speech.found(places, options.engines)
    _greet(answers, engines)
    cache = ClipCache(options.cache, options.limit_bytes)
    for line in sys.stdin.buffer:
        _tell(answers, _answer(line, engines, cache))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.narration.worker")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--limit-bytes", type=int, default=DEFAULT_LIMIT_BYTES)
    parser.add_argument("--engines", type=Path)
    parser.add_argument("--neural-voices", type=Path, default=Places().neural_voices)
    parser.add_argument("--recordings", type=Path, default=Places().recordings)
    return parser.parse_args(arguments)


def _greet(answers: BinaryIO, engines: Mapping[str, speech.Engine]) -> None:
    """Tells what the engines can do, and later tells it anew whenever that has changed."""
    abilities = {name: speech.ability(engine) for name, engine in engines.items()}
    changing = {
        name: engine for name, engine in engines.items() if isinstance(engine, speech.Selective)
    }

    def tell() -> None:
        _tell(answers, {"engines": [asdict(each) for each in abilities.values()]})

    def watch() -> None:
        while True:
            time.sleep(_LOOK_EVERY_S)
            changed = [name for name, engine in changing.items() if engine.look_again()]
            abilities.update({name: speech.ability(engines[name]) for name in changed})
            if changed:
                tell()

    tell()
    threading.Thread(target=watch, daemon=True).start()


def _answer(line: bytes, engines: Mapping[str, speech.Engine], cache: ClipCache) -> dict[str, Any]:
    request, number = from_line(line)
    try:
        clip = engines[request.engine].render(
            request.words, request.language, request.voice, request.words_per_minute
        )
        clip = _at_pace(clip, request.stretch_percent)
    except Exception as error:  # noqa: BLE001 - an engine may fail in any way
        traceback.print_exc()
        return {"number": number, "failed": str(error)}
    try:
        cache.put(request.key, clip)
    except OSError as error:
        return {"number": number, "not_kept": str(error), "clip": _in_words(clip)}
    return {"number": number}


def _at_pace(clip: Clip, percent: int) -> Clip:
    if percent == 100:
        return clip
    from kiosk.narration.recordings.stretch import stretched  # noqa: PLC0415 - loads NumPy

    return stretched(clip, percent)


def _in_words(clip: Clip) -> dict[str, Any]:
    fields = asdict(clip)
    return {**fields, "samples": base64.b64encode(clip.samples).decode()}


def _tell(answers: BinaryIO, answer: Mapping[str, Any]) -> None:
    with _ONE_TELLS:
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _own_output() -> BinaryIO:
    """The real output; what an engine prints goes to the error stream instead."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _step_back() -> None:
    """Lets the screen go first, and ends with the kiosk even while an engine hangs."""
    if sys.platform == "linux":
        os.nice(_NICENESS)
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


if __name__ == "__main__":
    main()
