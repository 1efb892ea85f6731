"""Texts of limited length. What checks them is loaded only when something is checked."""

from collections.abc import Iterator
from typing import Annotated, Literal


class ShortText:
    """Stands in an `Annotated[str, …]`: neither empty nor longer than `most` letters, blanks cut.

    pydantic asks for its parts (annotated_types.GroupedMetadata) when it first checks such a text.
    """

    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, most: int) -> None:
        self.most = most

    def __iter__(self) -> Iterator[object]:
        from pydantic import StringConstraints  # noqa: PLC0415 - not for the first frame

        yield from StringConstraints(strip_whitespace=True, min_length=1, max_length=self.most)


Sentence = Annotated[str, ShortText(400)]
"""A text for a person: never empty, short enough for one screen."""

Label = Annotated[str, ShortText(80)]
"""A few words on a button or a row."""
