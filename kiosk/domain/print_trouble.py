"""Reasons why a print job failed."""

from enum import IntEnum


class PrintTrouble(IntEnum):
    """The value is the exit code of `kiosk handout --print`."""

    NO_SERVICE = 10
    """The printing programs are not installed, or the print service does not run."""
    NO_PRINTER = 11
    """No printer has the configured name, or there is no printer at all."""
    STOPPED = 12
    """The printer is stopped, rejects jobs, or is switched off."""
    NO_PAPER = 13
    REFUSED = 14
    """The print service did not accept the job, or aborted it."""
    TOO_LONG = 15
    """No result in time, or the job is still queued behind another one."""
    COVER_OPEN = 16
    JAM = 17
    NO_INK = 18
    """Toner or ink is empty, or its cartridge is missing."""
    TRAY = 19
    """A tray is missing, or the output tray is full."""
    HELD = 20
    """The queue holds jobs until an operator releases them."""
    CANCELLED = 21
    """The job was cancelled."""
    ALERT = 22
    """The printer reports another error."""
