"""One step of a lesson, whatever its kind.

A kind decides three things about itself and nothing else decides for it: which target leads on
(`expects`), what a touch does (`respond`), and what can be said (`line`). Everything else - the
glow, the pointing finger, hints, the self-playing lesson - follows from these.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from kiosk.domain.arrival import Arrival
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.settings import Settings
from kiosk.domain.way import ALL_WAYS, Way

Progress = tuple[str, ...]
"""How far a learner has come inside one step; its meaning belongs to the step's kind."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a step answers to a touch."""

    progress: Progress = ()
    right: bool = True
    """False for a touch that did not lead on; the player then counts it towards help."""
    done: bool = False
    """Whether the player goes on to the following step at once."""
    say: Line = SILENCE


class Reference(Model):
    """A name in a step that must exist somewhere else, and where in the step it is written."""

    sort: str
    """target, step, trouble, picture or icon"""
    name: str
    at: tuple[str | int, ...]


class NoteRow(Model):
    """One line of a paper note."""

    label: Label = Field(description="Tên của giá trị. | What the value is called.")
    value: Label = Field(description="Giá trị bác cần nhìn. | The value to read.")


@dataclass(frozen=True, slots=True)
class PhoneKey:
    target: str
    """Empty for a gap."""
    text: str = ""
    icon: str = ""
    columns: float = 1
    """How wide it is, in columns of the keyboard."""


class Step(Model):
    """What every kind of step has. Subclasses add the fields that their lesson file may carry."""

    key: ClassVar[str]
    """The field that tells the kind by being in the lesson file."""
    place: ClassVar[ViewPlace] = ViewPlace.NOWHERE
    ways_of_kind: ClassVar[frozenset[Way]] = ALL_WAYS
    on_phone: ClassVar[bool] = False
    """Whether it is done on the phone; questions and lists stand beside it."""
    learner_decides: ClassVar[bool] = False
    """Whether to choose is the exercise: nothing glows before a miss or a long silence."""
    said_before_taken: ClassVar[bool] = False
    """Whether the first touch of a choice says it, and only the second one takes it."""

    name: Name | None = Field(
        None, description="Tên của bước, để nơi khác nhảy tới. | The step's name, for `goto`."
    )
    speak: Sentence | None = Field(
        None, description="Cách đọc, khi khác cách viết. | How it is spoken, where that differs."
    )
    screen: Name | None = Field(
        None, description="Màn hình điện thoại của bước này. | The phone screen of this step."
    )
    arrives: Arrival | None = Field(
        None,
        description="Tin nhắn tới khi bước này bắt đầu: from:, text:. Tin rơi xuống trên màn hình, "
        "rồi lên lại; bác kéo xuống thì thấy. | A message that arrives as the step begins.",
    )
    wrong: Sentence | None = Field(
        None, description="Lời nhắc khi bác chạm nhầm. | What is said after a wrong touch."
    )
    alone: Sentence | None = Field(
        None,
        description="Lời nói ở lượt bác tự làm. | What is told when the learner does it alone.",
    )
    note: tuple[NoteRow, ...] | Name | None = Field(
        None,
        description="Tờ giấy nhỏ có các dòng; ghi `wifi` là tờ của trung tâm. "
        "| A paper note: rows, or `wifi` for the centre's own network.",
        json_schema_extra={"if": {"type": "string"}, "then": {"const": "wifi"}},
    )
    troubles: tuple[Name, ...] = Field(
        (),
        max_length=4,
        description="Ở lượt máy của bác: những điều hay trục trặc, theo tên ở phần troubles: "
        "của bài. | On one's own phone: what often goes wrong, "
        "by the names in the lesson's `troubles`.",
    )
    later: bool = Field(
        default=False,
        description="Ở lượt máy của bác: lời dặn để làm sau, nên nút là Tiếp tục, không phải Đã "
        "làm xong. | On one's own phone: advice for another day, nothing to be done now.",
    )
    note_for_staff: Sentence | None = Field(
        None, description="Lời dặn cho cán bộ. | A note that only staff see."
    )
    group: Name | None = Field(
        None,
        description="Nhóm diễn tập; mỗi lượt học chỉ lấy vài nhóm. "
        "| The rehearsal it belongs to; each run plays only a few of them.",
    )
    helper: bool = Field(
        default=False,
        description="Bác khuyên người khác, không phải bác bị lừa; chỉ trong nhóm diễn tập. "
        "| A rehearsal in which the learner advises a neighbour.",
    )
    ways: tuple[Way, ...] = Field(
        (),
        description="Chỉ có ở các lượt này: xem máy làm (watch), cùng làm (together), "
        "tự làm (alone), trên máy của bác (own-phone). | Only in these ways.",
    )
    goto: Name | None = Field(
        None, description="Sau bước này nhảy tới bước có tên này. | The step that follows this one."
    )

    @property
    def line(self) -> Line:
        """What is shown and spoken when the step begins."""
        raise NotImplementedError

    @property
    def introduction(self) -> tuple[Line, ...]:
        """What is said before the step's own sentence: who calls or writes."""
        return ()

    def begin(self) -> Progress:
        """How far one has come when the step begins."""
        return ()

    def end(self) -> Progress:
        """How far one has come when the step is done."""
        return self.begin()

    def expects(self, progress: Progress) -> str:  # noqa: ARG002 - for kinds that expect something
        """The one target that leads on from here."""
        return NEXT

    def respond(self, progress: Progress, target: str) -> Reply:
        right = target == self.expects(progress)
        return Reply(progress=progress, right=right, done=right)

    def filled(self, progress: Progress) -> Mapping[str, str]:  # noqa: ARG002 - for kinds that write
        """What stands in the fields of the phone's screen, by the field's name."""
        return {}

    def is_taken_at_once(self, target: str) -> bool:  # noqa: ARG002 - for answers on the phone
        """Whether one touch on an answer takes it, though it was not said."""
        return False

    def is_right(self, progress: Progress) -> bool:  # noqa: ARG002 - for answers that lead elsewhere
        """Whether what was done is right: a wrong answer may lead on too, to where it is told."""
        return True

    @property
    def copied(self) -> str:
        """The text that the learner copies letter by letter; empty where she copies none."""
        return ""

    def copied_count(self, progress: Progress) -> int:  # noqa: ARG002 - for kinds that write
        """How many of its letters stand in the field already."""
        return 0

    def legible(self, progress: Progress) -> bool:  # noqa: ARG002 - for kinds that write in secret
        """Whether what is written into a secret field can be read."""
        return False

    def hung_up(self, progress: Progress) -> bool:  # noqa: ARG002 - for calls
        """Whether the call that the phone shows has come to its end."""
        return False

    def leads_to(self, progress: Progress) -> str:  # noqa: ARG002 - for kinds that branch
        """The name of the step that comes after; empty for the one that follows in the file."""
        return self.goto or ""

    def exits(self) -> Iterator[str]:
        """The names of all steps that may come after; empty for the next one in the file."""
        yield self.goto or ""
        for reference in self.references():
            if reference.sort == "step":
                yield reference.name

    def answers(self) -> Mapping[str, str]:
        """The words of each answer that can be chosen, by its target."""
        return {}

    def key_rows(self, progress: Progress) -> tuple[tuple[PhoneKey, ...], ...]:  # noqa: ARG002 - for keyboards
        """The keys of the kind's own keyboard, from top to bottom; empty where it has none."""
        return ()

    def spoken_options(self) -> tuple[Line, ...]:
        """What can be chosen and is spoken, in the order in which it is shown.

        Each line bears the target that is touched for it. Labels of the phone that a step names in
        its own sentence are no options.
        """
        return ()

    def spoken_option(self, target: str) -> Line | None:
        """The words of one choice; None for a target that is no choice."""
        return next((line for line in self.spoken_options() if line.target == target), None)

    def own_targets(self, progress: Progress) -> tuple[str, ...]:
        """Everything that can be touched in the kind's own view: its choices and its keys."""
        keys = (key.target for row in self.key_rows(progress) for key in row if key.target)
        return (*(line.target for line in self.spoken_options() if line.target), *keys)

    def drawn(self) -> tuple[Mapping[str, object], ...]:
        """The elements of a phone screen that the kind brings itself, as a lesson file has them."""
        return ()

    @property
    def shows_view(self) -> bool:
        """Whether the kind's own view has anything to show for this step."""
        return self.place is not ViewPlace.NOWHERE

    @property
    def is_exercise(self) -> bool:
        """Whether the learner has something to do besides going on."""
        return self.expects(self.begin()) != NEXT

    @property
    def is_own_deed(self) -> bool:
        """Whether something is to be done on the learner's own phone, and not only listened to."""
        return not self.later and bool(self.is_exercise or self.screen or self.troubles)

    def belongs_to(self, way: Way) -> bool:
        """Whether the step is part of that way through the lesson."""
        if self.ways:
            return way in self.ways
        return way in self.ways_of_kind and (way is not Way.ALONE or self.is_exercise)

    @property
    def alone_line(self) -> Line:
        """What is told in the alone way; silent where the lesson's goal is enough."""
        return Line(self.alone) if self.alone else SILENCE

    def lines(self) -> Iterator[Line]:
        """Everything that this step may say, for translating, rendering ahead and recording."""
        yield self.line
        for text in (self.wrong, self.alone):
            if text:
                yield Line(text)

    def labels(self) -> Iterator[str]:
        """Texts that are shown but not spoken."""
        if isinstance(self.note, tuple):
            for row in self.note:
                yield row.label

    def ticks(self) -> tuple[str, ...]:
        """What is ticked off in this step, on paper too."""
        return ()

    def payload(self, settings: Settings) -> str:  # noqa: ARG002 - for kinds that show a code
        """What the code of this step says to the learner's own phone; empty where it has none."""
        return ""

    def references(self) -> Iterator[Reference]:
        """Names that must exist elsewhere in the lesson."""
        if self.goto:
            yield Reference(sort="step", name=self.goto, at=("goto",))
        for at, trouble in enumerate(self.troubles):
            yield Reference(sort="trouble", name=trouble, at=("troubles", at))


class SpokenStep(Step):
    """A step whose sentence is written under `say`."""

    say: Sentence = Field(
        description="Câu nói với bác, ngắn, một việc. | What is said to the learner, short."
    )

    @property
    def line(self) -> Line:
        """The sentence under `say`."""
        return Line(self.say, self.speak or "")


class QuestionStep(Step):
    """A step whose own words are the goal, also for who does it alone."""

    @property
    def alone_line(self) -> Line:
        """The same as in the other ways."""
        return self.line
