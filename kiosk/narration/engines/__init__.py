"""One file per speech engine, found by scanning this folder."""
