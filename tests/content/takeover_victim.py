"""Imports lessons and is killed during the import, repeatedly; a separate process without Qt.

Prints one word for each kill: `old` or `new`, the content of the kiosk after a restart, or `HALF`
and the difference.
"""

import io
import itertools
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from recording import record
from stick import NOW, OTHER_PNG, PNG, KioskWithStick, lesson

from kiosk import durable
from kiosk.narration.recordings.audio_file import decoded
from kiosk.usb_import import disk, installer
from kiosk.usb_import.history import kept, recover, undo
from kiosk.usb_import.installer import take_over

CALLS = ("open", "write", "read", "fsync", "close", "replace", "unlink", "mkdir", "rmdir")
SAID = "Bác chạm vào nút xanh."


def prepared(root: Path) -> KioskWithStick:
    """A kiosk with a lesson, and a stick with another edition, picture and recordings."""
    place = KioskWithStick(root)
    place.add_lesson("goi-video.yaml", lesson(picture="anh.png"))
    place.add_lesson("anh.png", PNG)
    place.add_lesson("noi-mang.yaml", lesson("Nối mạng", 11, says=("Bác mở cài đặt.",)))
    place.put_on_stick(
        "goi-video.yaml", lesson("Gọi cho cháu", says=(SAID, "Xong."), picture="anh.png")
    )
    place.put_on_stick("anh.png", OTHER_PNG)
    place.put_on_stick("hai.png", PNG)
    record(place.stick / "voice", "rad", SAID)
    return place


class DecoderHere:
    """Decodes sound in this process, as it is killed hundreds of times."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def decode(self, content):
        return decoded(io.BytesIO(content))


installer.SoundDecoder = DecoderHere


class Watched:
    """The os functions for files; from the n-th call on, `happens` runs before each."""

    def __init__(self, at: int, happens) -> None:
        self.calls, self._at, self._happens = 0, at, happens

    def __getattr__(self, name):
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*given, **named):
            self.calls += 1
            if self.calls >= self._at:
                self._happens(self.calls - self._at)
            return real(*given, **named)

        return call


def die(_after: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def use(system) -> None:
    disk.os = durable.os = system


class Trial:
    """A change of the kiosk's content, with the states before and after it."""

    def __init__(self, place: KioskWithStick, root: Path, change) -> None:
        self._place, self._change = place, change
        self._before = root
        self._keep()
        self.old = place.contents()
        began = time.monotonic()
        change()
        self.lasts_s = time.monotonic() - began
        self.new = place.contents()
        self.restore()

    def _parts(self):
        for part in (self._place.folders.home, self._place.folders.state):
            yield part, self._before / part.name

    def _keep(self) -> None:
        for part, kept_part in self._parts():
            part.mkdir(exist_ok=True)
            shutil.copytree(part, kept_part)

    def restore(self) -> None:
        for part, kept_part in self._parts():
            shutil.rmtree(part, ignore_errors=True)
            shutil.copytree(kept_part, part)

    def kill_after(self, delay_s: float) -> str:
        child = self._fork(os)
        time.sleep(delay_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return self._found()

    def kill_at(self, call: int) -> str | None:
        """Kills the change at this call; None if the change ended before it."""
        child = self._fork(Watched(call, die))
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return self._found()
        self.restore()
        return None

    def _fork(self, system) -> int:
        child = os.fork()
        if not child:
            use(system)
            self._change()
            os._exit(0)
        return child

    def _found(self) -> str:
        recover(self._place.folders)
        held = self._place.contents()
        litter = list(self._place.folders.home.rglob(".takeover"))
        self.restore()
        if litter and held == self.old:
            return f"HALF {litter}"
        named = {"old": self.old, "new": self.new}
        return next((word for word, held_then in named.items() if held == held_then), "HALF")


def main(root: Path, kills: int) -> None:
    place = prepared(root)
    offer, kiosk = place.offer("goi-video"), place.kiosk

    def take():
        take_over(offer, place.stick, kiosk, NOW)

    trials = [Trial(place, root / "before-taking", take)]
    take()
    name = kept(place.folders)[0].name
    trials.append(Trial(place, root / "before-undoing", lambda: undo(place.folders, name)))
    for trial in trials:
        trial.restore()
        words = (trial.kill_at(call) for call in itertools.count(1))
        for word in itertools.takewhile(lambda word: word is not None, words):
            print(word, "exact", flush=True)  # noqa: T201 - read by the test
        chance = random.Random(trial.lasts_s)
        for _ in range(kills // 2):
            word = trial.kill_after(chance.uniform(0, trial.lasts_s * 1.2))
            print(word, "random", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
