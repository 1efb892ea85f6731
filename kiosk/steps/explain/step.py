"""Words, with an optional picture."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.placement import ViewPlace
from kiosk.domain.step import Reference, SpokenStep


class ExplainStep(SpokenStep):
    """Tells one thing; the learner goes on when she likes."""

    key: ClassVar[str] = "say"
    place: ClassVar[ViewPlace] = ViewPlace.BESIDE

    picture: Label | None = Field(
        None,
        description="Hình bên cạnh lời nói: tên trong media/pictures, hoặc tệp ảnh cạnh bài. "
        "| A picture in media/pictures, or a file beside the lesson.",
    )

    @property
    def shows_view(self) -> bool:
        """True when the step has a picture; without one it needs no view."""
        return self.picture is not None

    def references(self) -> Iterator[Reference]:
        """Adds the picture, which must exist."""
        yield from super().references()
        if self.picture:
            yield Reference(sort="picture", name=self.picture, at=("picture",))


STEP = ExplainStep
