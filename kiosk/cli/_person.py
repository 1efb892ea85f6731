"""Whether a person sits at the terminal and can be asked."""

import os
import sys
from pathlib import Path

SHELLS = frozenset({"bash", "dash", "fish", "ksh", "mksh", "sh", "tcsh", "zsh"})


def is_typed_by_a_person() -> bool:
    """Whether a shell in which somebody types has started this program.

    A service may have a terminal, too, on which nobody can answer: there the terminal belongs to
    the service's own program and not to a shell.
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
