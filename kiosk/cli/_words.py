"""Words of the command line: the Vietnamese sentence is the message id."""

from collections.abc import Callable

from kiosk.folders import Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE

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
