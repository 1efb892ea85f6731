"""Takes back the sheets that wait for the printer though nobody waits for them any more.

A program of its own, so that the window never waits for the printer service. Its exit code is 0
when nothing of this kiosk can come out, and 1 when that is not known: then it is to be tried again.
"""

import sys

from kiosk.durable import only_writer
from kiosk.handout.printing import take_back_left
from kiosk.runtime_folder import runtime_folder


def nothing_is_left() -> bool:
    """Take back what waits, unless a sheet is being printed: who prints it sees to the others."""
    try:
        with only_writer(runtime_folder(), wait=False):
            return take_back_left()
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(not nothing_is_left())
