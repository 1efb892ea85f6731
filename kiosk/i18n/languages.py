"""The languages of the kiosk: each is a folder below `translations`."""

import logging
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, StringConstraints, ValidationError

from kiosk.domain.model import Label, Model, Sentence

SOURCE = "vi"
"""The language in which lessons are written."""

log = logging.getLogger(__name__)


Letter = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4)]


class Language(Model):
    """A language as its own speakers call it."""

    code: str
    name: Label = Field(description="Tên ngôn ngữ, bằng chính ngôn ngữ đó. | Its own name.")
    greeting: Sentence = Field(description="Lời chào. | How it greets.")
    invitation: Sentence = Field(description="Lời mời chạm. | How it invites to touch.")
    keys: tuple[Letter, ...] = Field(
        (),
        max_length=27,
        description="Các chữ riêng, mỗi chữ một phím. | Its own letters, each with all its marks, "
        "for the keyboard on the screen.",
    )


def find_languages(folder: Path) -> dict[str, Language]:
    """The languages that have a `language.yaml`; a broken one is left out and logged."""
    found = {}
    for path in sorted(folder.glob("*/language.yaml")):
        try:
            fields = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
            language = Language(code=path.parent.name, **fields)
        except (OSError, TypeError, yaml.YAMLError, ValidationError) as problem:
            log.warning("language left out: %s: %s", path, problem)
            continue
        found[language.code] = language
    return found
