"""Neural voices in the format of Piper: their files, their sounds, their network."""
