"""What the kiosk talks about: lessons, steps, screens, settings; no Qt, no files, no clock."""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them slows pydantic down
