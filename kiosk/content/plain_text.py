"""Whether a text has only the signs that lessons are written with: most files are through at once.

What is not plain is looked at by `lookalikes`, which the first frame of the kiosk does without.
"""

import re

VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_ODD = re.compile(f"[^\\n\\r\\t -~{VIETNAMESE}…]|```|~~~")


def is_plain(text: str) -> bool:
    """Whether there is nothing but ASCII and Vietnamese: no typographic quotes or dashes either."""
    return not _ODD.search(text)
