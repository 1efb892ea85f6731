"""What the centre of these tests is known by."""

PIN = "482915"


def in_english(text: str) -> str:
    """What stands for the translation of a sentence."""
    return f"EN {text}"
