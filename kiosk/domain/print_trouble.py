"""Why nothing came out of the printer."""

from enum import IntEnum


class PrintTrouble(IntEnum):
    """Each with the exit code by which `kiosk handout --print` tells it."""

    NO_SERVICE = 10
    """The programs that print are not installed, or the service does not run."""
    NO_PRINTER = 11
    """No printer of that name, or none at all."""
    STOPPED = 12
    """The printer was stopped, refuses jobs, or is switched off."""
    NO_PAPER = 13
    REFUSED = 14
    """The sheet was not taken, for another reason."""
    TOO_LONG = 15
    """No answer in time."""
