"""The kiosk that is installed on this machine, and acting as its own user."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.folders import CHECKOUT, Folders, folders_from_environment

UNITS = (
    Path("/etc/systemd/system/tutorial-kiosk.service"),
    Path("/usr/lib/systemd/system/tutorial-kiosk.service"),
)


class OtherUserError(Exception):
    """Only root and the kiosk's own user may act on the installed kiosk."""

    def __init__(self, user: str) -> None:
        super().__init__(user)
        self.user = user
        """The kiosk's own."""


@dataclass(frozen=True, slots=True)
class Account:
    """The user that an installed kiosk runs as."""

    name: str
    uid: int
    gid: int
    home: Path


def account_of_the_kiosk(units: tuple[Path, ...] = UNITS) -> Account | None:
    """The user of the kiosk that is installed from this very program; None where none is."""
    for unit in units:
        with suppress(OSError, UnicodeError, KeyError):
            lines = (line.partition("=") for line in unit.read_text("utf-8").splitlines())
            service = {key.strip(): value.strip() for key, sign, value in lines if sign}
            if Path(service["WorkingDirectory"]) == CHECKOUT:
                return _account(service["User"])
    return None


def is_installed_kiosk() -> bool:
    """Whether this process is the kiosk that is installed on this machine, or may be it."""
    account = account_of_the_kiosk()
    return account is not None and account.uid == os.getuid()


def _account(name: str) -> Account | None:
    if sys.platform == "win32":
        return None
    import pwd  # noqa: PLC0415 - not on Windows

    try:
        found = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name, found.pw_uid, found.pw_gid, Path(found.pw_dir))


@contextmanager
def as_the_kiosk() -> Iterator[Folders]:
    """Act as the installed kiosk's user and on its folders; elsewhere on one's own.

    What root makes belongs to the kiosk's user then. Folders that the environment names count.

    Raises:
        OtherUserError: somebody else is asking.
    """
    account = account_of_the_kiosk()
    if account is None or os.environ.get("XDG_STATE_HOME") or os.getuid() == account.uid:
        yield folders_from_environment()
        return
    if os.getuid() != 0:
        raise OtherUserError(account.name)
    before = dict(os.environ)
    groups = os.getgroups()
    os.environ["HOME"] = str(account.home)
    os.environ.pop("XDG_CACHE_HOME", None)
    os.environ["XDG_RUNTIME_DIR"] = f"/run/user/{account.uid}"
    os.initgroups(account.name, account.gid)
    os.setresgid(account.gid, account.gid, 0)
    os.setresuid(account.uid, account.uid, 0)
    umask = os.umask(0o077)
    try:
        yield folders_from_environment()
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)
        os.umask(umask)
        os.environ.clear()
        os.environ.update(before)
