"""Extracts the commands of docs/deploy.md and types them exactly as written."""

import os
import pty
import re
import select
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "deploy.md"
SECTION_HEADING = re.compile(r"^## (\d+)\. ", re.MULTILINE)
COMMAND_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REPOSITORY_PLACEHOLDER = "<ĐỊA-CHỈ-KHO-MÃ>"
"""Placeholder for the address of the repository."""
PROMPT = re.compile(rb"PIN[^\n]{0,60}: ?$")


def command_blocks(section: int) -> list[str]:
    """The command blocks of a section, in order."""
    text = GUIDE.read_text(encoding="utf-8")
    parts = SECTION_HEADING.split(text)
    texts = dict(zip(map(int, parts[1::2]), parts[2::2], strict=True))
    return COMMAND_BLOCK.findall(texts[section])


def type_commands(
    root: Path, script: str, environment: Mapping[str, str], pin: str, log: Path, limit_s: float
) -> None:
    """Types commands as root at a terminal of the new system; stops at the first that fails.

    Raises:
        RuntimeError: a command failed.
        TimeoutError: the commands took longer than `limit_s`.
    """
    command = ["chroot", str(root), "/bin/bash", "-exc", script]
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, dict(environment))
    deadline_s = time.monotonic() + limit_s
    recent_output = b""
    with log.open("wb") as log_file:
        while True:
            if time.monotonic() > deadline_s:
                os.kill(child, 9)
                os.waitpid(child, 0)
                raise TimeoutError(f"{log}: not done in {limit_s:.0f} s")
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                output = os.read(terminal, 65536)
            except OSError:  # every process that wrote to the terminal has ended
                break
            if not output:
                break
            log_file.write(output)
            log_file.flush()
            recent_output = (recent_output + output)[-200:]
            if PROMPT.search(recent_output):
                os.write(terminal, f"{pin}\n".encode())
                recent_output = b""
    os.close(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        raise RuntimeError(f"a command of the guide failed ({code}): see {log}")


def root_environment(
    prefixes: Sequence[str] = ("PIP_", "SSL_", "http_proxy", "https_proxy"),
) -> dict:
    """The environment of root on a fresh Debian, with this machine's package proxy settings."""
    inherited = {
        name: value for name, value in os.environ.items() if name.startswith(tuple(prefixes))
    }
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    # The system is not running yet: what systemctl enables takes effect at its first start.
    return {
        "HOME": "/root",
        "PATH": path,
        "TERM": "linux",
        "LANG": "C.UTF-8",
        "SYSTEMD_OFFLINE": "1",
    } | inherited
