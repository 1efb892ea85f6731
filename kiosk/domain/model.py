"""Base class of values read from files: frozen, unknown fields are rejected."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from kiosk.domain.texts import Label, Sentence

__all__ = ["Label", "Model", "Name", "Sentence"]

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""An identifier inside lesson files: lowercase ASCII letters, digits and hyphens."""


class Model(BaseModel):
    """An immutable value; validation rejects unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
