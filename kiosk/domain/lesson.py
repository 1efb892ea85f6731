"""A lesson."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Self

from pydantic import ConfigDict, Field

from kiosk.domain.line import Line
from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.phone_make import Make
from kiosk.domain.screen import BACK, HOME, Screen
from kiosk.domain.step import Step
from kiosk.domain.way import Way

MAX_STEPS = 150
"""Upper limit of steps in one lesson, about the longest sitting."""
MAX_SCREENS, MAX_ELEMENTS = 200, 40
"""Upper limits per lesson and per screen: the time to handle a touch grows with both."""


class Verified(Model):
    """Who in the commune confirmed the facts, and when."""

    by: Label = Field(description="Ai ở xã đã kiểm. | Who of the commune looked.")
    on: date = Field(description="Kiểm ngày nào, viết 2026-11-20. | On which day.")


class Checked(Model):
    """The sources of a lesson's facts, when they were read, and who confirmed them."""

    on: date = Field(description="Ngày xem nguồn, viết 2026-11-20. | When the sources were read.")
    sources: tuple[Sentence, ...] = Field(
        min_length=1, description="Nguồn của các dữ kiện. | Where the facts come from."
    )
    verified: Verified | None = Field(
        None,
        description="Ai ở xã đã kiểm; thường do trang cán bộ «Kiểm dữ kiện» ghi. "
        "| Who of the commune confirmed them; usually written by the staff pages.",
    )


class Procedure(Model):
    """Facts about an administrative procedure: papers, duration, fee, place."""

    papers: tuple[Sentence, ...] = Field((), description="Giấy tờ mang theo. | Papers to bring.")
    days: Sentence | None = Field(None, description="Thời hạn. | How long it takes.")
    fee: Sentence | None = Field(None, description="Lệ phí. | The fee.")
    where: Sentence | None = Field(None, description="Nộp ở đâu. | Where to file.")
    note_for_staff: Sentence | None = Field(None, description="Lời dặn cán bộ. | For staff.")
    address: Sentence | None = Field(None, description="Trang của cơ quan. | The official page.")

    def facts(self) -> Mapping[str, tuple[str, ...]]:
        """The facts shown to citizens, by field name; fields without a value are left out."""
        texts_by_name = {
            "papers": self.papers,
            "fee": (self.fee,),
            "days": (self.days,),
            "where": (self.where,),
        }
        found = {
            name: tuple(text for text in texts if text) for name, texts in texts_by_name.items()
        }
        return {name: texts for name, texts in found.items() if texts}


class TroubleStep(Model):
    """One remedy to try for a trouble."""

    say: Sentence = Field(description="Câu nói với bác, một việc. | One thing to try, short.")


class Trouble(Model):
    """A problem that may occur on the learner's own phone, and the remedies to try in order."""

    title: Sentence = Field(description="Bác thấy gì trên máy. | What the learner sees.")
    steps: tuple[TroubleStep, ...] = Field(
        min_length=1,
        max_length=5,
        description="Các câu nói lần lượt, mỗi câu một mục say:. | What to do, in order.",
    )


class Series(Model):
    """The position of a lesson in a series of short lessons."""

    of: Name = Field(description="Tên không dấu, mọi phần ghi giống nhau. | The same in all parts.")
    title: Label = Field(description="Tên chung, hiện trên ô ở trang đầu. | What its tile says.")
    part: int = Field(ge=1, le=6, description="Phần thứ mấy, từ 1. | Which part it is, from 1.")


class Rehearsals(Model):
    """The groups of rehearsals by sort (core, local); groups in neither list form a third sort."""

    core: tuple[Name, ...] = Field(
        min_length=1, description="Nhóm ai cũng cần tập. | Groups that everybody needs."
    )
    local: tuple[Name, ...] = Field(
        min_length=1, description="Nhóm hay gặp ở địa phương. | Groups that happen around here."
    )


class LessonHead(Model):
    """The lesson's metadata: everything except its screens and steps."""

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
    closing: Sentence | None = Field(
        None,
        description="Câu nói khi học xong, thay lời khen chung; dùng khi khen thì không hợp. "
        "| The sentence at the end, where the general praise would be out of place.",
    )
    rehearse: int | None = Field(
        None,
        ge=1,
        le=12,
        description="Mỗi lượt học lấy mấy nhóm diễn tập. | How many rehearsals a run plays.",
    )
    rehearsals: Rehearsals | None = Field(
        None,
        description="Nhóm diễn tập nào ai cũng tập (core), nhóm nào hay gặp ở địa phương (local); "
        "mỗi lượt lấy lần lượt mỗi loại một nhóm, cùng làm và tự làm lấy nhóm khác nhau. "
        "| The sorts of rehearsals: a way draws one of each in turn, and the learner alone gets "
        "others than together.",
    )
    series: Series | None = Field(
        None,
        description="Bài dài chia nhiều phần: của loạt nào, phần thứ mấy. "
        "| The series of which this lesson is a part.",
    )
    checked: Checked | None = Field(
        None, description="Ai chịu trách nhiệm dữ kiện. | Who stands behind the facts."
    )
    procedure: Procedure | None = Field(
        None, description="Với thủ tục hành chính. | For administrative procedures."
    )
    troubles: Mapping[Name, Trouble] = Field(
        {},
        description="Điều hay trục trặc trên máy của bác, mỗi điều một tên. "
        "| What may go wrong on the learner's own phone, each with a name.",
    )


class Lesson(Model):
    """A complete, validated lesson."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    id: str
    """The name of the lesson file without its extension."""
    folder: str
    """The folder of the lesson file, which also holds the lesson's own pictures."""
    head: LessonHead
    screens: Mapping[str, Screen]
    steps: tuple[Step, ...]
    make: Make = Make.ANDROID
    """The make of phone that this variant of the lesson shows."""
    phones: Mapping[Make, "Lesson"] = Field(default_factory=dict)
    """Variants of the lesson for other makes of phone, where they differ."""
    drawn: Mapping[Way, frozenset[str]] = Field(default_factory=dict)
    """The rehearsal groups drawn for each way; a way without an entry has all groups."""

    def for_phone(self, make: str | None) -> "Lesson":
        """The variant for that make of phone; without one, the lesson itself.

        A lesson in which no step needs the back key is shown on an iPhone without that key.
        """
        alike = self
        if make == Make.IPHONE and not self.taps_back:
            alike = self.model_copy(update={"make": Make.IPHONE})
        return next((other for each, other in self.phones.items() if each == make), alike)

    @property
    def taps_back(self) -> bool:
        """Whether a step needs the back key of the phone, which an iPhone does not have."""
        return self._taps(BACK)

    @property
    def taps_home(self) -> bool:
        """Whether a step needs the home key of the phone; an iPhone has a bar instead."""
        return self._taps(HOME)

    def _taps(self, target: str) -> bool:
        return any(step.expects(step.begin()) == target for step in self.steps)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copies the lesson without its cached `positions_by_way`, which depends on the steps."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("positions_by_way", None)
        return copied

    @cached_property
    def positions_by_way(self) -> Mapping[Way, tuple[int, ...]]:
        """The step indices of each way; cached because they are needed at every touch."""
        return {way: self._find_positions(way) for way in Way}

    def positions(self, way: Way) -> tuple[int, ...]:
        """The indices of the steps of a way, in order."""
        return self.positions_by_way[way]

    def first_position(self, way: Way, at: int) -> int | None:
        """The first index >= `at` among the steps of a way; None when there is none."""
        positions = self.positions(way)
        place = bisect_left(positions, at)
        return positions[place] if place < len(positions) else None

    def _find_positions(self, way: Way) -> tuple[int, ...]:
        drawn = self.drawn.get(way)
        return tuple(
            at
            for at, step in enumerate(self.steps)
            if step.belongs_to(way) and (drawn is None or step.group is None or step.group in drawn)
        )

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways that have at least one step, in the order in which they are offered."""
        return tuple(way for way in Way if self.positions(way))

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the rehearsal groups, in file order."""
        return tuple(dict.fromkeys(step.group for step in self.steps if step.group))

    def with_groups(self, chosen: Collection[str]) -> "Lesson":
        """A copy with only the given rehearsal groups; steps outside groups are kept."""
        steps = tuple(step for step in self.steps if step.group in (None, *chosen))
        return self.model_copy(update={"steps": steps})

    def position_of(self, name: str) -> int:
        """The index of the step with that name.

        Raises:
            KeyError: no step has that name.
        """
        for at, step in enumerate(self.steps):
            if step.name == name:
                return at
        raise KeyError(name)

    def screen_of(self, at: int) -> Screen | None:
        """The phone screen shown at the step with this index; None when the step names none."""
        name = self.steps[at].screen
        return self.screens.get(name) if name else None

    def lines(self) -> Iterator[Line]:
        """Every line that may be spoken in the lesson or a variant of it, without duplicates."""
        seen: set[Line] = set()
        for line in self._all_lines():
            if line not in seen:
                seen.add(line)
                yield line

    def _all_lines(self) -> Iterator[Line]:
        if self.head.series:
            yield Line(self.head.series.title)
        yield Line(self.head.title)
        yield Line(self.head.goal)
        for text in self.head.remember:
            yield Line(text)
        if self.head.closing:
            yield Line(self.head.closing)
        for each in (self, *self.phones.values()):
            for step in each.steps:
                yield from step.lines()
            for screen in each.screens.values():
                for text in screen.wrongs:
                    yield Line(text)
        for trouble in self.head.troubles.values():
            yield Line(trouble.title)
            for trouble_step in trouble.steps:
                yield Line(trouble_step.say)
