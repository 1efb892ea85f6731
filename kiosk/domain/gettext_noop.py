"""Marks texts in Python for extraction into the translation catalogues (xgettext)."""


def gettext_noop(text: str) -> str:
    """Returns the text unchanged; it is translated where it is shown."""
    return text
