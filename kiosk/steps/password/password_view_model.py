"""The view model of the keypad: which keys glow, but not what was typed."""

from kiosk.steps.step_view_model import StepViewModel

VIEW_MODEL = StepViewModel
