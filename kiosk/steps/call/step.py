"""A call that the simulated phone receives; the learner chooses a reaction."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from kiosk.domain import prompts
from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.line import Line, Speaker, label_line
from kiosk.domain.model import Label, Sentence
from kiosk.domain.placement import ViewPlace
from kiosk.domain.step import Progress
from kiosk.domain.way import Way

DECLINE = "decline"
CALL_KEYS = (DECLINE, "answer")
"""The targets of the red and the green button of a call."""


class CallStep(ChoosingStep):
    """A call, spoken in another voice; hanging up, asking and calling back are right."""

    key: ClassVar[str] = "call"
    on_phone: ClassVar[bool] = True
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.TOGETHER, Way.ALONE})

    call: Label = Field(description="Tên hoặc số hiện trên máy. | Who seems to call.")
    says: Sentence = Field(description="Lời người gọi. | What the caller says.")

    @property
    def line(self) -> Line:
        return Line(self.says, self.speak or "", Speaker.OTHER)

    @property
    def introduction(self) -> tuple[Line, ...]:
        """The announcement of the call, with the caller's name."""
        return (prompts.CALL_FROM, label_line(self.call))

    def drawn(self) -> tuple[Mapping[str, object], ...]:
        """The caller's name, with the phone's buttons that are answers."""
        keys = [choice.on for choice in self.choices if choice.on in CALL_KEYS]
        return ({"incoming": self.call, "keys": keys},)

    def hung_up(self, progress: Progress) -> bool:
        """True when the red button was chosen."""
        return DECLINE in progress


STEP = CallStep
