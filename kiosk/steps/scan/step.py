"""Choose what to point the camera at."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.line import Line
from kiosk.domain.model import Sentence
from kiosk.domain.placement import ViewPlace
from kiosk.domain.way import Way


class ScanStep(ChoosingStep):
    """The learner aims a simulated camera at one of several things."""

    key: ClassVar[str] = "scan"
    on_phone: ClassVar[bool] = True
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.WATCH, Way.TOGETHER, Way.ALONE})

    scan: Sentence = Field(description="Lời mời đưa máy ảnh vào. | What to aim at.")

    @property
    def line(self) -> Line:
        return Line(self.scan, self.speak or "")


STEP = ScanStep
