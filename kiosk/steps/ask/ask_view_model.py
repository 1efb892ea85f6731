"""What the view of a question shows."""

from kiosk.steps.choosing_view_model import ChoosingViewModel

VIEW_MODEL = ChoosingViewModel
