"""By what a kiosk is told apart from others, also where figures of many are put together."""

from pathlib import Path
from uuid import UUID, uuid4

from kiosk.durable import is_odd, read_plain_file, set_aside, write_durably


def kiosk_identity(path: Path) -> str:
    """The kiosk's identity, a random UUID: made once, kept in this file, the same ever after.

    It says nothing of the place, the machine or anybody. A file that is damaged is replaced.

    Raises:
        OSError: it can be neither read nor kept.
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
