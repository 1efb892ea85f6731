"""Texts of the centre used by these tests."""

PIN = "482915"


def in_english(text: str) -> str:
    """The English test translation of a sentence."""
    return f"EN {text}"
