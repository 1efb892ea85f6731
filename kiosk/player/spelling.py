"""The spoken name of a letter in a value to copy."""

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.narration.reading.vi.letters import spelled


def lines_of_letter(letter: str) -> tuple[Line, ...]:
    """Returns the name of a letter or sign; capitals are announced, and spaces have a name too."""
    if sign := prompts.SIGNS.get(letter):
        return (sign,)
    named = Line(letter, speak=spelled(letter))
    return (prompts.CAPITAL, named) if letter.isupper() else (named,)
