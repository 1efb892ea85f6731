"""A dialog in front of the screen."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Model, Name, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element


class DialogButton(Model):
    button: Name = Field(description="Tên để chạm vào. | The name to touch.")
    wrong: Sentence | None = Field(
        None, description="Lời nhắc khi bác chạm nhầm. | What is said after a wrong touch."
    )
    label: Label = Field(description="Chữ trên nút. | The words on it.")
    quiet: bool = Field(default=False, description="Nút phụ, không tô màu. | A lesser button.")


class Dialog(Element):
    """What the phone asks, with one to three buttons."""

    key: ClassVar[str] = "dialog"
    area: ClassVar[Area] = Area.OVER
    touchable: ClassVar[bool] = False

    dialog: Label = Field(description="Tiêu đề của câu hỏi. | The question's title.")
    text: Sentence | None = Field(None, description="Vài chữ bên dưới. | Words under the title.")
    buttons: tuple[DialogButton, ...] = Field(
        min_length=1,
        max_length=3,
        description="Một đến ba nút, mỗi nút một mục button:. | One to three buttons.",
    )

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(each.button for each in self.buttons)

    def wrongs(self) -> Iterator[tuple[str, str]]:
        """Yields the hint for a wrong touch on each button, else the dialog's common hint."""
        for each in self.buttons:
            if text := each.wrong or self.wrong:
                yield each.button, text

    @property
    def words(self) -> tuple[str, ...]:
        """The title, text and button labels."""
        labels = (each.label for each in self.buttons)
        return (self.dialog, *((self.text,) if self.text else ()), *labels)


ELEMENT = Dialog
