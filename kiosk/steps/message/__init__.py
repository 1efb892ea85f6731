"""Message: somebody writes; the learner decides."""
