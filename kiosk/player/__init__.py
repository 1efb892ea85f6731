"""The logic of a visit and of a lesson: frozen states and pure transitions."""
