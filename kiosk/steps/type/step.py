"""Type a text on the simulated phone's keyboard, letter by letter."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, field_validator

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.model import Model, Name
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.step import PhoneKey, Progress, Reference, Reply, SpokenStep
from kiosk.keyboard.graphemes import graphemes
from kiosk.keyboard.strokes import strokes
from kiosk.steps.type.key_rows import key_rows
from kiosk.steps.type.keys import ERASE, KEY, MARKED, ON_BOTH_PAGES, PAGE, SHIFT, Keys, keys_for

EYE = "eye"
MENDED = "mended"
"""In the progress: a wrong letter was typed and erased again."""
TypedText = Annotated[
    str, StringConstraints(pattern=rf"^[A-Za-z{MARKED}0-9 .,@_/-]+$", max_length=40)
]


class Typing(Model):
    """What is written, and where."""

    into: Name = Field(description="Ô để gõ vào. | The field that is written into.")
    text: TypedText = Field(
        description="Chữ phải gõ: chữ không dấu, số, dấu cách . @ _ / -; hoặc chữ có dấu, dấu "
        "cách , . - | The text: plain letters, digits, space . @ _ / -; or letters with marks, "
        "space , . -",
        json_schema_extra={"not": {"pattern": rf"[{MARKED},].*[0-9@_/]|[0-9@_/].*[{MARKED},]"}},
    )

    @field_validator("text")
    @classmethod
    def _one_set_of_keys(cls, text: str) -> str:
        if keys_for(text) is Keys.MARKS and re.search(r"[0-9@_/]", text):
            raise ValueError("marks_and_digits")
        return text


class TypeStep(SpokenStep):
    """The learner writes a given text; one wrong letter gets in and is erased, as on her phone.

    The progress is the typed text, then the state of the keyboard: SHIFT, PAGE, EYE, MENDED.
    """

    key: ClassVar[str] = "type"
    on_phone: ClassVar[bool] = True
    place: ClassVar[ViewPlace] = ViewPlace.PHONE

    screen: Name = Field(
        description="Màn hình điện thoại của bước này. | The phone screen of this step."
    )
    type: Typing = Field(description="Gõ gì, vào đâu. | What to write, and where.")

    @cached_property
    def _strokes(self) -> Mapping[str, tuple[str, str]]:
        """By typed text: the next key, and the text after it."""
        before = ""
        found = {}
        for sign, after in strokes(self.type.text):
            found[before] = (sign, after)
            before = after
        return found

    def begin(self) -> Progress:
        """An empty text."""
        return ("",)

    def end(self) -> Progress:
        return (self.type.text,)

    def expects(self, progress: Progress) -> str:
        """The key of the next letter, or a key needed before it: page, shift or erase."""
        written, *states = progress
        if written == self.type.text:
            return NEXT
        if written not in self._strokes:
            return ERASE
        sign, _ = self._strokes[written]
        if self._is_on_other_page(sign, turned=PAGE in states):
            return PAGE
        if len(sign) == 1 and sign.isalpha() and sign.isupper() != (SHIFT in states):
            return SHIFT
        return KEY + sign

    def _is_on_other_page(self, sign: str, *, turned: bool) -> bool:
        if keys_for(self.type.text) is not Keys.PLAIN or sign in ON_BOTH_PAGES:
            return False
        return sign.isalpha() == turned

    def respond(self, progress: Progress, target: str) -> Reply:
        """Handles a key as a phone does; only the first wrong letter is accepted into the text."""
        written, *states = progress
        if target in (SHIFT, PAGE):
            return Reply(progress=_toggled(progress, target))
        if target == self.eye:
            return Reply(progress=_toggled(progress, EYE))
        if target == self.type.into:
            return Reply(progress=progress)
        if target == ERASE:
            return self._erased(written, states)
        if target == self.expects(progress):
            return self._written(written, states)
        return self._wrong(written, states, target)

    def _written(self, written: str, states: list[str]) -> Reply:
        _, after = self._strokes[written]
        done = after == self.type.text
        lasting = [] if done else [state for state in states if state != SHIFT]
        return Reply(progress=(after, *lasting), done=done)

    def _erased(self, written: str, states: list[str]) -> Reply:
        if not written:
            return Reply(progress=(written, *states))
        if written not in self._strokes:
            return Reply(progress=("".join(graphemes(written)[:-1]), *sorted({*states, MENDED})))
        earlier = {after: before for before, (_, after) in self._strokes.items()}
        return Reply(progress=(earlier[written], *states))

    def _wrong(self, written: str, states: list[str], target: str) -> Reply:
        sign = target.removeprefix(KEY)
        if written not in self._strokes:
            return Reply(progress=(written, *states), right=False, say=prompts.ERASE_FIRST)
        is_letter = target.startswith(KEY) and len(sign) == 1
        if MENDED in states or not is_letter:
            return Reply(progress=(written, *states), right=False, say=Line(self.wrong or ""))
        return Reply(progress=(written + sign, *states), right=False, say=prompts.WRONG_LETTER)

    @property
    def eye(self) -> str:
        """The target that makes the content of a password field readable."""
        return f"{self.type.into}-{EYE}"

    def field_contents(self, progress: Progress) -> Mapping[str, str]:
        return {self.type.into: progress[0]}

    @property
    def copied(self) -> str:
        return self.type.text

    def copied_count(self, progress: Progress) -> int:
        """The number of correct letters so far."""
        pairs = zip(progress[0], self.type.text, strict=False)
        return len(tuple(takewhile(lambda pair: pair[0] == pair[1], pairs)))

    def shows_secrets(self, progress: Progress) -> bool:
        """True when the eye was touched."""
        return EYE in progress

    def key_rows(self, progress: Progress) -> tuple[tuple[PhoneKey, ...], ...]:
        """The keys needed for the text, in lower or upper case."""
        return key_rows(self.type.text, progress)

    def references(self) -> Iterator[Reference]:
        """Adds the field, which must be on the step's screen."""
        yield from super().references()
        yield Reference(sort="target", name=self.type.into, at=("type", "into"))


def _toggled(progress: Progress, state: str) -> Progress:
    written, *states = progress
    if state in states:
        return (written, *(each for each in states if each != state))
    return (written, *sorted({*states, state}))


STEP = TypeStep
