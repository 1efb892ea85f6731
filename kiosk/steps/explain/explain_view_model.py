"""The view model of an explanation."""

from kiosk.qt.properties import Properties, qml_type
from kiosk.steps.explain.step import ExplainStep
from kiosk.steps.step_view_model import StepViewModel


@qml_type
class ExplainViewModel(StepViewModel):
    """The optional picture of the step."""

    step: ExplainStep

    _has: Properties["ExplainViewModel"] = Properties()

    picture = _has(str, lambda self: self.step.picture or "")
    """The picture's name; empty for none."""


VIEW_MODEL = ExplainViewModel
