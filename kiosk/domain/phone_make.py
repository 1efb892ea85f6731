"""The makes of phone that lessons distinguish."""

from enum import StrEnum


class Make(StrEnum):
    """A make of phone; lesson content without a variant applies to all makes."""

    ANDROID = "android"
    """Stock Android; also used when the make is unknown."""
    SAMSUNG = "samsung"
    OPPO_VIVO_XIAOMI = "oppo-vivo-xiaomi"
    IPHONE = "iphone"


UNKNOWN = "unknown"
"""The learner's answer when she does not know the make; the lesson then shows stock Android."""
OTHER_MAKES = (Make.SAMSUNG, Make.OPPO_VIVO_XIAOMI, Make.IPHONE)
"""The makes for which a lesson file may define a variant below `phones:`."""

MAKE_NAMES = {
    Make.SAMSUNG: "Samsung",
    Make.OPPO_VIVO_XIAOMI: "OPPO, vivo, Xiaomi",
    Make.IPHONE: "iPhone",
}
"""Brand names as printed on the phones."""
