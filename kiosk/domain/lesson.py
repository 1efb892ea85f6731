"""A lesson."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from pydantic import ConfigDict, Field

from kiosk.domain.line import Line
from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.screen import Screen
from kiosk.domain.step import Step
from kiosk.domain.way import Way


class Checked(Model):
    """Who stands behind the facts of a lesson, and since when."""

    on: date = Field(description="Ngày kiểm lại, viết 2026-11-20. | The day of the last check.")
    sources: tuple[Sentence, ...] = Field(
        min_length=1, description="Nguồn của các dữ kiện. | Where the facts come from."
    )


class Procedure(Model):
    """What an administrative procedure asks of a citizen."""

    papers: tuple[Sentence, ...] = Field((), description="Giấy tờ mang theo. | Papers to bring.")
    days: Sentence | None = Field(None, description="Thời hạn. | How long it takes.")
    fee: Sentence | None = Field(None, description="Lệ phí. | The fee.")
    where: Sentence | None = Field(None, description="Nộp ở đâu. | Where to file.")
    note_for_staff: Sentence | None = Field(None, description="Lời dặn cán bộ. | For staff.")
    address: Sentence | None = Field(None, description="Trang của cơ quan. | The official page.")

    def facts(self) -> Mapping[str, tuple[str, ...]]:
        """What a citizen wants to know, by the name of its field; only what is written."""
        told = {
            "papers": self.papers,
            "fee": (self.fee,),
            "days": (self.days,),
            "where": (self.where,),
        }
        found = {name: tuple(text for text in texts if text) for name, texts in told.items()}
        return {name: texts for name, texts in found.items() if texts}


class LessonHead(Model):
    """Everything of a lesson but its screens and steps."""

    title: Label = Field(description="Tên bài, hiện trên ô ở trang đầu. | The lesson's title.")
    number: int = Field(
        ge=1, le=99999, description="Số để gõ hoặc quét mở bài. | The number that opens it."
    )
    topic: Name = Field("khac", description="Nhóm bài. | The group it belongs to.")
    icon: Name = Field("info", description="Hình nhỏ trên ô. | The icon on its tile.")
    words: tuple[Label, ...] = Field(
        (),
        max_length=20,
        description="Các tên khác mà người ta hay gọi, để cán bộ tìm ra bài. "
        "| Other names by which people look for the lesson.",
    )
    minutes: int = Field(5, ge=1, le=90, description="Học mất mấy phút. | Minutes it takes.")
    goal: Sentence = Field(description="Bác làm được gì sau bài này. | What one can do afterwards.")
    remember: tuple[Sentence, ...] = Field(
        (), max_length=3, description="Tối đa ba điều nhớ. | Up to three things to remember."
    )
    rehearse: int | None = Field(
        None,
        ge=1,
        le=12,
        description="Mỗi lượt học lấy mấy nhóm diễn tập. | How many rehearsals a run plays.",
    )
    checked: Checked | None = Field(
        None, description="Ai chịu trách nhiệm dữ kiện. | Who stands behind the facts."
    )
    procedure: Procedure | None = Field(
        None, description="Với thủ tục hành chính. | For administrative procedures."
    )


class Lesson(Model):
    """A lesson, whole and found to be in order."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    id: str
    """The name of its file without the ending."""
    folder: str
    """The folder of its file, where its own pictures lie."""
    head: LessonHead
    screens: Mapping[str, Screen]
    steps: tuple[Step, ...]

    def positions(self, way: Way) -> tuple[int, ...]:
        """The indices of the steps that belong to a way, in order."""
        return tuple(at for at, step in enumerate(self.steps) if step.belongs_to(way))

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways that have any step, in the order in which they are offered."""
        return tuple(way for way in Way if self.positions(way))

    @property
    def groups(self) -> tuple[str, ...]:
        """The rehearsals, in the order of the file."""
        return tuple(dict.fromkeys(step.group for step in self.steps if step.group))

    def with_groups(self, chosen: Collection[str]) -> "Lesson":
        """The lesson with only these rehearsals in it."""
        steps = tuple(step for step in self.steps if step.group in (None, *chosen))
        return self.model_copy(update={"steps": steps})

    def position_of(self, name: str) -> int:
        """The index of the step that bears the name.

        Raises:
            KeyError: no step is called so.
        """
        for at, step in enumerate(self.steps):
            if step.name == name:
                return at
        raise KeyError(name)

    def screen_of(self, at: int) -> Screen | None:
        """The phone screen that is seen at a step: its own, if it has one."""
        name = self.steps[at].screen
        return self.screens.get(name) if name else None

    def lines(self) -> Iterator[Line]:
        """Everything that may be spoken in the lesson, once each."""
        seen: set[Line] = set()
        for line in self._all_lines():
            if line not in seen:
                seen.add(line)
                yield line

    def _all_lines(self) -> Iterator[Line]:
        yield Line(self.head.title)
        yield Line(self.head.goal)
        for text in self.head.remember:
            yield Line(text)
        for step in self.steps:
            yield from step.lines()
