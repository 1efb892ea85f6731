"""Glossaries: sourced translations of single words, shown only to translators."""

import re
from collections.abc import Mapping
from pathlib import Path

from kiosk.i18n.po import readable, translation_of

FILE = "words.po"
_WORD = re.compile(r"\w+")


def glossary(*folders: Path) -> dict[str, str]:
    """The words by their Vietnamese form; earlier folders have priority.

    Raises:
        UnreadablePoError: a glossary cannot be read.
    """
    words: dict[str, str] = {}
    for path in (folder / FILE for folder in reversed(folders)):
        if path.is_file():
            entries = readable(path, translated=True).entries
            words.update({each.msgid: translation_of(each) for each in entries})
    return {word: translation for word, translation in words.items() if translation}


def words_in(sentence: str, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The glossary words in a sentence; the longest match wins where matches overlap."""
    heard = _plain(sentence)
    known = {_plain(word): word for word in words}
    longest = max(map(len, known), default=0)
    found: dict[str, str] = {}
    at = 0
    while at < len(heard):
        for end in range(min(len(heard), at + longest), at, -1):
            word = known.get(heard[at:end])
            if word:
                found[word] = words[word]
                at = end - 1
                break
        at += 1
    return tuple(found.items())


def _plain(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
