"""The key by which the kit finds the clip of a sentence."""

from kiosk.domain.line import Line


def voice_key(line: Line) -> str:
    """A key that is equal for lines that sound the same."""
    return f"{line.speaker.value}|{line.speak or line.text}"
