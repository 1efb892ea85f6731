"""Commands use the installed kiosk's folders for any user; a service is asked no question."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import installed
from kiosk.folders import CHECKOUT
from kiosk.installed import Account, OtherUserError, account_of_the_kiosk, as_the_kiosk
from kiosk.processor import NEEDED, lacking_processor_flags
from kiosk.running import note_that_staff_left

ME = "import sys; from kiosk.cli._person import is_typed_by_a_person as f; sys.exit(not f())"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    path = tmp_path / "tutorial-kiosk.service"
    path.write_text(f"[Service]\nWorkingDirectory={CHECKOUT}\nUser=nobody\n", "utf-8")
    return path


def test_the_units_user_is_the_kiosks(unit):
    account = account_of_the_kiosk((unit.with_name("none"), unit))
    assert account
    assert account.name == "nobody"


def test_another_program_than_the_installed_one_acts_for_itself(unit):
    unit.write_text("[Service]\nWorkingDirectory=/opt/elsewhere\nUser=nobody\n", "utf-8")
    assert account_of_the_kiosk((unit,)) is None


def with_account(monkeypatch, uid: int, home: Path) -> None:
    account = Account("kiosk", uid, uid, home)
    monkeypatch.setattr(installed, "account_of_the_kiosk", lambda: account)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)


def test_a_stranger_is_refused_by_name(monkeypatch, tmp_path):
    with_account(monkeypatch, 4321, tmp_path)
    monkeypatch.setattr(os, "getuid", lambda: 1234)
    with pytest.raises(OtherUserError) as raised, as_the_kiosk():
        pass
    assert raised.value.user == "kiosk"


@pytest.mark.skipif(os.getuid() != 0, reason="only root becomes another user")
def test_what_root_makes_belongs_to_the_kiosk(monkeypatch, tmp_path_factory):
    home = Path("/tmp") / f"kiosk-test-{os.getpid()}"
    home.mkdir()
    os.chown(home, 65534, 65534)
    try:
        with_account(monkeypatch, 65534, home)
        monkeypatch.setattr(os, "initgroups", lambda *_: os.setgroups([]))
        before = dict(os.environ)
        with as_the_kiosk() as folders:
            folders.state.mkdir(parents=True)
            folders.pin.write_text("x", "utf-8")
            made = folders.pin
        assert made.is_relative_to(home)
        assert made.stat().st_uid == 65534
        assert made.stat().st_mode & 0o077 == 0
        assert os.getuid() == os.geteuid() == 0
        assert dict(os.environ) == before
    finally:
        subprocess.run(["rm", "-rf", home], check=True)


def asked_on_a_terminal(*command: str) -> bool:
    """Whether the program considers itself interactive in a terminal of its own."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(command[0], command)
    with os.fdopen(terminal, "rb", buffering=0) as shown:
        try:
            while shown.read(4096):
                pass
        except OSError:
            pass  # the terminal is closed with its program
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_a_service_with_a_terminal_is_no_person():
    assert not asked_on_a_terminal(sys.executable, "-c", ME)


def test_a_shell_with_a_terminal_is_one():
    assert asked_on_a_terminal("/bin/sh", "-c", f"{sys.executable} -c '{ME}'; exit $?")


def test_leaving_is_told_to_the_unit(monkeypatch, tmp_path):
    note_that_staff_left()
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(tmp_path))
    note_that_staff_left()
    assert (tmp_path / "left").exists()


@pytest.mark.parametrize("lacking", [(), ("sse4_2",), NEEDED])
def test_an_old_processor_is_known(tmp_path, monkeypatch, lacking):
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    flags = " ".join(["fpu", *(flag for flag in NEEDED if flag not in lacking)])
    (tmp_path / "cpuinfo").write_text(f"processor : 0\nflags\t\t: {flags}\n", "ascii")
    assert lacking_processor_flags(tmp_path / "cpuinfo") == tuple(lacking)
