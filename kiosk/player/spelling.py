"""What is said of one letter of a value that is copied."""

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.narration.reading.vi.letters import spelled


def lines_of_letter(letter: str) -> tuple[Line, ...]:
    """Its name, told apart where it is a capital; a sign or a space is never silent."""
    if sign := prompts.SIGNS.get(letter):
        return (sign,)
    named = Line(letter, speak=spelled(letter))
    return (prompts.CAPITAL, named) if letter.isupper() else (named,)
