"""A fake print service that the test controls: `lp`, `lpstat`, `cancel` and an IPP server."""

import os
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

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
[ -e "{folder}/lp-hangs" ] && {{ echo 5 > "{folder}/job-state"; exec sleep 30; }}
if [ -e "{folder}/refuses" ]; then cat "{folder}/refuses" >&2; exit 1; fi
for file; do :; done
cp "$file" "{folder}/printed.pdf"
[ -e "{folder}/state-after" ] && mv "{folder}/state-after" "{folder}/state"
echo "request id is may-in-7 (1 file(s))"
"""
CANCEL = """\
#!/bin/sh
echo "cancel $*" >> "{folder}/asked"
[ -e "{folder}/job-state" ] && echo 7 > "{folder}/job-state"
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


def _field(tag: int, name: str, value: bytes) -> bytes:
    """Encodes an IPP attribute (RFC 8010, 3.1.4)."""
    sizes = (len(name).to_bytes(2, "big"), len(value).to_bytes(2, "big"))
    return bytes([tag]) + sizes[0] + name.encode() + sizes[1] + value


def _jobs(state: int, title: str) -> bytes:
    """A Get-Jobs response with the job may-in-7 in this state."""
    return b"".join(
        (
            b"\x02\x00\x00\x00\x00\x00\x00\x01\x01",
            _field(0x47, "attributes-charset", b"utf-8"),
            _field(0x48, "attributes-natural-language", b"en"),
            b"\x02",
            _field(0x21, "job-id", (7).to_bytes(4, "big")),
            _field(0x45, "job-printer-uri", b"ipp://localhost/printers/may-in"),
            _field(0x42, "job-name", title.encode()),
            _field(0x42, "job-originating-user-name", b"kiosk"),
            _field(0x23, "job-state", state.to_bytes(4, "big")),
            b"\x03",
        )
    )


class _Ipp(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: Path

    def do_POST(self) -> None:
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                self.rfile.read(size + 2)
            self.rfile.readline()
        else:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
        state, title = (self.folder / "job-state").read_text().strip(), self.folder / "title"
        if not state.isdigit():
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        name = title.read_text() if title.exists() else "of somebody else"
        answer = _jobs(int(state), name)
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Suppresses the request log."""


COMPLETED, PROCESSING, HELD, CANCELLED, ABORTED = "9", "5", "4", "7", "8"
"""States of a job in IPP."""


class FakePrinter:
    """The service as programs in a folder at the front of PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        handler = type("Ipp", (_Ipp,), {"folder": folder})
        self._ipp = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._ipp.daemon_threads = True
        Thread(target=self._ipp.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self.say("job-state", COMPLETED)
        for name, text in {"lpstat": LPSTAT, "lp": LP, "cancel": CANCEL}.items():
            program = folder / "bin" / name
            program.parent.mkdir(exist_ok=True)
            program.write_text(text.format(folder=folder))
            program.chmod(0o755)
        self.say("default", "system default destination: may-in\n")
        self.say("running", "scheduler is running\n")
        self.say("state", IDLE)

    @property
    def server(self) -> str:
        """The value of CUPS_SERVER for queries about jobs."""
        return f"127.0.0.1:{self._ipp.server_port}"

    def close(self) -> None:
        """Stops the server."""
        self._ipp.shutdown()
        self._ipp.server_close()

    @property
    def path(self) -> str:
        """The value of PATH with which the programs are found."""
        return f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"

    def say(self, name: str, text: str = "") -> None:
        """Sets the reply of a program, or a fault by its name."""
        (self.folder / name).write_text(text)

    @property
    def asked(self) -> list[str]:
        """Every command that was received."""
        asked = self.folder / "asked"
        return asked.read_text().splitlines() if asked.exists() else []

    @property
    def printed(self) -> Path:
        """The last file that was submitted."""
        return self.folder / "printed.pdf"
