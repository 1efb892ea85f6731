"""The file with the kiosk's signs of life, for staff and the province."""

import json
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path

from kiosk.durable import read_plain_file, write_durably
from kiosk.stats.period_file import Heartbeat


def read_heartbeat(path: Path) -> Heartbeat:
    """The stored signs of life; empty if there are none or the file is damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        content = json.loads(read_plain_file(path))
        known = {field.name for field in fields(Heartbeat)} - {"pack", "problems"}
        texts = {name: str(content[name]) for name in known if name in content}
        problems = tuple(str(each) for each in content.get("problems", ()))
        return Heartbeat(**texts, pack=int(content.get("pack", 0)), problems=problems)
    return Heartbeat()


def write_heartbeat(path: Path, heartbeat: Heartbeat) -> None:
    """Writes the file.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(path, json.dumps(asdict(heartbeat), ensure_ascii=False).encode(), private=True)
