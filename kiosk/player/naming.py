"""Where in a sentence the thing that is to be touched is called by its name."""

from collections.abc import Iterable

MARKS = ".,;:!?“”\"'()…"


def word_of_name(sentence: str, names: Iterable[str]) -> int | None:
    """The number of the last word of the name, counted from 0; None where no name is said."""
    words = _bare(sentence)
    for name in names:
        wanted = _bare(name)
        for at in range(len(words) - len(wanted) + 1):
            if wanted and words[at : at + len(wanted)] == wanted:
                return at + len(wanted) - 1
    return None


def _bare(text: str) -> list[str]:
    return [word.strip(MARKS).casefold() for word in text.split()]
