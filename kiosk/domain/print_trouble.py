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
    """The sheet was not taken, or given up by the service."""
    TOO_LONG = 15
    """No answer in time, or the sheet still waits for another one."""
    COVER_OPEN = 16
    JAM = 17
    NO_INK = 18
    """Toner or ink is used up, or its cartridge is missing."""
    TRAY = 19
    """A tray is missing, or the one that takes what was printed is full."""
    HELD = 20
    """The queue holds jobs back until somebody lets them go."""
    CANCELLED = 21
    """Somebody took the sheet back."""
    ALERT = 22
    """The printer reports another error."""
