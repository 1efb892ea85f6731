"""What the keypad shows: which keys glow, and never what was typed."""

from kiosk.steps.step_view_model import StepViewModel

VIEW_MODEL = StepViewModel
