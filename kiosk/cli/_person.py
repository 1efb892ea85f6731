"""Detection of a user at the terminal."""

import os
import sys
from pathlib import Path

SHELLS = frozenset({"bash", "dash", "fish", "ksh", "mksh", "sh", "tcsh", "zsh"})


def is_typed_by_a_person() -> bool:
    """Whether this program was started from an interactive shell.

    A service may have a terminal without a user, too: there the session leader is the service's
    program and not a shell.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if sys.platform != "linux":
        return True
    try:
        leader = Path(f"/proc/{os.getsid(0)}/comm").read_text("ascii", "replace")
    except OSError:
        return False
    return leader.strip().lstrip("-") in SHELLS
