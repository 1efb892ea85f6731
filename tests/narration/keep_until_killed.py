"""Stores one recording after the other and prints each stored one, until it is killed."""

import itertools
import sys
from pathlib import Path

from made_recordings import take, tone

from kiosk.narration.recordings.store import Recordings

recordings = Recordings(Path(sys.argv[1]), "rad")
clip = tone(duration_ms=40)
print("ready", flush=True)  # noqa: T201 - the parent waits for it
for number in itertools.count():
    text = f"Lần {sys.argv[2]} câu {number}"
    recordings.keep(take(text), clip)
    print(text, flush=True)  # noqa: T201
