"""What trainers and staff read: the Vietnamese sentence is the key, in every language.

Translations lie in `translations/<language>/staff/*.po`. They are apart from what learners read,
so that a language is not held for unfinished because nobody needs its error messages.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from kiosk.folders import CHECKOUT

K = TypeVar("K")
SOURCE = "vi"
FOLDER = "staff"


def staff_text(sentence: str, language: str) -> str:
    """A Vietnamese sentence in a language; itself, where nobody has translated it."""
    if language == SOURCE:
        return sentence
    return staff_texts(language).get(sentence, sentence)


def staff_table(table: Mapping[K, str], language: str) -> dict[K, str]:
    """All sentences of a table in a language, by the same keys."""
    return {key: staff_text(sentence, language) for key, sentence in table.items()}


@cache
def staff_texts(language: str) -> Mapping[str, str]:
    """All translations of sentences for staff that came with the kiosk."""
    from kiosk.i18n.po import readable, translation_of  # noqa: PLC0415 - not for Vietnamese

    texts: dict[str, str] = {}
    for path in sorted((CHECKOUT / "translations" / language / FOLDER).glob("*.po")):
        for entry in readable(path, translated=True).entries:
            texts[entry.msgid] = (
                translation_of(entry) if entry.msgid.strip() == entry.msgid else entry.msgstr
            )
    return texts
