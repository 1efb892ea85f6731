"""The staff area, as far as it does not depend on its pages."""
