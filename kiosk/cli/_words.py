"""Messages of the command line, in the user's language."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.folders import Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.i18n.staff_texts import staff_table

Say = Callable[..., str]


def words_in(language: str, folders: Folders) -> Say:
    """Returns a function that translates a Vietnamese sentence and fills its placeholders."""
    catalogue = (
        None
        if language == SOURCE
        else read_catalogue(*folders.language_folders(language), unreviewed=False)
    )

    def say(text: str, /, **values: object) -> str:
        template = (catalogue.text(text) if catalogue else None) or text
        return template.format(**values)

    return say


def words_of(table: Mapping[Any, str], language: str) -> Say:
    """Returns a function that fills the placeholders of a sentence in a table, by its key."""
    texts = staff_table(table, language)

    def say(code: object, /, **values: object) -> str:
        return texts[code].format(**values)

    return say
