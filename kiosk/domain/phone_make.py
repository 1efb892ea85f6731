"""Which phone a learner holds, where makes differ."""

from enum import StrEnum


class Make(StrEnum):
    """The makes that a lesson can tell apart; what it says of none holds for all."""

    ANDROID = "android"
    """Android as most phones have it; also for who does not know."""
    SAMSUNG = "samsung"
    OPPO_VIVO_XIAOMI = "oppo-vivo-xiaomi"
    IPHONE = "iphone"


UNKNOWN = "unknown"
"""What the learner answers who does not know; she sees Android as most phones have it."""
OTHER_MAKES = (Make.SAMSUNG, Make.OPPO_VIVO_XIAOMI, Make.IPHONE)
"""Those for which a lesson file may say what differs, below `phones:`."""

MAKE_NAMES = {
    Make.SAMSUNG: "Samsung",
    Make.OPPO_VIVO_XIAOMI: "OPPO, vivo, Xiaomi",
    Make.IPHONE: "iPhone",
}
"""What stands on the phone itself."""
