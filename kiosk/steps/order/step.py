"""Touch items in their right order."""

from collections.abc import Iterator
from hashlib import sha256
from typing import ClassVar

from pydantic import Field

from kiosk.domain.line import Line
from kiosk.domain.model import Label, Sentence
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.step import Progress, QuestionStep, Reply
from kiosk.domain.way import Way

ITEM = "item:"


class OrderStep(QuestionStep):
    """The learner touches the items one after the other, first things first."""

    key: ClassVar[str] = "order"
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.TOGETHER, Way.ALONE})

    said_before_taken: ClassVar[bool] = True

    order: Sentence = Field(description="Lời mời xếp thứ tự. | The invitation to put in order.")
    items: tuple[Label, ...] = Field(
        min_length=3,
        max_length=6,
        description="Các việc, viết theo thứ tự đúng; máy tự xáo. "
        "| The things in their right order; they are shown mixed.",
    )

    @property
    def line(self) -> Line:
        return Line(self.order, self.speak or "")

    @property
    def mixed(self) -> tuple[int, ...]:
        """The item numbers, from 1, in the order shown: shuffled, but always the same."""
        numbers = range(1, len(self.items) + 1)

        def lot(number: int) -> bytes:
            return sha256(f"{self.items[number - 1]}{number}".encode()).digest()

        drawn = tuple(sorted(numbers, key=lot))
        return drawn if drawn != tuple(numbers) else tuple(reversed(drawn))

    def expects(self, progress: Progress) -> str:
        """The first item not yet touched."""
        return f"{ITEM}{len(progress) + 1}" if len(progress) < len(self.items) else NEXT

    def respond(self, progress: Progress, target: str) -> Reply:
        """Places the next item; an item that is already placed is ignored."""
        if target in progress:
            return Reply(progress=progress)
        if target != self.expects(progress):
            return Reply(progress=progress, right=False, say=Line(self.wrong or ""))
        return Reply(progress=(*progress, target))

    def spoken_options(self) -> tuple[Line, ...]:
        """The items in the order shown."""
        return tuple(Line(self.items[at - 1], target=f"{ITEM}{at}") for at in self.mixed)

    def lines(self) -> Iterator[Line]:
        """Yields the invitation and the items."""
        yield from super().lines()
        for item in self.items:
            yield Line(item)


STEP = OrderStep
