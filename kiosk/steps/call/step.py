"""Somebody rings and speaks; the learner decides."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.line import Line, Speaker
from kiosk.domain.model import Label, Sentence
from kiosk.domain.step import Place
from kiosk.domain.way import Way


class CallStep(ChoosingStep):
    """A call that is heard in another voice; hanging up, asking and calling back win."""

    key: ClassVar[str] = "call"
    place: ClassVar[Place] = Place.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.TOGETHER, Way.ALONE})

    call: Label = Field(description="Tên hoặc số hiện trên máy. | Who seems to call.")
    says: Sentence = Field(description="Lời người gọi. | What the caller says.")

    @property
    def line(self) -> Line:
        """What the caller says, once it has rung."""
        return Line(self.says, self.speak or "", Speaker.OTHER, sound="phone")

    def drawn(self) -> tuple[Mapping[str, object], ...]:
        """The phone shows who calls."""
        return ({"incoming": self.call},)


STEP = CallStep
