"""What the view of an explaining step shows."""

from kiosk.qt.properties import Property, qml_type
from kiosk.steps.explain.step import ExplainStep
from kiosk.steps.step_view_model import StepViewModel


@qml_type
class ExplainViewModel(StepViewModel):
    """A picture, perhaps."""

    step: ExplainStep

    @Property(str, constant=True)
    def picture(self) -> str:
        """The picture's name; empty for none."""
        return self.step.picture or ""


VIEW_MODEL = ExplainViewModel
