"""QR: a QR code for the learner's own phone."""
