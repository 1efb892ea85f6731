"""A text field."""

from typing import ClassVar

from pydantic import Field as ModelField

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Field(Element):
    """An input field; its content comes from the step and is cleared with the screen."""

    key: ClassVar[str] = "field"

    field: Name = ModelField(description="Tên để chạm hoặc gõ vào. | The name to touch.")
    label: Label = ModelField(description="Chữ trên ô. | The words above it.")
    secret: bool = ModelField(
        default=False,
        description="Ô mật khẩu: hiện dấu chấm, có hình con mắt; chạm mắt là <tên>-eye. "
        "| Shown as dots, with an eye that is touched by <name>-eye.",
    )
    value: Label | None = ModelField(None, description="Chữ có sẵn. | What stands in it already.")

    @property
    def targets(self) -> tuple[str, ...]:
        """The field and, for a password field, its eye."""
        return (self.field, f"{self.field}-eye") if self.secret else (self.field,)


ELEMENT = Field
