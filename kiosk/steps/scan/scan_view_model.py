"""The view model of the simulated camera."""

from kiosk.steps.choosing_view_model import ChoosingViewModel

VIEW_MODEL = ChoosingViewModel
