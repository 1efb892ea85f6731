"""The one list of what lessons may say: hotlines, fees, ages, terms, addresses, and which words."""

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
    northern: Mapping[Label, Label] = {}
    """Words of the north, with what people here say instead."""
    one_word: Mapping[Label, Label] = {}
    """Words of which the lessons use another one; one that stands for itself is left alone."""


WORD_LISTS = ("northern", "one_word")
FACT_SORTS = tuple(name for name in FactList.model_fields if name not in WORD_LISTS)


@dataclass(frozen=True)
class Facts:
    """What may be stated, for looking up."""

    listed: FactList = field(default_factory=FactList)

    @cached_property
    def values(self) -> Mapping[str, frozenset[str]]:
        """The values of each sort, without spaces and dots between digits."""
        return {
            name: frozenset(plain(fact.value) for fact in getattr(self.listed, name))
            for name in FACT_SORTS
        }

    def knows(self, sort: str, value: str) -> bool:
        """Whether a value of that sort may be stated."""
        return plain(value) in self.values[sort]

    def stated_in(self, text: str) -> tuple[Fact, ...]:
        """The facts whose value stands in a text, each with its source."""
        said = plain(text)
        facts = (fact for sort in self.values for fact in getattr(self.listed, sort))
        return tuple(
            fact
            for fact in facts
            if re.search(rf"(?<!\w){re.escape(plain(fact.value))}(?!\w)", said)
        )


def plain(value: str) -> str:
    """The value as it is compared: digits without dots and spaces between them, small letters."""
    return re.sub(r"(?<=\d)[ .](?=\d)", "", value.casefold()).strip()


def read_facts(*lessons: Path) -> Facts:
    """The lists beside the lessons; empty where there is none or it cannot be read.

    Of facts that mean the same, the one in the first folder holds.
    """
    whole = FactList()
    for folder in lessons:
        whole = _merged(whole, _read(folder / FACTS_FILE))
    return Facts(whole)


def read_fact_file(path: Path) -> Facts:
    """One list, wherever it lies; empty where it cannot be read."""
    return Facts(_read(path))


def _merged(first: FactList, other: FactList) -> FactList:
    """The first list, with what only the other one has."""
    lists = {}
    for name in FACT_SORTS:
        before: tuple[Fact, ...] = getattr(first, name)
        known = {fact.means for fact in before}
        lists[name] = (*before, *(f for f in getattr(other, name) if f.means not in known))
    words = {name: {**getattr(other, name), **getattr(first, name)} for name in WORD_LISTS}
    return FactList(**lists, **words)


def _read(path: Path) -> FactList:
    if not path.exists():
        return FactList()
    try:
        return FactList.model_validate(read_document(path).data)
    except ValidationError:
        return FactList()
