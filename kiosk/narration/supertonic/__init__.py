"""Neural voices in Supertonic layout, as used by KorvaTTS: letters in, sound out."""
