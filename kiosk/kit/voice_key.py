"""By what the kit finds the clip of a sentence."""

from kiosk.domain.line import Line


def voice_key(line: Line) -> str:
    """Equal for lines that sound alike."""
    return f"{line.speaker.value}|{line.speak or line.text}"
