"""A line as the narrator takes it."""

from kiosk.domain.line import Line, Speaker
from kiosk.i18n.languages import SOURCE
from kiosk.narration.utterance import Utterance


def utterance_of(line: Line, language: str, text: str | None) -> Utterance:
    """The line in a language, with the Vietnamese that stands in where it cannot be spoken.

    Args:
        line: in Vietnamese.
        language: the language that is wanted.
        text: the line's text in it; None where it is not written.
    """
    other = line.speaker is Speaker.OTHER
    source = Utterance(line.text, SOURCE, line.speak, other)
    if language == SOURCE:
        return source
    return Utterance(text or "", language, other=other, otherwise=source)
