"""The identity that distinguishes a kiosk from others in combined figures."""

from pathlib import Path
from uuid import UUID, uuid4

from kiosk.durable import is_odd, read_plain_file, set_aside, write_durably


def kiosk_identity(path: Path) -> str:
    """The kiosk's identity, a random UUID that is created once and stored in this file.

    It reveals nothing about place, machine or persons. A damaged file is replaced.

    Raises:
        OSError: the file cannot be read or written.
    """
    if is_odd(path):
        set_aside(path)
    try:
        return str(UUID(read_plain_file(path).decode("ascii").strip()))
    except (FileNotFoundError, ValueError):
        identity = str(uuid4())
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(path, f"{identity}\n".encode(), private=True)
        return identity
