"""Converts lines to utterances for the narrator."""

from kiosk.domain.line import Line, Speaker
from kiosk.i18n.languages import SOURCE
from kiosk.narration.utterance import Utterance


def utterance_of(line: Line, language: str, text: str | None) -> Utterance:
    """Returns the line in a language, with Vietnamese as the fallback when it cannot be spoken.

    Args:
        line: the line in Vietnamese.
        language: the wanted language.
        text: the line's translation; None when there is none.
    """
    other = line.speaker is Speaker.OTHER
    source = Utterance(line.text, SOURCE, line.speak, other)
    if language == SOURCE:
        return source
    return Utterance(text or "", language, other=other, otherwise=source)
