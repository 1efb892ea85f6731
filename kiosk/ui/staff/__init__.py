"""The staff area, without its pages."""
