"""Access to the kiosk that is installed on this machine."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kiosk.folders import Folders
from kiosk.installed import OtherUserError, as_the_kiosk

REFUSED = (
    "Lệnh này làm việc với ki-ốt đã cài trên máy, của người dùng {user}. Gõ: {command} | "
    "This command acts on the kiosk that is installed here, as user {user}. Type: {command}"
)


def kiosk_folders() -> Folders:
    """The folders of the installed kiosk; until the command ends it runs as the kiosk's user.

    On a machine without an installed kiosk, the user's own folders.
    """
    return click.get_current_context().with_resource(as_kiosk_user())


@contextmanager
def as_kiosk_user() -> Iterator[Folders]:
    """Like `kiosk_folders`, for a part of a command; raises a ClickException if not permitted."""
    try:
        with as_the_kiosk() as folders:
            yield folders
    except OtherUserError as other:
        program = Path(sys.argv[0]).resolve()
        command = f"sudo {program} {' '.join(sys.argv[1:])}"
        raise click.ClickException(REFUSED.format(user=other.user, command=command)) from other
