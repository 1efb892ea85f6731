"""An app icon on the home screen."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element


class App(Element):
    """An icon with a name below it; apps are placed side by side."""

    key: ClassVar[str] = "app"
    area: ClassVar[Area] = Area.GRID

    app: Name = Field(description="Tên để chạm vào. | The name to touch.")
    icon: Name = Field(description="Hình của ứng dụng. | The icon.")
    label: Label = Field(description="Chữ dưới hình. | The words under it.")


ELEMENT = App
