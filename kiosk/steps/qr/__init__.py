"""QR: a code for the learner's own phone."""
