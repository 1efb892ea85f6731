"""The languages of the kiosk: one folder below `translations` per language."""

import logging
import unicodedata
from pathlib import Path
from typing import Annotated

from kiosk.domain.record import Limits, Record, described
from kiosk.domain.texts import Label, Sentence, ShortText
from kiosk.durable import read_plain_file

SOURCE = "vi"
"""The source language of all lessons."""

MAX_BYTES = 256 * 1024
"""Size limit of a `language.yaml`."""

log = logging.getLogger(__name__)


Letter = Annotated[str, ShortText(4)]


class Machine(Record):
    """Speech synthesis settings of a language."""

    voice: Label | None = described(
        default=None, description="Giọng máy. | The voice of the engine."
    )
    words_per_minute: Annotated[int | None, Limits(ge=80, le=300)] = described(
        default=None, description="Tốc độ đọc. | Speaking rate."
    )


class Language(Record):
    """A language, described in its own words."""

    code: str
    name: Label = described(description="Tên ngôn ngữ, bằng chính ngôn ngữ đó. | Its own name.")
    greeting: Sentence | None = described(default=None, description="Lời chào. | How it greets.")
    invitation: Sentence | None = described(
        default=None, description="Lời mời chạm. | How it invites to touch."
    )
    letters: Annotated[tuple[Letter, ...], Limits(max_length=80)] = described(
        default=(), description="Bảng chữ cái, chữ thường. | The alphabet, in small letters."
    )
    keys: Annotated[tuple[Letter, ...], Limits(max_length=27)] = described(
        default=(),
        description="Các chữ riêng, mỗi chữ một phím. | Its own letters, each with all its marks, "
        "for the keyboard on the screen.",
    )
    dialect: Sentence | None = described(
        default=None, description="Phương ngữ nào. | Which dialect is written and spoken here."
    )
    ask: Sentence | None = described(
        default=None, description="Hỏi ai khi chưa chắc. | Whom to ask when in doubt."
    )
    sources: Annotated[tuple[Sentence, ...], Limits(max_length=20)] = described(
        default=(), description="Chữ và từ lấy ở đâu. | Where letters and words come from."
    )
    unconfirmed: Sentence | None = described(
        default=None,
        description="Điều người bản ngữ còn phải duyệt. "
        "| What a native speaker still has to confirm.",
    )
    voice: Machine = described(
        default=Machine(), description="Giọng máy. | How a machine speaks it."
    )


def language_of(code: str, text: str) -> Language:
    """Parses a `language.yaml`, with its letters in normalised spelling.

    Raises:
        TypeError, yaml.YAMLError, ValidationError: the text is invalid.
    """
    from kiosk.i18n.letters import folded  # noqa: PLC0415 - not for the first frame
    from kiosk.yaml_depth import shallow_yaml  # noqa: PLC0415

    fields = shallow_yaml(unicodedata.normalize("NFC", text))
    language = Language.model_validate(dict(code=code, **fields))
    name = folded(language.name, code)
    letters = tuple(folded(letter, code) for letter in language.letters)
    keys = tuple(folded(key, code) for key in language.keys)
    return language.model_copy(update={"name": name, "letters": letters, "keys": keys})


def language_files(*folders: Path) -> tuple[Path, ...]:
    """Every `language.yaml`, highest priority first."""
    return tuple(path for folder in folders for path in sorted(folder.glob("*/language.yaml")))


def find_languages(*folders: Path) -> dict[str, Language]:
    """The languages that have a `language.yaml`; an invalid one is logged and left out.

    If several folders describe a language, the first one is used.
    """
    import yaml  # noqa: PLC0415 - not for the first frame
    from pydantic import ValidationError  # noqa: PLC0415

    found: dict[str, Language] = {}
    for path in language_files(*folders):
        if path.parent.name in found:
            continue
        try:
            text = read_plain_file(path, MAX_BYTES).decode("utf-8")
            language = language_of(path.parent.name, text)
        except (OSError, UnicodeError, TypeError, yaml.YAMLError, ValidationError) as problem:
            log.warning("language left out: %s: %s", path, problem)
            continue
        found[language.code] = language
    return dict(sorted(found.items()))
