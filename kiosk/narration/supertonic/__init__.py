"""Neural voices in the layout of Supertonic, which KorvaTTS keeps: letters in, sound out."""
