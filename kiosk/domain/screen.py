"""The simulated phone: a screen is a list of elements."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Model, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.step import Reference


class Element(Model):
    """One thing on a phone screen. Each kind is a class of its own in `kiosk.phone`."""

    key: ClassVar[str]
    """The field that tells the kind by being in the lesson file."""
    area: ClassVar[Area] = Area.COLUMN
    touchable: ClassVar[bool] = True
    """Whether the value of the key field names a target for the finger."""
    shows_messages: ClassVar[bool] = False
    """Whether what arrives is shown in it, and does not drop in over it."""

    wrong: Sentence | None = Field(
        None,
        description="Lời nhắc khi bác chạm nhầm vào mục này. "
        "| What is said when this is touched by mistake.",
    )

    @property
    def target(self) -> str:
        """The name that a `tap` step calls this element by; empty when it cannot be touched."""
        return str(getattr(self, self.field_of_key())) if self.touchable else ""

    @property
    def targets(self) -> tuple[str, ...]:
        """All names that can be touched in this element."""
        return (self.target,) if self.target else ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can be read on this element."""
        return tuple(
            str(value)
            for name in ("label", "value", "text", "title")
            if (value := getattr(self, name, None))
        )

    def wrongs(self) -> Iterator[tuple[str, str]]:
        """Each target whose wrong touch is explained, and the explanation."""
        if self.wrong:
            for target in self.targets:
                yield target, self.wrong

    def references(self) -> Iterator[Reference]:
        """Names that must exist elsewhere: the element's icon, if it has one."""
        if icon := getattr(self, "icon", None):
            yield Reference(sort="icon", name=icon, at=("icon",))

    @classmethod
    def field_of_key(cls) -> str:
        """The Python name of the key field (it differs where the key is a Python word)."""
        for name, field in cls.model_fields.items():
            if (field.alias or name) == cls.key:
                return name
        raise TypeError(f"{cls.__name__} has no field for its key {cls.key!r}")


BACK = "back"
HOME = "home"
NAVIGATION = (BACK, HOME)
"""The phone's own keys, which can be touched on every screen."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of the simulated phone."""

    name: str
    elements: tuple[Element, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """Everything that can be touched, from top to bottom."""
        return tuple(target for element in self.elements for target in element.targets)

    def wrong_of(self, target: str) -> str:
        """What is said when this target is touched by mistake; empty for nothing of its own."""
        for element in self.elements:
            for name, text in element.wrongs():
                if name == target:
                    return text
        return ""

    @property
    def wrongs(self) -> tuple[str, ...]:
        """Every explanation of a wrong touch, once each."""
        texts = (text for element in self.elements for _, text in element.wrongs())
        return tuple(dict.fromkeys(texts))

    def resembles(self, other: "Screen") -> bool:
        """Whether it is the same page of the phone in another state: the same title on both."""
        return self.title is not None and self.title == other.title

    @property
    def title(self) -> str | None:
        """What its bar says; None where it has none."""
        titles = (word for each in self.elements if each.key == "bar" for word in each.words)
        return next(titles, None)

    def words_of(self, target: str) -> tuple[str, ...]:
        """What can be read on the element with this target."""
        return tuple(
            word for each in self.elements if target in each.targets for word in each.words
        )

    @property
    def words(self) -> tuple[str, ...]:
        """Every text that can be read on the screen."""
        return tuple(word for element in self.elements for word in element.words)
