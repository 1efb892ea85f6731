"""The worker process, which isolates the kiosk from crashes of the speech engines.

Run as `python -m kiosk.narration.worker --cache FOLDER`. The first line of output lists the
abilities of the engines; such a line is repeated whenever they change. Each request, a line of
JSON, is answered with one line, until the input ends. `--engines FOLDER` adds the engines of
another folder, one per file (see `kiosk.narration.engine`).
"""

from __future__ import annotations

import argparse
import base64
import os
import sys
import threading
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.child_channel import ChildChannel, Message
from kiosk.narration import engine as speech
from kiosk.narration.cache import DEFAULT_LIMIT_BYTES, ClipCache
from kiosk.narration.joining import rendered
from kiosk.narration.request import from_message
from kiosk.narration.voice_folders import VoiceFolders

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.narration.utterance import Clip

_NICENESS = 5
_LOOK_EVERY_S = 1.0
_PREPARED = "made"


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves requests until the input ends."""
    options = _options(arguments)
    channel = ChildChannel()
    if sys.platform == "linux":
        os.nice(_NICENESS)  # the user interface has priority
    voice_folders = VoiceFolders(
        options.neural_voices,
        options.recordings,
        fallback_homes=tuple(options.home),
        prepared=options.cache / _PREPARED,
    )
    engines = speech.find_engines(voice_folders, options.engines)
    _greet(channel, engines)
    cache = ClipCache(options.cache, options.limit_bytes)
    for message, _ in channel.messages():
        channel.send(_answer(message, engines, cache))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.narration.worker")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--limit-bytes", type=int, default=DEFAULT_LIMIT_BYTES)
    parser.add_argument("--engines", type=Path)
    parser.add_argument("--neural-voices", type=Path, default=VoiceFolders().neural_voices)
    parser.add_argument("--recordings", type=Path, default=VoiceFolders().recordings)
    parser.add_argument("--home", type=Path, action="append", default=[])
    return parser.parse_args(arguments)


def _greet(channel: ChildChannel, engines: Mapping[str, speech.Engine]) -> None:
    """Sends the abilities of the engines, and sends them again whenever they change."""
    abilities = {name: speech.ability(engine) for name, engine in engines.items()}
    changing = {
        name: engine for name, engine in engines.items() if isinstance(engine, speech.Selective)
    }

    def send_abilities() -> None:
        channel.send({"engines": [asdict(each) for each in abilities.values()]})

    def watch() -> None:
        while True:
            time.sleep(_LOOK_EVERY_S)
            changed = [name for name, engine in changing.items() if engine.look_again()]
            abilities.update({name: speech.ability(engines[name]) for name in changed})
            if changed:
                send_abilities()

    send_abilities()
    threading.Thread(target=watch, daemon=True).start()


def _answer(
    message: Message, engines: Mapping[str, speech.Engine], cache: ClipCache
) -> dict[str, Any]:
    request, number = from_message(message)
    try:
        clip = _at_pace(rendered(request, engines), request.stretch_percent)
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


if __name__ == "__main__":
    main()
