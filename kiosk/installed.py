"""The installation of the kiosk on this machine, and running commands as its user."""

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
    """Only root and the kiosk's user may act on the installed kiosk."""

    def __init__(self, user: str) -> None:
        super().__init__(user)
        self.user = user
        """The kiosk's user."""


@dataclass(frozen=True, slots=True)
class Account:
    """The user account of an installed kiosk."""

    name: str
    uid: int
    gid: int
    home: Path


def account_of_the_kiosk(units: tuple[Path, ...] = UNITS) -> Account | None:
    """The user of the installation of this program; None when it is not installed."""
    for unit in units:
        with suppress(OSError, UnicodeError, KeyError):
            lines = (line.partition("=") for line in unit.read_text("utf-8").splitlines())
            service = {key.strip(): value.strip() for key, sign, value in lines if sign}
            if Path(service["WorkingDirectory"]) == CHECKOUT:
                return _account(service["User"])
    return None


def is_installed_kiosk() -> bool:
    """Whether this process runs as the user of the installed kiosk."""
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
    """Acts as the installed kiosk's user on its folders; else as the current user.

    Files created by root then belong to the kiosk's user. With XDG_STATE_HOME set, the user is not
    changed.

    Raises:
        OtherUserError: the process belongs to neither root nor the kiosk's user.
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
