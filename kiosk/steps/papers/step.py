"""A checklist of what to bring."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.line import Line
from kiosk.domain.model import Sentence
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.step import Progress, Reply, Step
from kiosk.domain.way import Way

PAPER = "paper:"


class PapersStep(Step):
    """A list to tick off; any order will do, and a tick may be taken back."""

    key: ClassVar[str] = "papers"
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.WATCH, Way.TOGETHER, Way.OWN_PHONE})

    papers: Sentence = Field(description="Lời mời đánh dấu. | The invitation to tick off.")
    items: tuple[Sentence, ...] = Field(
        min_length=1, max_length=6, description="Giấy tờ, mỗi dòng một thứ. | What to bring."
    )

    @property
    def line(self) -> Line:
        return Line(self.papers, self.speak or "")

    def expects(self, progress: Progress) -> str:
        """The first item not yet ticked."""
        names = (f"{PAPER}{number}" for number in range(1, len(self.items) + 1))
        return next((name for name in names if name not in progress), NEXT)

    def end(self) -> Progress:
        return tuple(f"{PAPER}{number}" for number in range(1, len(self.items) + 1))

    def respond(self, progress: Progress, target: str) -> Reply:
        """Ticks an item, or unticks a ticked one."""
        if target in progress:
            return Reply(progress=tuple(name for name in progress if name != target))
        if target not in self.end():
            return Reply(progress=progress)
        return Reply(progress=tuple(sorted((*progress, target))))

    def ticks(self) -> tuple[str, ...]:
        return self.items

    def spoken_options(self) -> tuple[Line, ...]:
        return tuple(
            Line(item, target=name) for item, name in zip(self.items, self.end(), strict=True)
        )

    def lines(self) -> Iterator[Line]:
        yield from super().lines()
        for item in self.items:
            yield Line(item)


STEP = PapersStep
