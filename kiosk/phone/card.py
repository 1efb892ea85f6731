"""A card: a receipt, an order, an appointment."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.screen import Element


class CardRow(Model):
    label: Label = Field(description="Tên của giá trị. | What the value is called.")
    value: Label = Field(description="Giá trị. | The value.")


class Card(Element):
    """A title, a text and lines of values; it can be touched if `touch` gives it a name."""

    key: ClassVar[str] = "card"

    card: Label = Field(description="Tiêu đề của thẻ. | The card's title.")
    text: Sentence | None = Field(None, description="Vài chữ bên dưới. | Words under the title.")
    rows: tuple[CardRow, ...] = Field(
        (),
        max_length=5,
        description="Các dòng, mỗi dòng có label: và value:. | Lines with label and value.",
    )
    touch: Name | None = Field(None, description="Tên để chạm vào. | The name to touch.")

    @property
    def target(self) -> str:
        """The target name; empty when the card cannot be touched."""
        return self.touch or ""

    @property
    def words(self) -> tuple[str, ...]:
        """The title, text, labels and values."""
        lines = (word for row in self.rows for word in (row.label, row.value))
        return (self.card, *((self.text,) if self.text else ()), *lines)


ELEMENT = Card
