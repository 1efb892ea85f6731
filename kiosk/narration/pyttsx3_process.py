"""Speaks one text into a file with pyttsx3, in a process of its own.

Run as `python -m kiosk.narration.pyttsx3_process` with one input message (see
`kiosk.child_channel`): `{}` requests the voices, `{"text": …, "voice": …, "words_per_minute": …,
"file": …}` a sound file. The answer is `{"voices": [[id, languages], …]}` or `{"said": true}`.
One process per sentence, because pyttsx3 writes later sentences into old files, and with
espeak-ng leaves the library unusable for other code in the process.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

from kiosk.child_channel import ChildChannel


def main() -> None:
    """Answers one message, then exits."""
    channel = ChildChannel()
    asked, _ = next(channel.messages())
    import pyttsx3  # noqa: PLC0415 - it prints to stdout, which the channel redirects first

    speech = pyttsx3.init()
    if asked:
        _say(speech, **asked)
        channel.send({"said": True})
    else:
        voices = [[voice.id, _languages(voice)] for voice in speech.getProperty("voices")]
        channel.send({"voices": voices})
    os._exit(0)  # with espeak-ng a normal exit would hang


def _say(speech: Any, text: str, voice: str, words_per_minute: int, file: str) -> None:  # noqa: ANN401
    speech.setProperty("voice", voice)
    speech.setProperty("rate", words_per_minute)
    over = threading.Event()
    speech.connect("finished-utterance", lambda **_: over.set())
    speech.save_to_file(text, file)
    speech.runAndWait()
    if sys.platform == "linux":
        over.wait()  # with espeak-ng runAndWait returns before the file is written


def _languages(voice: Any) -> list[str]:  # noqa: ANN401
    """Language codes such as `vi`, from the forms of all systems: `vi-VN`, `vi_VN`, or bytes."""
    codes = [
        code.decode("ascii", "ignore") if isinstance(code, bytes) else str(code)
        for code in voice.languages or ()
    ]
    return [code.strip("\x05 ").replace("_", "-").split("-")[0].lower() for code in codes]


if __name__ == "__main__":
    main()
