"""Neural voices in Piper format: files, phonemes, network."""
