"""The real CUPS in a temporary folder, with a printer backend that the test controls."""

import getpass
import grp
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

CUPSD = shutil.which("cupsd", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
PROGRAMS = Path("/usr/lib/cups")
PATIENCE_S = 20.0

FILES_CONF = """\
ServerRoot {folder}/etc
ServerBin {folder}/bin
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/errors
PageLog {folder}/pages
User {user}
Group {group}
SystemGroup {group}
FatalErrors none
"""
CUPSD_CONF = """\
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
DefaultAuthType None
LogLevel warn
DirtyCleanInterval 0
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
BACKEND = """\
#!/bin/sh
# A backend of CUPS: without arguments it lists its devices; with six or five it prints.
[ $# -eq 0 ] && {{ echo 'direct virtual "Unknown" "Virtual"'; exit 0; }}
trap 'exit 0' TERM
while read -r line; do echo "$line" >&2; done < {folder}/says
echo "$5" > {folder}/options
: > {folder}/begun
if [ -e {folder}/stands ]; then
  while [ -e {folder}/stands ]; do sleep 0.1; done
fi
if [ -n "$6" ]; then cat "$6" > {folder}/printed; else cat > {folder}/printed; fi
read -r code < {folder}/code; exit "$code"
"""
PRINTS_ON_BOTH_SIDES = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "BOTH.PPD"
*Product: "(Both)"
*Manufacturer: "None"
*ModelName: "Both"
*ShortNickName: "Both"
*NickName: "Both"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*cupsFilter: "application/pdf 0 -"
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*OpenUI *Duplex/2-Sided: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long: ""
*Duplex DuplexTumble/Short: ""
*CloseUI: *Duplex
"""


class RealPrinter:
    """A CUPS queue whose backend reports states, blocks and fails as the test sets it."""

    name = "may-in-that"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("etc", "bin/backend", "cache", "state", "spool", "tmp"):
            (folder / name).mkdir(parents=True)
        for program in PROGRAMS.iterdir():
            if program.name != "backend":
                (folder / "bin" / program.name).symlink_to(program)
        backend = folder / "bin" / "backend" / "virtual"
        backend.write_text(BACKEND.format(folder=folder))
        backend.chmod(0o755)
        self.report("")
        (folder / "code").write_text("0\n")
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        own = (getpass.getuser(), grp.getgrgid(os.getgid()).gr_name)
        user, group = ("lp", "lp") if os.getuid() == 0 else own
        facts = {"folder": folder, "port": self.port, "user": user, "group": group}
        (folder / "etc" / "cups-files.conf").write_text(FILES_CONF.format(**facts))
        (folder / "etc" / "cupsd.conf").write_text(CUPSD_CONF.format(**facts))
        for each in (folder, *folder.rglob("*")):
            if each.is_dir() and not each.is_symlink():
                each.chmod(0o777)
        for parent in folder.parents:
            if parent.is_relative_to("/tmp") and parent != Path("/tmp"):
                parent.chmod(0o755)
        backend.parent.chmod(0o755)
        (folder / "bin").chmod(0o755)
        (folder / "etc").chmod(0o755)
        self._daemon = self._started()
        self.run("lpadmin", "-p", self.name, "-v", "virtual:/x", "-E")
        self.run("lpadmin", "-d", self.name)

    def _started(self) -> subprocess.Popen[bytes]:
        etc = self.folder / "etc"
        files = ("-c", etc / "cupsd.conf", "-s", etc / "cups-files.conf")
        self._daemon = subprocess.Popen([CUPSD, "-f", *files], stdin=subprocess.DEVNULL)
        self._wait_until_it_answers()
        return self._daemon

    def kill(self) -> None:
        """Kills the service and its child processes; the queue stays on the disk."""
        children = Path(f"/proc/{self._daemon.pid}/task/{self._daemon.pid}/children")
        started = [int(pid) for pid in children.read_text().split()]
        self._daemon.kill()
        self._daemon.wait()
        for pid in started:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def restart(self) -> None:
        """Starts the service again, with its previous queue."""
        self._started()

    @property
    def server(self) -> str:
        """The value of CUPS_SERVER for this service."""
        return f"127.0.0.1:{self.port}"

    @property
    def printed(self) -> Path:
        """The file with the printed output."""
        return self.folder / "printed"

    def report(self, *lines: str) -> None:
        """Lines that the backend reports during the next job, such as `STATE: +media-jam-error`."""
        (self.folder / "says").write_text("".join(f"{line}\n" for line in lines if line))

    def block(self) -> None:
        """The next job blocks in the backend."""
        (self.folder / "stands").touch()

    def unblock(self) -> None:
        """Unblocks the backend."""
        (self.folder / "stands").unlink(missing_ok=True)

    def enable_duplex(self) -> None:
        """Gives the printer a description with duplex printing."""
        description = self.folder / "description.ppd"
        description.write_text(PRINTS_ON_BOTH_SIDES)
        self.run("lpadmin", "-p", self.name, "-P", str(description))

    @property
    def options(self) -> list[str]:
        """The options of the last job."""
        return (self.folder / "options").read_text().split()

    def fails(self, code: int) -> None:
        """The exit code of the backend for the next job."""
        (self.folder / "code").write_text(f"{code}\n")

    def run(self, *command: str) -> str:
        """Runs a program of CUPS and returns its output."""
        where = {**os.environ, "CUPS_SERVER": self.server, "LC_ALL": "C"}
        done = subprocess.run(
            command, check=False, env=where, capture_output=True, text=True, timeout=20
        )
        return done.stdout + done.stderr

    @property
    def has_begun(self) -> bool:
        """Whether a job has reached the backend."""
        return (self.folder / "begun").exists()

    @property
    def waiting(self) -> list[str]:
        """The jobs that are not finished."""
        return [line.split()[0] for line in self.run("lpstat", "-o").splitlines() if line]

    def close(self) -> None:
        """Stops the service with its child processes."""
        self.unblock()
        self._daemon.terminate()
        try:
            self._daemon.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._daemon.kill()
            self._daemon.wait()

    def _wait_until_it_answers(self) -> None:
        ends_s = time.monotonic() + PATIENCE_S
        while "is running" not in self.run("lpstat", "-r"):
            if time.monotonic() > ends_s or self._daemon.poll() is not None:
                errors = self.folder / "errors"
                log = errors.read_text()[-2000:] if errors.exists() else ""
                self.close()
                raise RuntimeError(f"cupsd does not answer: {log}")
            time.sleep(0.05)
