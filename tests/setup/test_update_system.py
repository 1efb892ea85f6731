"""The image's programs that install an update, confirm it and roll it back."""

import importlib.machinery
import importlib.util
import json
import subprocess
from pathlib import Path

import pytest

from kiosk.folders import Folders
from kiosk.packs.system_update import Outcome, system_state

IMAGE = Path(__file__).parents[2] / "deploy" / "image"
STATE = "/var/lib/tutorial-kiosk/.local/state/tutorial-kiosk"
TOOLS = {
    "rauc": """\
echo "rauc $*" >>{log}
case "$1" in
info) grep -q signed "$3" || {{ echo 'signature is wrong' >&2; exit 1; }}
  echo "RAUC_MF_VERSION='$(sed -n 's/^version //p' "$3")'" ;;
install) ! grep -q spoilt "$2" ;;
esac
""",
    "grub-editenv": """\
case "$2" in
list) cat {folder}/env ;;
set) shift 2
  for each; do sed -i "/^${{each%%=*}}=/d" {folder}/env; echo "$each" >>{folder}/env; done ;;
esac
""",
    "systemctl": 'echo "systemctl $*" >>{log}',
    "sync": "",
}


class ImageMachine:
    """The folders and tools used by the programs, in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "log"
        self.reports, self.requests, self.stick = (
            folder / each for each in ("reports", "requests", "media/USB")
        )
        for each in (self.reports, self.requests, self.stick, folder / "bin"):
            each.mkdir(parents=True)
        (folder / "env").write_text("TRIAL=\n")
        (folder / "version").write_text("1.0\n")
        (folder / "cmdline").write_text("ro rauc.slot=A quiet\n")
        for name, text in TOOLS.items():
            tool = folder / "bin" / name
            tool.write_text("#!/bin/sh\n" + text.format(log=self.log, folder=folder))
            tool.chmod(0o755)

    def update(self) -> str:
        """Runs the real program; returns its calls of the tools."""
        program = (IMAGE / "update-system").read_text("utf-8")
        for original, replacement in {
            "reports=/data/update": f"reports={self.reports}",
            f"requests={STATE}/update": f"requests={self.requests}",
            "/etc/tutorial-kiosk-version": str(self.folder / "version"),
            "/proc/cmdline": str(self.folder / "cmdline"),
            "/media/*/*.raucb": f"{self.folder}/media/*/*.raucb",
        }.items():
            assert original in program
            program = program.replace(original, replacement)
        path = f"{self.folder / 'bin'}:/usr/bin:/bin"
        self.log.write_text("")
        subprocess.run(("sh",), input=program, text=True, env={"PATH": path}, check=True)
        return self.log.read_text()

    @property
    def state(self):
        (self.reports / "slot").write_text("A\n")
        return system_state(Folders(update_reports=self.reports))

    @property
    def trial(self) -> str:
        lines = (self.folder / "env").read_text().splitlines()
        return next(line for line in lines if line.startswith("TRIAL="))


@pytest.fixture
def machine(tmp_path) -> ImageMachine:
    return ImageMachine(tmp_path)


def bundle(path: Path, version="2.0", *, content="signed") -> Path:
    path.write_text(f"{content}\nversion {version}\n")
    return path


def test_a_signed_update_of_a_stick_is_installed_and_started(machine):
    new = bundle(machine.stick / "moi.raucb")
    (machine.reports / "version-B").write_text("0.9\n")
    commands = machine.update()
    assert f"rauc install {new}" in commands
    assert commands.endswith("systemctl reboot\n")
    assert machine.trial == "TRIAL=B"
    assert not (machine.reports / "version-B").exists(), "the version of the overwritten system"
    assert not (machine.reports / "writing").exists()


def test_a_bundle_without_signature_is_refused_and_reported(machine):
    bundle(machine.stick / "moi.raucb", content="no")
    assert "install" not in machine.update()
    assert machine.state.last.outcome is Outcome.REFUSED
    assert machine.state.last.version == "moi.raucb"


def test_a_damaged_bundle_is_refused_and_the_trial_ends(machine):
    bundle(machine.stick / "moi.raucb", content="signed spoilt")
    assert "reboot" not in machine.update()
    assert machine.state.last.outcome is Outcome.REFUSED
    assert machine.trial == "TRIAL="


@pytest.mark.parametrize("known", ["running", "tried"])
def test_a_version_that_runs_or_was_tried_is_not_installed_automatically(machine, known):
    bundle(machine.stick / "moi.raucb", "1.0" if known == "running" else "2.0")
    (machine.reports / "tried-2.0").touch()
    assert "install" not in machine.update()


def test_staff_can_request_a_version_that_was_tried(machine):
    bundle(machine.stick / "moi.raucb")
    (machine.reports / "tried-2.0").touch()
    (machine.requests / "wanted").write_text("install\n")
    assert "rauc install" in machine.update()


def test_a_downloaded_bundle_is_installed_and_deleted(machine):
    fetched = bundle(machine.requests / "fetched.raucb")
    assert "rauc install" in machine.update()
    assert not fetched.exists()


def test_staff_go_back_and_the_version_is_not_installed_again_automatically(machine):
    (machine.reports / "version-B").write_text("0.9\n")
    (machine.requests / "wanted").write_text("back\n")
    bundle(machine.stick / "moi.raucb", "1.0")
    commands = machine.update()
    assert commands == "rauc status mark-active other\nsystemctl reboot\n"
    assert machine.state.last.outcome is Outcome.WENT_BACK
    assert (machine.reports / "tried-1.0").exists()
    assert not (machine.requests / "wanted").exists()


def test_going_back_needs_a_system_that_has_passed(machine):
    (machine.requests / "wanted").write_text("back\n")
    assert machine.update() == ""


@pytest.mark.parametrize("content", ["back; reboot", "$(reboot)", "x" * 5000, ""])
def test_an_invalid_request_is_ignored(machine, content):
    (machine.reports / "version-B").write_text("0.9\n")
    (machine.requests / "wanted").write_text(content)
    assert machine.update() == ""


@pytest.fixture
def confirm(machine, monkeypatch):
    """The program that runs at each start, with this machine's folders and tools."""
    loader = importlib.machinery.SourceFileLoader("confirm_system", str(IMAGE / "confirm-system"))
    program = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(program)
    monkeypatch.setattr(program, "UPDATE_REPORTS", machine.reports)
    monkeypatch.setattr(program, "VERSION_FILE", machine.folder / "version")
    monkeypatch.setattr(program, "GRUBENV", machine.folder / "env")
    monkeypatch.setattr(program, "booted_slot", lambda: "A")
    monkeypatch.setenv("PATH", f"{machine.folder / 'bin'}:/usr/bin:/bin")
    return program


def test_an_ordinary_start_is_marked_as_good(machine, confirm):
    confirm.main()
    assert machine.log.read_text() == "rauc status mark-good booted\n"
    assert machine.state.version == "1.0"
    assert machine.state.last is None


@pytest.mark.parametrize(
    ("problem", "outcome", "status"),
    [
        ("", Outcome.KEPT, "mark-good"),
        ("ki-ốt không nói", Outcome.TAKEN_BACK, "mark-bad"),
    ],
)
def test_a_new_system_is_kept_only_if_it_passes(
    machine, confirm, monkeypatch, capsys, problem, outcome, status
):
    (machine.folder / "env").write_text("TRIAL=A\n")
    (machine.reports / "trying").write_text("2.0\n")
    monkeypatch.setattr(confirm, "failed_check", lambda _: problem)
    confirm.main()
    assert f"rauc status {status} booted" in machine.log.read_text()
    assert ("systemctl reboot" in machine.log.read_text()) == bool(problem)
    last = machine.state.last
    assert (last.outcome, last.version, last.problem) == (outcome, "2.0", problem)
    assert (machine.reports / "version-A").exists() != bool(problem)
    assert machine.trial == "TRIAL="
    assert ("back to the one before" in capsys.readouterr().out) == bool(problem)


@pytest.mark.parametrize(
    ("was_writing", "outcome"), [(True, Outcome.INTERRUPTED), (False, Outcome.TAKEN_BACK)]
)
def test_a_power_cut_while_writing_is_not_reported_as_a_bad_update(
    machine, confirm, was_writing, outcome
):
    (machine.folder / "env").write_text("TRIAL=B\n")
    if was_writing:
        (machine.reports / "writing").touch()
    confirm.main()
    assert machine.state.last.outcome is outcome
    assert "B_OK=0" in (machine.folder / "env").read_text()
    assert json.loads((machine.reports / "outcome.json").read_text())["at"] > 0
