"""The one list of facts that lessons may state: hotlines, fees, ages, terms, official addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import Field, ValidationError

from kiosk.content.positions import read_document
from kiosk.domain.model import Label, Model, Sentence

FACTS_FILE = "_facts.yaml"


class Fact(Model):
    """Something that a lesson may state, and who says so."""

    value: Label = Field(description="Số hoặc địa chỉ, đúng như trên màn hình. | As it is shown.")
    means: Sentence = Field(description="Là gì. | What it is.")
    source: Sentence = Field(description="Nguồn. | Where it comes from.")
    on: date = Field(description="Ngày kiểm lại. | The day of the last check.")


class FactList(Model):
    """All facts, by sort."""

    hotlines: tuple[Fact, ...] = ()
    fees: tuple[Fact, ...] = ()
    addresses: tuple[Fact, ...] = ()
    terms: tuple[Fact, ...] = ()
    """Ages and how long something takes."""


@dataclass(frozen=True)
class Facts:
    """What may be stated, for looking up."""

    listed: FactList = field(default_factory=FactList)

    @cached_property
    def values(self) -> Mapping[str, frozenset[str]]:
        """The values of each sort, without spaces and dots between digits."""
        return {
            name: frozenset(plain(fact.value) for fact in getattr(self.listed, name))
            for name in FactList.model_fields
        }

    def knows(self, sort: str, value: str) -> bool:
        """Whether a value of that sort may be stated."""
        return plain(value) in self.values[sort]


def plain(value: str) -> str:
    """The value as it is compared: digits without dots and spaces between them, small letters."""
    return re.sub(r"(?<=\d)[ .](?=\d)", "", value.casefold()).strip()


def read_facts(lessons: Path) -> Facts:
    """The list beside the lessons; empty where there is none or it cannot be read."""
    path = lessons / FACTS_FILE
    if not path.exists():
        return Facts()
    try:
        return Facts(FactList.model_validate(read_document(path).data))
    except ValidationError:
        return Facts()
