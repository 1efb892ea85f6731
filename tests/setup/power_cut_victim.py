"""Writes like the kiosk to a disk whose power is cut; a separate process.

On `write`, it starts a child process that writes continually and prints `told N` before the N-th
write and `kept N` after its acknowledgement; when the child has ended, it prints `dead`. On `look`,
it prints `found N`: the number of intact records. Any other output describes an error.
"""

import itertools
import os
import sys
import zlib
from pathlib import Path

import takeover_victim
from made_recordings import take, tone
from stick import NOW

from kiosk.durable import write_durably
from kiosk.narration.recordings.audio_file import decoded
from kiosk.narration.recordings.store import Recordings
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.keeper import Keeper
from kiosk.stats.store import read
from kiosk.stats.writing import CountWriter
from kiosk.usb_import.installer import take_over

SIZES = (10, 4096, 70_000)


def say(word: str, number: int) -> None:
    os.write(1, f"{word} {number}\n".encode())


class OneFile:
    """A file that is overwritten repeatedly."""

    def __init__(self, root: Path) -> None:
        self._path = root / "one.json"

    def write(self, number: int) -> None:
        body = f"{number}\n".encode() * SIZES[number % len(SIZES)]
        write_durably(self._path, body + zlib.crc32(body).to_bytes(4, "big"))

    def found(self) -> int:
        if not self._path.exists():
            return 0
        content = self._path.read_bytes()
        body, sum_ = content[:-4], int.from_bytes(content[-4:], "big")
        return int(body.split(b"\n")[0]) if zlib.crc32(body) == sum_ and body else -1


class Counts:
    """Counters of visits in their database."""

    def __init__(self, root: Path) -> None:
        self._path = root / "stats.sqlite"
        self._keeper: Keeper | None = None

    def write(self, number: int) -> None:
        keeper = self._keeper = self._keeper or Keeper(self._path, make=CountWriter)
        keeper.add(lambda: [Count(7, Event(Kind.FINISHED, "bai-thu", language="vi"))])
        if number % 3 == 0:
            keeper.forget_order()
        if not keeper.flush():
            raise OSError

    def found(self) -> int:
        return sum(count.times for count in read(self._path)) if self._path.exists() else 0


class Voices:
    """Recorded sentences, each with its entry in the index."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._clip = tone(duration_ms=40)
        self._writing: Recordings | None = None

    def write(self, number: int) -> None:
        recordings = self._writing = self._writing or Recordings(self._root, "rad")
        recordings.keep(take(f"Câu {number}"), self._clip)

    def found(self) -> int:
        recordings = Recordings(self._root, "rad")
        for each in recordings.takes:
            decoded(recordings.path_of(each))
        there = {each.text for each in recordings.takes}
        return len(there) if there == {f"Câu {at + 1}" for at in range(len(there))} else -1


class TakeOver:
    """The import of a lesson, with picture and recordings, over an existing one."""

    def __init__(self, root: Path) -> None:
        place = takeover_victim.prepared(root)
        offer, kiosk = place.offer("goi-video"), place.kiosk
        self._change = lambda: take_over(offer, place.stick, kiosk, NOW)
        self._trial = takeover_victim.Trial(place, root / "before", self._change)

    def write(self, number: int) -> None:
        if number > 1:
            raise OSError
        self._change()

    def found(self) -> int:
        return {"old": 0, "new": 1}.get(self._trial._found(), -1)


SORTS = {"file": OneFile, "counts": Counts, "voices": Voices, "take-over": TakeOver}


def write_on(victim) -> None:
    """Writes until the disk is gone."""
    for number in itertools.count(1):
        say("told", number)
        victim.write(number)
        say("kept", number)


def main(sort: str, root: Path) -> None:
    victim = SORTS[sort](root)
    say("ready", 0)
    for line in sys.stdin:
        if line.strip() == "look":
            say("found", victim.found())
        elif child := os.fork():
            os.waitpid(child, 0)
            say("dead", 0)
        else:
            try:
                write_on(victim)
            finally:
                os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
