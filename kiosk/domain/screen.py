"""Screens and elements of the simulated phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Model, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.step import Reference


class Element(Model):
    """One element of a phone screen; each kind is a subclass in `kiosk.phone`."""

    key: ClassVar[str]
    """The field whose presence in the lesson file identifies the kind of element."""
    area: ClassVar[Area] = Area.COLUMN
    touchable: ClassVar[bool] = True
    """Whether the value of the key field is a target that can be touched."""
    shows_messages: ClassVar[bool] = False
    """Whether an arriving message appears inside this element instead of as a banner over it."""

    wrong: Sentence | None = Field(
        None,
        description="Lời nhắc khi bác chạm nhầm vào mục này. "
        "| What is said when this is touched by mistake.",
    )

    @property
    def target(self) -> str:
        """The name by which a `tap` step refers to the element; empty when it cannot be touched."""
        return str(getattr(self, self.field_of_key())) if self.touchable else ""

    @property
    def targets(self) -> tuple[str, ...]:
        """All targets of this element."""
        return (self.target,) if self.target else ()

    @property
    def words(self) -> tuple[str, ...]:
        """The texts that the element shows."""
        return tuple(
            str(value)
            for name in ("label", "value", "text", "title")
            if (value := getattr(self, name, None))
        )

    def wrongs(self) -> Iterator[tuple[str, str]]:
        """Pairs of target and explanation, for targets whose wrong touch is explained."""
        if self.wrong:
            for target in self.targets:
                yield target, self.wrong

    def references(self) -> Iterator[Reference]:
        """Names that must exist elsewhere: the element's icon, if it has one."""
        if icon := getattr(self, "icon", None):
            yield Reference(sort="icon", name=icon, at=("icon",))

    @classmethod
    def field_of_key(cls) -> str:
        """The Python name of the key field; it differs where the key is a Python keyword."""
        for name, field in cls.model_fields.items():
            if (field.alias or name) == cls.key:
                return name
        raise TypeError(f"{cls.__name__} has no field for its key {cls.key!r}")


BACK = "back"
HOME = "home"
NAVIGATION = (BACK, HOME)
"""Targets of the phone's navigation keys, available on every screen."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of the simulated phone."""

    name: str
    elements: tuple[Element, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """All targets on the screen, from top to bottom."""
        return tuple(target for element in self.elements for target in element.targets)

    def wrong_of(self, target: str) -> str:
        """The explanation of a wrong touch on this target; empty when it has none."""
        for element in self.elements:
            for name, text in element.wrongs():
                if name == target:
                    return text
        return ""

    @property
    def wrongs(self) -> tuple[str, ...]:
        """Every explanation of a wrong touch, without duplicates."""
        texts = (text for element in self.elements for _, text in element.wrongs())
        return tuple(dict.fromkeys(texts))

    def resembles(self, other: "Screen") -> bool:
        """Whether both screens have the same title, so that they are states of one page."""
        return self.title is not None and self.title == other.title

    @property
    def title(self) -> str | None:
        """The text of the title bar; None when the screen has none."""
        titles = (word for each in self.elements if each.key == "bar" for word in each.words)
        return next(titles, None)

    def words_of(self, target: str) -> tuple[str, ...]:
        """The texts on the elements that have this target."""
        return tuple(
            word for each in self.elements if target in each.targets for word in each.words
        )

    @property
    def words(self) -> tuple[str, ...]:
        """Every text on the screen."""
        return tuple(word for element in self.elements for word in element.words)
