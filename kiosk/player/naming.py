"""Finds the names of phone elements in sentences."""

from collections.abc import Iterable

MARKS = ".,;:!?“”\"'()…*"


def word_of_name(sentence: str, names: Iterable[str]) -> int | None:
    """Returns the index of the last word of the first name found in the sentence; None for none."""
    words = _bare(sentence)
    for name in names:
        wanted = _bare(name)
        for at in range(len(words) - len(wanted) + 1):
            if wanted and words[at : at + len(wanted)] == wanted:
                return at + len(wanted) - 1
    return None


def named_in(sentence: str, names: Iterable[str]) -> tuple[str, ...]:
    """Returns the names that occur in the sentence, in the sentence's order.

    The part of a name before its comma suffices. A name of one syllable may be an ordinary word: it
    must match exactly, including case.
    """
    found = {name: at for name in names if (at := _place_of(name, sentence)) is not None}
    return tuple(sorted(found, key=lambda name: found[name]))


def _place_of(name: str, sentence: str) -> int | None:
    wordings = (name, name.partition(",")[0])
    if len(_bare(wordings[-1])) == 1 and wordings[-1].strip(MARKS) not in sentence:
        return None
    return word_of_name(sentence, wordings)


def _bare(text: str) -> list[str]:
    return [bare for word in text.split() if (bare := word.strip(MARKS).casefold())]
