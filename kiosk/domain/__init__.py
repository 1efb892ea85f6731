"""Domain model: lessons, steps, screens and settings; independent of Qt, files and the clock."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # the search for them is slow
