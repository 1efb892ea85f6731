"""Texts of limited length; pydantic is loaded only when a text is validated."""

from collections.abc import Iterator
from typing import Annotated, Literal


class ShortText:
    """`Annotated` metadata: whitespace is stripped; 1 to `most` characters must remain.

    pydantic iterates over the constraints (annotated_types.GroupedMetadata) at first validation.
    """

    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, most: int) -> None:
        self.most = most

    def __iter__(self) -> Iterator[object]:
        from pydantic import StringConstraints  # noqa: PLC0415 - not for the first frame

        yield from StringConstraints(strip_whitespace=True, min_length=1, max_length=self.most)


Sentence = Annotated[str, ShortText(400)]
"""A text for a person: not empty, short enough for one screen."""

Label = Annotated[str, ShortText(80)]
"""A few words for a button or a row."""
