"""Pictures of a lesson on a stick."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.media import Media
from kiosk.content.tree import Data
from kiosk.pictures.names import is_picture_name
from kiosk.pictures.refusal import Refusal
from kiosk.usb_import.names import shown_name
from kiosk.usb_import.refusal import LessonRefusedError


def pictures_named(data: Data) -> Iterator[str]:
    """The picture names without a folder in a lesson file."""
    return (name for name in _texts(data) if _is_beside(name))


def _texts(data: Data) -> Iterator[str]:
    """All strings in the data of a lesson file."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)


def _is_beside(name: str) -> bool:
    return "/" not in name and "\\" not in name and is_picture_name(name)


def check_picture(copy: Path, media: Media) -> None:
    """Checks that the kiosk's copy of a file is a picture that can be displayed.

    Raises:
        LessonRefusedError: it is not; the code is that of `media.judge`.
    """
    found = media.judge.bitmap_of(copy) if media.judge else None
    if isinstance(found, Refusal):
        facts = dict(found.facts)
        facts.pop("name", None)
        raise LessonRefusedError(
            found.code, shown_name(copy.name), *(fact for _, fact in sorted(facts.items()))
        )
