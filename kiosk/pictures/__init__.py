"""Pictures that other people made: judged once, made into plain bitmaps, never parsed elsewhere."""
