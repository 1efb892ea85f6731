"""A kiosk in a separate process that executes commands from its standard input.

Each line is a JSON list. `["count", day, lesson, times]` counts uses on a day, anything else is the
arguments of a `kiosk` command. The answer is a line with the exit code and the output.
"""

import json
import sys
from datetime import datetime

from click.testing import CliRunner

from kiosk.cli.sync import COMMAND as SYNC
from kiosk.folders import folders_from_environment
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.heartbeat import write_heartbeat
from kiosk.stats.period_file import Heartbeat
from kiosk.stats.store import Store


def count(begins: str, lesson: str, times: int) -> None:
    """Counts uses as a running kiosk does, and writes a heartbeat."""
    folders = folders_from_environment()
    hour = int(datetime.fromisoformat(begins).timestamp()) // 3600
    store = Store(folders.stats)
    opened, finished = (Event(kind, lesson, language="vi") for kind in (Kind.OPENED, Kind.FINISHED))
    store.add(Count(hour, event, times) for event in (Event(Kind.BEGUN), opened, finished))
    store.close()
    write_heartbeat(folders.heartbeat, Heartbeat(frame_at=datetime.now().astimezone().isoformat()))


def answer(word: str, *rest: str) -> tuple[int, str]:
    """Executes a command; returns its exit code and output."""
    if word == "count":
        count(*rest)
        return 0, ""
    result = CliRunner().invoke(SYNC, rest, catch_exceptions=False)
    return result.exit_code, result.output


for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(*json.loads(line))) + "\n")
    sys.stdout.flush()
