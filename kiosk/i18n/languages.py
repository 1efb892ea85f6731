"""The languages of the kiosk: each is a folder below `translations`."""

import logging
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from kiosk.domain.model import Label, Model, Sentence

SOURCE = "vi"
"""The language in which lessons are written."""

log = logging.getLogger(__name__)


class Language(Model):
    """A language as its own speakers call it."""

    code: str
    name: Label = Field(description="Tên ngôn ngữ, bằng chính ngôn ngữ đó. | Its own name.")
    greeting: Sentence = Field(description="Lời chào. | How it greets.")
    invitation: Sentence = Field(description="Lời mời chạm. | How it invites to touch.")


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
