"""Audio output, speech and recording."""
