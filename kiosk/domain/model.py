"""The base of everything that is read from a file: frozen, and unknown fields refused."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from kiosk.domain.texts import Label, Sentence

__all__ = ["Label", "Model", "Name", "Sentence"]

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""What one part of a file calls another by: small letters without marks, digits, hyphens."""


class Model(BaseModel):
    """A value that never changes and says no to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
