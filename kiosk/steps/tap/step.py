"""Touch one target on the simulated phone."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.line import Line
from kiosk.domain.model import Name
from kiosk.domain.step import Progress, Reference, Reply, SpokenStep


class TapStep(SpokenStep):
    """The learner touches the one right thing on the phone's screen."""

    key: ClassVar[str] = "tap"
    on_phone: ClassVar[bool] = True

    screen: Name = Field(
        description="Màn hình điện thoại của bước này. | The phone screen of this step."
    )
    tap: Name = Field(description="Chỗ phải chạm trên màn hình đó. | What to touch on it.")
    then: Name | None = Field(
        None,
        description="Màn hình hiện ra khi bác chạm đúng, nếu bước sau không nối tiếp chỗ ấy. "
        "| The screen that the right touch opens, if the next step does not go on from it.",
    )

    def expects(self, progress: Progress) -> str:  # noqa: ARG002 - one touch, no progress
        """The target of the step."""
        return self.tap

    def respond(self, progress: Progress, target: str) -> Reply:
        """Completes the step at its target; any other target counts as a miss."""
        if target == self.tap:
            return Reply(done=True)
        return Reply(progress=progress, right=False, say=Line(self.wrong or ""))

    @property
    def screen_after(self) -> str | None:
        """The screen named by `then`."""
        return self.then

    def references(self) -> Iterator[Reference]:
        """Adds the target, which must be on the step's screen, and the screen that follows."""
        yield from super().references()
        yield Reference(sort="target", name=self.tap, at=("tap",))
        if self.then:
            yield Reference(sort="screen", name=self.then, at=("then",))


STEP = TapStep
