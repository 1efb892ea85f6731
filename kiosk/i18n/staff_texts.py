"""Texts for trainers and staff, in which the Vietnamese text is the key in every language.

Translations are in `translations/<language>/staff/*.po`, separate from learners' texts, so that
missing staff texts do not make a language count as incomplete.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from kiosk.folders import CHECKOUT

K = TypeVar("K")
SOURCE = "vi"
FOLDER = "staff"


def staff_text(sentence: str, language: str) -> str:
    """The translation of a Vietnamese text; the text itself when there is none."""
    if language == SOURCE:
        return sentence
    return staff_texts(language).get(sentence, sentence)


def staff_table(table: Mapping[K, str], language: str) -> dict[K, str]:
    """Translates all values of a table."""
    return {key: staff_text(sentence, language) for key, sentence in table.items()}


@cache
def staff_texts(language: str) -> Mapping[str, str]:
    """All shipped translations of staff texts."""
    from kiosk.i18n.po import readable, translation_of  # noqa: PLC0415 - not needed for Vietnamese

    texts: dict[str, str] = {}
    for path in sorted((CHECKOUT / "translations" / language / FOLDER).glob("*.po")):
        for entry in readable(path, translated=True).entries:
            texts[entry.msgid] = (
                translation_of(entry) if entry.msgid.strip() == entry.msgid else entry.msgstr
            )
    return texts
