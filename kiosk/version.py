"""The version of the kiosk, and the commit if known."""

import subprocess
from contextlib import suppress

from kiosk import __version__
from kiosk.folders import CHECKOUT

GIT = "git"
COMMIT_FILE = CHECKOUT / "COMMIT"
"""Contains the commit in images and archives, which have no repository."""


def commit() -> str:
    """The commit, with `+` for modified files; empty when unknown."""
    with suppress(OSError):
        return COMMIT_FILE.read_text("ascii").strip()[:41]
    with suppress(OSError, subprocess.SubprocessError):
        command = ["git", "-C", str(CHECKOUT), "describe", "--always", "--dirty=+", "--exclude=*"]
        git = subprocess.run(  # noqa: S603 - fixed arguments
            command,
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
        )
        return str(git.stdout).strip()
    return ""


def version() -> str:
    """The text printed by `kiosk --version`."""
    known = commit()
    return f"{__version__} ({known})" if known else __version__
