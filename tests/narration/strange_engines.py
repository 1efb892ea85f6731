"""Faulty engines, placed in a folder as by a deployer: one dies, one hangs, one refuses."""

PARTS = {
    "crash": "os._exit(7)",
    "hang": "time.sleep(600)",
    "refuse": "raise RuntimeError('no sound today')",
    "talk": "print('chatter on the output')\n"
    "        return Clip(bytes(2 * 441), 22050, tuple(range(len(words))))",
}


def write(folder, *kinds, language="vi"):
    """Writes an engine of each kind into the folder, named after its kind."""
    folder.mkdir(exist_ok=True)
    for kind in kinds:
        (folder / f"{kind}.py").write_text(
            _CODE.format(kind=kind, language=language, part=PARTS[kind])
        )
    return folder


_CODE = """
import os, time
from kiosk.narration.utterance import Clip

class Strange:
    name = "{kind}"
    version = "1"

    def problem(self):
        return None

    def voices(self):
        return {{"{language}": ("{kind}-voice",)}}

    def render(self, words, language, voice, words_per_minute):
        {part}

def engine(places):
    return Strange()
"""
