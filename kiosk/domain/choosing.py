"""Steps in which the learner chooses among answers."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic.config import JsonDict

from kiosk.domain.line import Line
from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.placement import NEXT
from kiosk.domain.step import Progress, QuestionStep, Reference, Reply

CHOICE = "choice:"
RIGHT_ONE: JsonDict = {"required": ["right"], "properties": {"right": {"const": True}}}
"""JSON schema of a right answer, so that lesson editors can check that one exists."""


class Choice(Model):
    text: Label = Field(description="Chữ trên ô trả lời. | The words of the answer.")
    icon: Name | None = Field(None, description="Hình nhỏ trên ô. | A small drawing on it.")
    right: bool = Field(default=False, description="Đúng thì ghi true. | True for a right one.")
    on: Name | None = Field(
        None,
        description="Chỗ trên điện thoại là câu trả lời này, như nút đỏ của cuộc gọi (decline). "
        "| The place on the phone that is this answer, such as decline: the call's red button.",
    )
    because: Sentence | None = Field(
        None, description="Vì sao, nói sau khi bác chọn. | Why, told after it is chosen."
    )
    goto: Name | None = Field(
        None, description="Chọn ô này thì tới bước nào. | The step that this answer leads to."
    )

    @property
    def leads_on(self) -> bool:
        """Whether the lesson continues after this answer."""
        return self.right or self.goto is not None


class ChoosingStep(QuestionStep):
    """A multiple-choice step; answers may be explained, wrong ones can be retried."""

    learner_decides: ClassVar[bool] = True
    said_before_taken: ClassVar[bool] = True

    choices: tuple[Choice, ...] = Field(
        min_length=2,
        max_length=4,
        description="Hai đến bốn câu trả lời. | Two to four answers.",
        json_schema_extra={"contains": {"anyOf": [RIGHT_ONE, {"required": ["goto"]}]}},
    )

    @model_validator(mode="after")
    def _one_leads_on(self) -> Self:
        if not any(choice.leads_on for choice in self.choices):
            raise ValueError("no_choice_leads_on")
        return self

    def expects(self, progress: Progress) -> str:
        """The target of the best answer; NEXT once an answer that leads on was chosen."""
        if self._settled(progress):
            return NEXT
        leading = [at for at, choice in enumerate(self.choices) if choice.leads_on]
        right = [at for at in leading if self.choices[at].right]
        return self.targets[(right or leading)[0]]

    @property
    def targets(self) -> tuple[str, ...]:
        """Targets of the answers: a phone element (`on`), else `choice:<number>`."""
        return tuple(
            choice.on or f"{CHOICE}{number}" for number, choice in enumerate(self.choices, start=1)
        )

    def is_taken_at_once(self, target: str) -> bool:
        """True for answers on the phone screen itself: they need no second touch."""
        return any(choice.on == target for choice in self.choices)

    def is_right(self, progress: Progress) -> bool:
        """False only after a wrong answer that leads on (has a `goto`)."""
        settled = self._settled(progress)
        return settled is None or settled.right

    @property
    def shows_view(self) -> bool:
        """False when every answer is an element of the phone screen."""
        return not all(choice.on for choice in self.choices)

    def respond(self, progress: Progress, target: str) -> Reply:
        """Says the answer's explanation; ignores touches after an answer that leads on."""
        choice = self._choice(target)
        if choice is None or self._settled(progress):
            return Reply(progress=progress)
        say = Line(choice.because or ("" if choice.leads_on else self.wrong or ""))
        chosen = tuple(sorted({*progress, target}))
        return Reply(progress=chosen, right=choice.leads_on, say=say)

    def leads_to(self, progress: Progress) -> str:
        """The `goto` of the chosen answer, else that of the step."""
        settled = self._settled(progress)
        return (settled.goto if settled else None) or super().leads_to(progress)

    def exits(self) -> Iterator[str]:
        """The destinations of all answers that lead on."""
        for choice in self.choices:
            if choice.leads_on:
                yield choice.goto or super().leads_to(())

    def answers(self) -> Mapping[str, str]:
        texts = (choice.text for choice in self.choices)
        return dict(zip(self.targets, texts, strict=True))

    def spoken_options(self) -> tuple[Line, ...]:
        return tuple(Line(text, target=target) for target, text in self.answers().items())

    def _choice(self, target: str) -> Choice | None:
        names = self.targets
        return self.choices[names.index(target)] if target in names else None

    def _settled(self, progress: Progress) -> Choice | None:
        """The chosen answer that leads on; None until one is chosen."""
        chosen = (self._choice(target) for target in progress)
        return next((choice for choice in chosen if choice and choice.leads_on), None)

    def lines(self) -> Iterator[Line]:
        """The question, the answers and their explanations."""
        yield from super().lines()
        for choice in self.choices:
            yield Line(choice.text)
            if choice.because:
                yield Line(choice.because)

    def references(self) -> Iterator[Reference]:
        """The names used in `on`, `goto` and `icon` of each answer, with their positions."""
        yield from super().references()
        for at, choice in enumerate(self.choices):
            if choice.on:
                yield Reference(sort="target", name=choice.on, at=("choices", at, "on"))
            if choice.goto:
                yield Reference(sort="step", name=choice.goto, at=("choices", at, "goto"))
            if choice.icon:
                yield Reference(sort="icon", name=choice.icon, at=("choices", at, "icon"))
