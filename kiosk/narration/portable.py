"""Speaks one text into a file by pyttsx3, in a process of its own.

Run as `python -m kiosk.narration.portable`, with one message as input (see `kiosk.child_channel`):
`{}` asks for the voices, `{"text": …, "voice": …, "words_per_minute": …, "file": …}` for sound.
It answers `{"voices": [[id, languages], …]}` or `{"said": true}`. A process speaks once: after its
first sentence pyttsx3 writes into old files, and with espeak-ng it spoils the library for everybody
else in the process.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

from kiosk.child_channel import ChildChannel


def main() -> None:
    """Answers the one message."""
    channel = ChildChannel()
    asked, _ = next(channel.messages())
    import pyttsx3  # noqa: PLC0415 - it prints what it does, which the channel keeps away

    speech = pyttsx3.init()
    if asked:
        _say(speech, **asked)
        channel.tell({"said": True})
    else:
        voices = [[voice.id, _languages(voice)] for voice in speech.getProperty("voices")]
        channel.tell({"voices": voices})
    os._exit(0)  # with espeak-ng it would wait for nothing


def _say(speech: Any, text: str, voice: str, words_per_minute: int, file: str) -> None:  # noqa: ANN401
    speech.setProperty("voice", voice)
    speech.setProperty("rate", words_per_minute)
    over = threading.Event()
    speech.connect("finished-utterance", lambda **_: over.set())
    speech.save_to_file(text, file)
    speech.runAndWait()
    if sys.platform == "linux":
        over.wait()  # with espeak-ng the above does not wait for the file


def _languages(voice: Any) -> list[str]:  # noqa: ANN401
    """Codes such as `vi`, of however each system writes them: `vi-VN`, `vi_VN`, or bytes."""
    told = [
        code.decode("ascii", "ignore") if isinstance(code, bytes) else str(code)
        for code in voice.languages or ()
    ]
    return [code.strip("\x05 ").replace("_", "-").split("-")[0].lower() for code in told]


if __name__ == "__main__":
    main()
