"""A fast test for texts without unusual characters, which most files pass.

All other texts are checked by `lookalikes`, which is not loaded for the first frame.
"""

import re

VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_ODD = re.compile(f"[^\\n\\r\\t -~{VIETNAMESE}…]|```|~~~")


def is_plain(text: str) -> bool:
    """Whether the text is ASCII and Vietnamese letters, without typographic quotes or dashes."""
    return not _ODD.search(text)
