"""Checks of file names on a stick."""

import re
import unicodedata

from kiosk.usb_import.refusal import LessonRefusedError

PLAIN = re.compile(r"""[^\s.~$<>:"/\\|?*-][^<>:"/\\|?*]{0,79}""")
UNSEEN = "CZ"
"""Unicode categories of control characters and spaces; of these only the plain space is valid."""
SAFE_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
MAX_SHOWN_LENGTH = 40


def check_name(name: str) -> None:
    """Checks that a file name is valid on every operating system.

    Raises:
        LessonRefusedError: the name is not valid.
    """
    composed = unicodedata.normalize("NFC", name)
    unseen = any(unicodedata.category(sign)[0] in UNSEEN for sign in composed.replace(" ", ""))
    if unseen or not PLAIN.fullmatch(composed) or name.endswith((".", " ")):
        raise LessonRefusedError("name_odd", shown_name(name))
    if RESERVED.fullmatch(name.partition(".")[0].strip()):
        raise LessonRefusedError("name_reserved", shown_name(name))


def shown_name(name: str) -> str:
    """The name for display: control characters replaced by `?`, and shortened if too long."""
    seen = "".join("?" if unicodedata.category(sign)[0] == "C" else sign for sign in name)
    return seen if len(seen) <= MAX_SHOWN_LENGTH else f"{seen[:MAX_SHOWN_LENGTH]}…"
