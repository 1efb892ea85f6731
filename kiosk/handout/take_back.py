"""Cancels print jobs whose learner has left.

A separate program, so that the window never waits for the print service. Exit code 0 means that
no job of this kiosk can still be printed; after exit code 1 it should be run again.
"""

import sys

from kiosk.durable import folder_lock
from kiosk.handout.printing import take_back_left
from kiosk.runtime_folder import runtime_folder


def nothing_is_left() -> bool:
    """Cancels waiting jobs, unless a print is in progress, which cancels them itself."""
    try:
        with folder_lock(runtime_folder(), wait=False):
            return take_back_left()
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(not nothing_is_left())
