"""The speech engines, one per file, found by scanning this folder."""
