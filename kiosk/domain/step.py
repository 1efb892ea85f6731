"""Base classes of the steps of a lesson.

Each kind defines three things: which target leads on (`expects`), what a touch does
(`respond`), and what is said (`line`). Everything else (the glow, the pointing finger, hints, the
self-playing lesson) is derived from them.
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
"""State within one step; its meaning is private to the kind of step."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The result of a touch on a step."""

    progress: Progress = ()
    right: bool = True
    """False for a touch that did not lead on; the player counts such misses to offer help."""
    done: bool = False
    """Whether the player moves to the following step at once."""
    say: Line = SILENCE


SCREEN_KEYS = ("screen", "then")
"""The fields of steps that name a screen of the phone."""


class Reference(Model):
    """A name in a step that must be defined elsewhere, with its position inside the step."""

    sort: str
    """One of: target, screen, step, trouble, picture, icon."""
    name: str
    at: tuple[str | int, ...]


class NoteRow(Model):
    """One line of a paper note."""

    label: Label = Field(description="Tên của giá trị. | What the value is called.")
    value: Label = Field(description="Giá trị bác cần nhìn. | The value to read.")


@dataclass(frozen=True, slots=True)
class PhoneKey:
    target: str
    """Name of the key's target; empty for a gap between keys."""
    text: str = ""
    icon: str = ""
    columns: float = 1
    """Width of the key, in columns of the keyboard."""


class Step(Model):
    """Base of all kinds of step; subclasses add the fields that the lesson file may contain."""

    key: ClassVar[str]
    """The field whose presence in the lesson file identifies the kind of step."""
    place: ClassVar[ViewPlace] = ViewPlace.NOWHERE
    ways_of_kind: ClassVar[frozenset[Way]] = ALL_WAYS
    on_phone: ClassVar[bool] = False
    """Whether the step is done on the phone screen, and not beside it as questions and lists."""
    learner_decides: ClassVar[bool] = False
    """Whether choosing is the exercise: no target glows before a miss or a long pause."""
    said_before_taken: ClassVar[bool] = False
    """Whether the first touch on an option only speaks it, and the second one chooses it."""

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
        """The sentence shown and spoken when the step begins."""
        raise NotImplementedError

    @property
    def introduction(self) -> tuple[Line, ...]:
        """Lines spoken before the step's own sentence, such as who calls or writes."""
        return ()

    def begin(self) -> Progress:
        """The progress at the start of the step."""
        return ()

    def end(self) -> Progress:
        """The progress when the step is done."""
        return self.begin()

    def expects(self, progress: Progress) -> str:  # noqa: ARG002 - for kinds that expect something
        """The one target that leads on at this progress."""
        return NEXT

    def respond(self, progress: Progress, target: str) -> Reply:
        right = target == self.expects(progress)
        return Reply(progress=progress, right=right, done=right)

    def field_contents(self, progress: Progress) -> Mapping[str, str]:  # noqa: ARG002 - for kinds that write
        """The contents of the input fields on the phone screen, by field name."""
        return {}

    def is_taken_at_once(self, target: str) -> bool:  # noqa: ARG002 - for answers on the phone
        """Whether one touch chooses the answer, even if it was not spoken before."""
        return False

    def is_right(self, progress: Progress) -> bool:  # noqa: ARG002 - for answers that lead elsewhere
        """Whether the answer given is right; a wrong answer may lead on too, to its explanation."""
        return True

    @property
    def screen_after(self) -> str | None:
        """The screen that the right touch opens; None when it is that of the next step."""
        return None

    @property
    def copied(self) -> str:
        """The text that the learner copies letter by letter; empty when there is none."""
        return ""

    def copied_count(self, progress: Progress) -> int:  # noqa: ARG002 - for kinds that write
        """How many letters of `copied` are already in the field."""
        return 0

    def shows_secrets(self, progress: Progress) -> bool:  # noqa: ARG002 - for kinds that write in secret
        """Whether the contents of a password field are shown in clear."""
        return False

    def hung_up(self, progress: Progress) -> bool:  # noqa: ARG002 - for calls
        """Whether the call shown on the phone has ended."""
        return False

    def leads_to(self, progress: Progress) -> str:  # noqa: ARG002 - for kinds that branch
        """The name of the step that follows; empty for the next one in the file."""
        return self.goto or ""

    def exits(self) -> Iterator[str]:
        """The names of all steps that may follow; empty for the next one in the file."""
        yield self.goto or ""
        for reference in self.references():
            if reference.sort == "step":
                yield reference.name

    def answers(self) -> Mapping[str, str]:
        """The text of each answer that can be chosen, by target."""
        return {}

    def key_rows(self, progress: Progress) -> tuple[tuple[PhoneKey, ...], ...]:  # noqa: ARG002 - for keyboards
        """The rows of keys of the kind's own keyboard, from the top; empty when it has none."""
        return ()

    def spoken_options(self) -> tuple[Line, ...]:
        """The options that are spoken, in the order in which they are shown.

        Each line carries the target of its option. Phone labels mentioned in the step's own
        sentence are not options.
        """
        return ()

    def spoken_option(self, target: str) -> Line | None:
        """The line of the option with this target; None when there is no such option."""
        return next((line for line in self.spoken_options() if line.target == target), None)

    def own_targets(self, progress: Progress) -> tuple[str, ...]:
        """All targets in the kind's own view: its options and its keys."""
        keys = (key.target for row in self.key_rows(progress) for key in row if key.target)
        return (*(line.target for line in self.spoken_options() if line.target), *keys)

    def drawn(self) -> tuple[Mapping[str, object], ...]:
        """Phone elements that the kind adds itself, in the form used in lesson files."""
        return ()

    @property
    def shows_view(self) -> bool:
        """Whether the kind's own view has content for this step."""
        return self.place is not ViewPlace.NOWHERE

    @property
    def is_exercise(self) -> bool:
        """Whether the step expects any touch other than NEXT."""
        return self.expects(self.begin()) != NEXT

    @property
    def is_done_on_own_phone(self) -> bool:
        """Whether the learner has to do something on her own phone, and not only listen."""
        return not self.later and bool(self.is_exercise or self.screen or self.troubles)

    def belongs_to(self, way: Way) -> bool:
        """Whether the step is part of this way through the lesson."""
        if self.ways:
            return way in self.ways
        return way in self.ways_of_kind and (way is not Way.ALONE or self.is_exercise)

    @property
    def alone_line(self) -> Line:
        """The line spoken in the "alone" way; SILENCE when the lesson's goal suffices."""
        return Line(self.alone) if self.alone else SILENCE

    def lines(self) -> Iterator[Line]:
        """Every line that this step may say, for translation, pre-rendering and recording."""
        yield self.line
        for text in (self.wrong, self.alone):
            if text:
                yield Line(text)

    def labels(self) -> Iterator[str]:
        """Texts that are shown but never spoken."""
        if isinstance(self.note, tuple):
            for row in self.note:
                yield row.label

    def ticks(self) -> tuple[str, ...]:
        """The checklist items of this step, which are printed too."""
        return ()

    def payload(self, settings: Settings) -> str:  # noqa: ARG002 - for kinds that show a code
        """The content of the QR code that this step shows; empty when it shows none."""
        return ""

    def references(self) -> Iterator[Reference]:
        """Names used in this step that must be defined elsewhere in the lesson."""
        if self.goto:
            yield Reference(sort="step", name=self.goto, at=("goto",))
        for at, trouble in enumerate(self.troubles):
            yield Reference(sort="trouble", name=trouble, at=("troubles", at))


class SpokenStep(Step):
    """A step whose sentence is in the field `say`."""

    say: Sentence = Field(
        description="Câu nói với bác, ngắn, một việc. | What is said to the learner, short."
    )

    @property
    def line(self) -> Line:
        return Line(self.say, self.speak or "")


class QuestionStep(Step):
    """A step whose own sentence states the goal, also in the "alone" way."""

    @property
    def alone_line(self) -> Line:
        """The step's sentence, as in the other ways."""
        return self.line
