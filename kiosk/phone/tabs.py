"""Tabs of a screen."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.screen import Element


class Tab(Model):
    tab: Name = Field(description="Tên để chạm vào. | The name to touch.")
    wrong: Sentence | None = Field(
        None, description="Lời nhắc khi bác chạm nhầm. | What is said after a wrong touch."
    )
    label: Label = Field(description="Chữ trên thẻ. | The words on it.")
    on: bool = Field(default=False, description="Đang mở? | Whether it is the one that is open.")


class Tabs(Element):
    """Two or three pages of a screen, of which one is open."""

    key: ClassVar[str] = "tabs"
    touchable: ClassVar[bool] = False

    tabs: tuple[Tab, ...] = Field(
        min_length=2,
        max_length=3,
        description="Hai hoặc ba thẻ, mỗi thẻ một mục tab:. | Two or three tabs.",
    )

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(each.tab for each in self.tabs)

    def wrongs(self) -> Iterator[tuple[str, str]]:
        """Yields the hint for a wrong touch on each tab, else the common hint."""
        for each in self.tabs:
            if text := each.wrong or self.wrong:
                yield each.tab, text

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(each.label for each in self.tabs)


ELEMENT = Tabs
