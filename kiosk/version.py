"""Which kiosk this is: the version, and the commit where that is known."""

import subprocess
from contextlib import suppress

from kiosk import __version__
from kiosk.folders import CHECKOUT

GIT = "git"
COMMIT_FILE = CHECKOUT / "COMMIT"
"""What an image or an archive has in place of a repository."""


def commit() -> str:
    """The commit, with `+` where files were changed since; empty where it is not known."""
    with suppress(OSError):
        return COMMIT_FILE.read_text("ascii").strip()[:41]
    with suppress(OSError, subprocess.SubprocessError):
        command = ["git", "-C", str(CHECKOUT), "describe", "--always", "--dirty=+", "--exclude=*"]
        told = subprocess.run(  # noqa: S603 - fixed words
            command,
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
        )
        return str(told.stdout).strip()
    return ""


def version() -> str:
    """As `kiosk --version` tells it."""
    known = commit()
    return f"{__version__} ({known})" if known else __version__
