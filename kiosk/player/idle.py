"""The idle timeout."""

from enum import StrEnum

from kiosk.domain.settings import Idle
from kiosk.domain.way import Way
from kiosk.player.visit import Page, Visit


class IdleState(StrEnum):
    """The presumed presence of the learner."""

    HERE = "here"
    ASKED = "asked"
    """The learner is asked whether they are still there."""
    GONE = "gone"
    STAFF_GONE = "staff-gone"
    """Staff have left without logging out."""


STAFF_QUIET_S = 90
"""The timeout of the staff area, and of trials started there."""


def idle_state(visit: Visit, idle: Idle, untouched_s: float) -> IdleState:
    """Returns the state after this time without a touch; the attract page has no timeout."""
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
