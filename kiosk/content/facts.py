"""The list of facts that lessons may state (hotlines, fees, addresses, terms), and of words."""

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
    """A fact that lessons may state, with its source."""

    value: Label = Field(description="Số hoặc địa chỉ, đúng như trên màn hình. | As it is shown.")
    means: Sentence = Field(description="Là gì. | What it is.")
    source: Sentence = Field(description="Nguồn. | Where it comes from.")
    on: date = Field(description="Ngày kiểm lại. | The day of the last check.")


class FactList(Model):
    """All listed facts, by sort."""

    hotlines: tuple[Fact, ...] = ()
    fees: tuple[Fact, ...] = ()
    addresses: tuple[Fact, ...] = ()
    terms: tuple[Fact, ...] = ()
    """Ages and durations."""
    northern: Mapping[Label, Label] = {}
    """Northern words, with their local equivalents."""
    one_word: Mapping[Label, Label] = {}
    """Words replaced by one standard word; a word mapped to itself is accepted."""


WORD_LISTS = ("northern", "one_word")
FACT_SORTS = tuple(name for name in FactList.model_fields if name not in WORD_LISTS)


@dataclass(frozen=True)
class Facts:
    """The fact list with lookups."""

    listed: FactList = field(default_factory=FactList)

    @cached_property
    def values(self) -> Mapping[str, frozenset[str]]:
        """The values of each sort, normalised by `plain`."""
        return {
            name: frozenset(plain(fact.value) for fact in getattr(self.listed, name))
            for name in FACT_SORTS
        }

    def knows(self, sort: str, value: str) -> bool:
        """Whether a value of that sort is listed."""
        return plain(value) in self.values[sort]

    def stated_in(self, text: str) -> tuple[Fact, ...]:
        """The facts whose value occurs in a text."""
        said = plain(text)
        facts = (fact for sort in self.values for fact in getattr(self.listed, sort))
        return tuple(
            fact
            for fact in facts
            if re.search(rf"(?<!\w){re.escape(plain(fact.value))}(?!\w)", said)
        )


def plain(value: str) -> str:
    """Normalises for comparison: no dots and spaces between digits, lower case."""
    return re.sub(r"(?<=\d)[ .](?=\d)", "", value.casefold()).strip()


def read_facts(*lessons: Path) -> Facts:
    """Reads the fact lists beside the lessons; missing or invalid lists count as empty.

    If several folders have a fact with the same `means`, the first folder wins.
    """
    whole = FactList()
    for folder in lessons:
        whole = _merged(whole, _read(folder / FACTS_FILE))
    return Facts(whole)


def read_fact_file(path: Path) -> Facts:
    """Reads one fact list; an invalid file counts as empty."""
    return Facts(_read(path))


def _merged(first: FactList, other: FactList) -> FactList:
    """The first list, with facts that only the other one has."""
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
