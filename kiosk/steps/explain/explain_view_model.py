# mypy: ignore-errors=True
# Qt's stubs type a property as the decorator; qmllint checks its use instead.
"""What the view of an explaining step shows."""

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.steps.step_view_model import StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class ExplainViewModel(StepViewModel):
    """A picture, perhaps."""

    @Property(str, constant=True)
    def picture(self) -> str:
        """The picture's name; empty for none."""
        return self.step.picture or ""


VIEW_MODEL = ExplainViewModel
