"""The view model of a call."""

from kiosk.steps.choosing_view_model import ChoosingViewModel

VIEW_MODEL = ChoosingViewModel
