"""The view model of a message."""

from kiosk.steps.choosing_view_model import ChoosingViewModel

VIEW_MODEL = ChoosingViewModel
