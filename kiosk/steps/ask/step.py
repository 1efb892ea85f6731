"""A question with two to four answers."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.line import Line
from kiosk.domain.model import Sentence
from kiosk.domain.placement import ViewPlace
from kiosk.domain.way import Way


class AskStep(ChoosingStep):
    """Asks; every answer is explained."""

    key: ClassVar[str] = "ask"
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.TOGETHER, Way.ALONE})

    ask: Sentence = Field(description="Câu hỏi. | The question.")

    @property
    def line(self) -> Line:
        return Line(self.ask, self.speak or "")


STEP = AskStep
