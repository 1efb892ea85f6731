"""Which things on the phone a sentence calls by their names, and where."""

from collections.abc import Iterable

MARKS = ".,;:!?“”\"'()…*"


def word_of_name(sentence: str, names: Iterable[str]) -> int | None:
    """The number of the last word of the name, counted from 0; None where no name is said."""
    words = _bare(sentence)
    for name in names:
        wanted = _bare(name)
        for at in range(len(words) - len(wanted) + 1):
            if wanted and words[at : at + len(wanted)] == wanted:
                return at + len(wanted) - 1
    return None


def named_in(sentence: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that the sentence says, in its own order.

    Of a name with a comma the part before it is enough. A name of one syllable may be an everyday
    word: it is meant only where it is written alike.
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
