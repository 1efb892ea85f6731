"""When the kiosk last drew a frame, spoke and printed: one small file, for staff and province."""

import json
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path

from kiosk.durable import read_plain_file, write_durably
from kiosk.stats.daily_file import Heartbeat


def read_heartbeat(path: Path) -> Heartbeat:
    """What the kiosk wrote last; empty when there is nothing, or it is damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        told = json.loads(read_plain_file(path))
        known = {field.name for field in fields(Heartbeat)} - {"pack", "problems"}
        texts = {name: str(told[name]) for name in known if name in told}
        problems = tuple(str(each) for each in told.get("problems", ()))
        return Heartbeat(**texts, pack=int(told.get("pack", 0)), problems=problems)
    return Heartbeat()


def write_heartbeat(path: Path, heartbeat: Heartbeat) -> None:
    """Keep it for others to read.

    Raises:
        OSError: the disk does not take it.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(path, json.dumps(asdict(heartbeat), ensure_ascii=False).encode(), private=True)
