"""Words of the command line, in the language of whoever types."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.folders import Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.i18n.staff_texts import staff_table

Say = Callable[..., str]


def words_in(language: str, folders: Folders) -> Say:
    """A function that puts a Vietnamese sentence with named places into a language."""
    catalogue = (
        None
        if language == SOURCE
        else read_catalogue(*folders.language_folders(language), unreviewed=False)
    )

    def say(text: str, /, **values: object) -> str:
        told = (catalogue.text(text) if catalogue else None) or text
        return told.format(**values)

    return say


def words_of(table: Mapping[Any, str], language: str) -> Say:
    """A function that says a sentence of a table, by its key, with named places filled in."""
    texts = staff_table(table, language)

    def say(code: object, /, **values: object) -> str:
        return texts[code].format(**values)

    return say
