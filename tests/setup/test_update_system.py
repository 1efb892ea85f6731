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
        self.kept, self.asked, self.stick = (
            folder / each for each in ("kept", "asked", "media/USB")
        )
        for each in (self.kept, self.asked, self.stick, folder / "bin"):
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
        for there, here in {
            "kept=/data/update": f"kept={self.kept}",
            f"asked={STATE}/update": f"asked={self.asked}",
            "/etc/tutorial-kiosk-version": str(self.folder / "version"),
            "/proc/cmdline": str(self.folder / "cmdline"),
            "/media/*/*.raucb": f"{self.folder}/media/*/*.raucb",
        }.items():
            assert there in program
            program = program.replace(there, here)
        path = f"{self.folder / 'bin'}:/usr/bin:/bin"
        self.log.write_text("")
        subprocess.run(("sh",), input=program, text=True, env={"PATH": path}, check=True)
        return self.log.read_text()

    @property
    def state(self):
        (self.kept / "slot").write_text("A\n")
        return system_state(Folders(update_reports=self.kept))

    @property
    def trial(self) -> str:
        lines = (self.folder / "env").read_text().splitlines()
        return next(line for line in lines if line.startswith("TRIAL="))


@pytest.fixture
def machine(tmp_path) -> ImageMachine:
    return ImageMachine(tmp_path)


def bundle(path: Path, version="2.0", *, words="signed") -> Path:
    path.write_text(f"{words}\nversion {version}\n")
    return path


def test_a_signed_update_of_a_stick_is_installed_and_started(machine):
    new = bundle(machine.stick / "moi.raucb")
    (machine.kept / "version-B").write_text("0.9\n")
    done = machine.update()
    assert f"rauc install {new}" in done
    assert done.endswith("systemctl reboot\n")
    assert machine.trial == "TRIAL=B"
    assert not (machine.kept / "version-B").exists(), "what stood there before is written over"
    assert not (machine.kept / "writing").exists()


def test_what_is_not_signed_is_refused_and_told(machine):
    bundle(machine.stick / "moi.raucb", words="no")
    assert "install" not in machine.update()
    assert machine.state.last.outcome is Outcome.REFUSED
    assert machine.state.last.version == "moi.raucb"


def test_what_is_spoilt_within_is_refused_and_tried_no_more_as_a_trial(machine):
    bundle(machine.stick / "moi.raucb", words="signed spoilt")
    assert "reboot" not in machine.update()
    assert machine.state.last.outcome is Outcome.REFUSED
    assert machine.trial == "TRIAL="


@pytest.mark.parametrize("known", ["running", "tried"])
def test_what_runs_or_was_tried_is_not_installed_by_itself(machine, known):
    bundle(machine.stick / "moi.raucb", "1.0" if known == "running" else "2.0")
    (machine.kept / "tried-2.0").touch()
    assert "install" not in machine.update()


def test_staff_may_have_once_more_what_was_tried(machine):
    bundle(machine.stick / "moi.raucb")
    (machine.kept / "tried-2.0").touch()
    (machine.asked / "wanted").write_text("install\n")
    assert "rauc install" in machine.update()


def test_what_was_fetched_is_installed_and_gone(machine):
    fetched = bundle(machine.asked / "fetched.raucb")
    assert "rauc install" in machine.update()
    assert not fetched.exists()


def test_staff_go_back_and_the_version_does_not_return_by_itself(machine):
    (machine.kept / "version-B").write_text("0.9\n")
    (machine.asked / "wanted").write_text("back\n")
    bundle(machine.stick / "moi.raucb", "1.0")
    done = machine.update()
    assert done == "rauc status mark-active other\nsystemctl reboot\n"
    assert machine.state.last.outcome is Outcome.WENT_BACK
    assert (machine.kept / "tried-1.0").exists()
    assert not (machine.asked / "wanted").exists()


def test_there_is_no_way_back_where_no_system_has_taught(machine):
    (machine.asked / "wanted").write_text("back\n")
    assert machine.update() == ""


@pytest.mark.parametrize("words", ["back; reboot", "$(reboot)", "x" * 5000, ""])
def test_strange_words_ask_for_nothing(machine, words):
    (machine.kept / "version-B").write_text("0.9\n")
    (machine.asked / "wanted").write_text(words)
    assert machine.update() == ""


@pytest.fixture
def confirm(machine, monkeypatch):
    """The program that runs at each start, with this machine's folders and tools."""
    loader = importlib.machinery.SourceFileLoader("confirm_system", str(IMAGE / "confirm-system"))
    program = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(program)
    monkeypatch.setattr(program, "KEPT", machine.kept)
    monkeypatch.setattr(program, "VERSION", machine.folder / "version")
    monkeypatch.setattr(program, "GRUBENV", machine.folder / "env")
    monkeypatch.setattr(program, "booted_slot", lambda: "A")
    monkeypatch.setenv("PATH", f"{machine.folder / 'bin'}:/usr/bin:/bin")
    return program


def test_a_start_like_all_others_is_told_to_the_boot_loader(machine, confirm):
    confirm.main()
    assert machine.log.read_text() == "rauc status mark-good booted\n"
    assert machine.state.version == "1.0"
    assert machine.state.last is None


@pytest.mark.parametrize(
    ("problem", "outcome", "done"),
    [
        ("", Outcome.KEPT, "mark-good"),
        ("ki-ốt không nói", Outcome.TAKEN_BACK, "mark-bad"),
    ],
)
def test_a_new_system_stays_only_where_it_teaches(
    machine, confirm, monkeypatch, capsys, problem, outcome, done
):
    (machine.folder / "env").write_text("TRIAL=A\n")
    (machine.kept / "trying").write_text("2.0\n")
    monkeypatch.setattr(confirm, "what_is_wrong", lambda _: problem)
    confirm.main()
    assert f"rauc status {done} booted" in machine.log.read_text()
    assert ("systemctl reboot" in machine.log.read_text()) == bool(problem)
    last = machine.state.last
    assert (last.outcome, last.version, last.problem) == (outcome, "2.0", problem)
    assert (machine.kept / "version-A").exists() != bool(problem)
    assert machine.trial == "TRIAL="
    assert ("back to the one before" in capsys.readouterr().out) == bool(problem)


@pytest.mark.parametrize(
    ("was_writing", "outcome"), [(True, Outcome.INTERRUPTED), (False, Outcome.TAKEN_BACK)]
)
def test_a_power_cut_while_writing_is_not_told_as_a_bad_update(
    machine, confirm, was_writing, outcome
):
    (machine.folder / "env").write_text("TRIAL=B\n")
    if was_writing:
        (machine.kept / "writing").touch()
    confirm.main()
    assert machine.state.last.outcome is outcome
    assert "B_OK=0" in (machine.folder / "env").read_text()
    assert json.loads((machine.kept / "outcome.json").read_text())["at"] > 0
