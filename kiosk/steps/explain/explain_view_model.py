"""What the view of an explaining step shows."""

from PySide6.QtQml import QmlElement

from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.steps.explain.step import ExplainStep
from kiosk.steps.step_view_model import StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class ExplainViewModel(StepViewModel):
    """A picture, perhaps."""

    step: ExplainStep

    @Property(str, constant=True)
    def picture(self) -> str:
        """The picture's name; empty for none."""
        return self.step.picture or ""


VIEW_MODEL = ExplainViewModel
