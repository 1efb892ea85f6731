"""The view model of a question."""

from kiosk.steps.choosing_view_model import ChoosingViewModel

VIEW_MODEL = ChoosingViewModel
