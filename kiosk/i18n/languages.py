"""The languages of the kiosk: each is a folder below `translations`."""

import logging
import unicodedata
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, StringConstraints, ValidationError

from kiosk.domain.model import Label, Model, Sentence
from kiosk.durable import read_plain_file
from kiosk.i18n.letters import folded
from kiosk.yaml_depth import refuse_deep

SOURCE = "vi"
"""The language in which lessons are written."""

MOST_BYTES = 256 * 1024
"""A larger file describes no language."""

log = logging.getLogger(__name__)


Letter = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4)]


class Machine(Model):
    """How a machine is to speak the language, where one can."""

    voice: Label | None = Field(None, description="Giọng máy. | The voice of the engine.")
    words_per_minute: int | None = Field(
        None, ge=80, le=300, description="Tốc độ đọc. | Speaking rate."
    )


class Language(Model):
    """A language as its own speakers call it."""

    code: str
    name: Label = Field(description="Tên ngôn ngữ, bằng chính ngôn ngữ đó. | Its own name.")
    greeting: Sentence | None = Field(None, description="Lời chào. | How it greets.")
    invitation: Sentence | None = Field(
        None, description="Lời mời chạm. | How it invites to touch."
    )
    letters: tuple[Letter, ...] = Field(
        (),
        max_length=80,
        description="Bảng chữ cái, chữ thường. | The alphabet, in small letters.",
    )
    keys: tuple[Letter, ...] = Field(
        (),
        max_length=27,
        description="Các chữ riêng, mỗi chữ một phím. | Its own letters, each with all its marks, "
        "for the keyboard on the screen.",
    )
    dialect: Sentence | None = Field(
        None, description="Phương ngữ nào. | Which dialect is written and spoken here."
    )
    ask: Sentence | None = Field(
        None, description="Hỏi ai khi chưa chắc. | Whom to ask when in doubt."
    )
    sources: tuple[Sentence, ...] = Field(
        (), max_length=20, description="Chữ và từ lấy ở đâu. | Where letters and words come from."
    )
    unconfirmed: Sentence | None = Field(
        None,
        description="Điều người bản ngữ còn phải duyệt. "
        "| What a native speaker still has to confirm.",
    )
    voice: Machine = Field(Machine(), description="Giọng máy. | How a machine speaks it.")


def language_of(code: str, text: str) -> Language:
    """The language that a `language.yaml` describes, in letters as they should be written.

    Raises:
        TypeError, yaml.YAMLError, ValidationError: it is not one.
    """
    clean = unicodedata.normalize("NFC", text)
    refuse_deep(clean)
    fields = yaml.load(clean, Loader=yaml.CSafeLoader)
    language = Language(code=code, **fields)
    name = folded(language.name, code)
    letters = tuple(folded(letter, code) for letter in language.letters)
    keys = tuple(folded(key, code) for key in language.keys)
    return language.model_copy(update={"name": name, "letters": letters, "keys": keys})


def find_languages(*folders: Path) -> dict[str, Language]:
    """The languages that have a `language.yaml`; a broken one is left out and logged.

    Of a language that several folders describe, the first one counts.
    """
    found: dict[str, Language] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*/language.yaml"))):
        if path.parent.name in found:
            continue
        try:
            text = read_plain_file(path, MOST_BYTES).decode("utf-8")
            language = language_of(path.parent.name, text)
        except (OSError, UnicodeError, TypeError, yaml.YAMLError, ValidationError) as problem:
            log.warning("language left out: %s: %s", path, problem)
            continue
        found[language.code] = language
    return dict(sorted(found.items()))
