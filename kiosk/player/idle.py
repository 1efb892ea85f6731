"""When nobody seems to be there any more."""

from enum import StrEnum

from kiosk.domain.settings import Idle
from kiosk.domain.way import Way
from kiosk.player.visit import Page, Visit


class IdleState(StrEnum):
    """What the kiosk believes about the person before it."""

    HERE = "here"
    ASKED = "asked"
    """The person is asked whether she is still there."""
    GONE = "gone"
    STAFF_GONE = "staff-gone"
    """Staff went away and stayed logged in."""


STAFF_QUIET_S = 90
"""The staff's own pages are left after so many seconds without a touch; so is what they try."""


def idle_state(visit: Visit, idle: Idle, untouched_s: float) -> IdleState:
    """What to believe after so many seconds without a touch; the attract page misses nobody."""
    if visit.page is Page.ATTRACT:
        return IdleState.HERE
    if visit.page in (Page.PIN, Page.STAFF) or visit.before_trial:
        return IdleState.HERE if untouched_s < STAFF_QUIET_S else IdleState.STAFF_GONE
    quiet_s = untouched_s - _patience_s(visit, idle)
    if quiet_s < 0:
        return IdleState.HERE
    return IdleState.ASKED if quiet_s < idle.wipe_after_s else IdleState.GONE


def _patience_s(visit: Visit, idle: Idle) -> int:
    on_own_phone = visit.run is not None and visit.run.way is Way.OWN_PHONE
    return idle.own_phone_warn_after_s if on_own_phone else idle.warn_after_s
