"""A printer service that does what the test says: `lp`, `lpstat` and `cancel` of its own."""

import os
from pathlib import Path

LPSTAT = """\
#!/bin/sh
echo "lpstat $LC_ALL $*" >> "{folder}/asked"
[ -e "{folder}/hangs" ] && exec sleep 30
case "$*" in
  -d) cat "{folder}/default" ;;
  -r) cat "{folder}/running" ;;
  -o*) cat "{folder}/waiting" 2>/dev/null ;;
  *) cat "{folder}/state" ; [ ! -e "{folder}/unknown" ] ;;
esac
"""
LP = """\
#!/bin/sh
echo "lp $*" >> "{folder}/asked"
[ -e "{folder}/lp-hangs" ] && exec sleep 30
if [ -e "{folder}/refuses" ]; then cat "{folder}/refuses" >&2; exit 1; fi
for file; do :; done
cp "$file" "{folder}/printed.pdf"
[ -e "{folder}/state-after" ] && mv "{folder}/state-after" "{folder}/state"
echo "request id is may-in-7 (1 file(s))"
"""
CANCEL = """\
#!/bin/sh
echo "cancel $*" >> "{folder}/asked"
"""

IDLE = """\
printer may-in is idle.  enabled since Tue Nov 24 08:00:00 2026
\tAlerts: none
may-in accepting requests since Tue Nov 24 08:00:00 2026
"""
NO_PAPER = """\
printer may-in now printing may-in-7.  enabled since Tue Nov 24 08:00:00 2026
\tMedia tray empty.
\tAlerts: media-empty-error media-needed-error
may-in accepting requests since Tue Nov 24 08:00:00 2026
"""
STOPPED = """\
printer may-in disabled since Tue Nov 24 08:00:00 2026 -
\tPaused
\tAlerts: paused
may-in accepting requests since Tue Nov 24 08:00:00 2026
"""
NO_DEFAULT = "no system default destination\n"


class FakePrinter:
    """The service, as programs in a folder that stands before all others on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in {"lpstat": LPSTAT, "lp": LP, "cancel": CANCEL}.items():
            program = folder / "bin" / name
            program.parent.mkdir(exist_ok=True)
            program.write_text(text.format(folder=folder))
            program.chmod(0o755)
        self.say("default", "system default destination: may-in\n")
        self.say("running", "scheduler is running\n")
        self.say("state", IDLE)

    @property
    def path(self) -> str:
        """The value of PATH by which it is found."""
        return f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"

    def say(self, name: str, text: str = "") -> None:
        """What it answers, or that it does something strange."""
        (self.folder / name).write_text(text)

    @property
    def asked(self) -> list[str]:
        """Every command that it was given."""
        asked = self.folder / "asked"
        return asked.read_text().splitlines() if asked.exists() else []

    @property
    def printed(self) -> Path:
        """The last file that was handed in."""
        return self.folder / "printed.pdf"
