"""The base of everything that is read from a file: frozen, and unknown fields refused."""

import os
from typing import Annotated

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them slows the start

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
"""A text for a person: never empty, short enough for one screen."""

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
"""A few words on a button or a row."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""What one part of a file calls another by: small letters without marks, digits, hyphens."""

EMPTY_IS_NONE = BeforeValidator(lambda value: value or None)
"""For what may be left empty in a file."""


class Model(BaseModel):
    """A value that never changes and says no to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
