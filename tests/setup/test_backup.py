"""A backup is a single complete file, and is restored completely or not at all."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk import backup
from kiosk.backup import BackupError, back_up, finish_restore, read_contents, restore
from kiosk.cli import main
from kiosk.folders import Folders
from kiosk.packs.manifest import PackFile, digest
from kiosk.packs.store import PackStore, RoleContent
from kiosk.runtime_folder import lock_kiosk


def machine(folder: Path) -> Folders:
    """An installed kiosk without any state."""
    state = folder / "state"
    made = Folders(home=folder / "home", state=state, cache=folder / "cache", site=state / "site")
    made.home.mkdir(parents=True)
    return made


@pytest.fixture
def old(tmp_path: Path) -> Folders:
    folders = machine(tmp_path / "old")
    folders.lessons.mkdir(parents=True)
    (folders.lessons / "cua-xa.yaml").write_text("title: Của xã", "utf-8")
    folders.local_configs[-1].write_text("centre: {name: Xã Mẫu}\n", "utf-8")
    folders.pin.write_text("the hash of a PIN", "utf-8")
    with closing(sqlite3.connect(folders.stats)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("CREATE TABLE counts (n INTEGER)")
        base.execute("INSERT INTO counts VALUES (7)")
        base.commit()
    content = b"title: goi"
    file = PackFile("lessons/goi.yaml", digest(content), len(content))
    store = PackStore(folders.packs)
    store.keep(file, content)
    store.use(store.build((RoleContent("tinh", "Tinh", 1, "m", (file,)),), "2026").number)
    folders.log.write_text("noise", "utf-8")
    return folders


@pytest.fixture
def file(old: Folders) -> io.BytesIO:
    made = io.BytesIO()
    back_up(old, made)
    return made


@pytest.fixture
def new(tmp_path: Path) -> Folders:
    folders = machine(tmp_path / "new")
    folders.lessons.mkdir(parents=True)
    (folders.lessons / "truoc.yaml").write_text("title: Trước", "utf-8")
    return folders


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_another_machine_remembers_all_of_it(old, new, file):
    contents = restore(new, file)
    assert (new.lessons / "cua-xa.yaml").read_text("utf-8") == "title: Của xã"
    assert "Xã Mẫu" in new.local_configs[-1].read_text("utf-8")
    assert new.pin.read_bytes() == old.pin.read_bytes()
    with closing(sqlite3.connect(new.stats)) as base:
        assert base.execute("SELECT n FROM counts").fetchall() == [(7,)]
    store = PackStore(new.packs)
    store.repair_link()
    assert (store.home / "lessons" / "goi.yaml").read_bytes() == b"title: goi"
    assert not new.log.exists()
    assert not (new.lessons / "truoc.yaml").exists()
    assert contents.files.keys() >= {"pin.json", "site/config.local.yaml", "stats.sqlite"}
    assert new.pin.stat().st_mode & 0o077 == 0


def test_what_was_there_before_lies_beside_it(new, file):
    before = everything(new.state)
    restore(new, file)
    beside = new.state.with_name("state.before-restore")
    assert everything(beside) == before


def test_a_file_is_in_it_once_however_often_it_lies_there(file):
    with zipfile.ZipFile(file) as archive:
        names = [each for each in archive.namelist() if each.startswith("blobs/")]
    assert len(names) == len(set(names))


def rewritten(file: io.BytesIO, **changes: object) -> io.BytesIO:
    """The same archive with changed details."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == backup.DETAILS:
                content = json.dumps({**json.loads(content), **changes}).encode()
            new.writestr(name, content)
    return made


def halved(file: io.BytesIO) -> io.BytesIO:
    return io.BytesIO(file.getvalue()[: len(file.getvalue()) // 2])


def with_other_content(file: io.BytesIO) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) if name == backup.DETAILS else b"other")
    return made


@pytest.mark.parametrize(
    "spoil",
    [
        halved,
        with_other_content,
        lambda _: io.BytesIO(b"no archive"),
        lambda file: rewritten(file, files={"../out": "0" * 64}),
        lambda file: rewritten(file, files={"/etc/out": "0" * 64}),
        lambda file: rewritten(file, files={"missing": "0" * 64}),
        lambda file: rewritten(file, size=1),
        lambda file: rewritten(file, files=[]),
        lambda file: rewritten(file, format=99),
    ],
)
def test_a_spoilt_or_foreign_file_changes_nothing(new, file, spoil):
    before = everything(new.state)
    with pytest.raises(BackupError):
        restore(new, spoil(file))
    assert everything(new.state) == before
    assert sorted(each.name for each in new.state.parent.iterdir()) == ["home", "state"]


def test_a_backup_of_an_older_version_is_taken(new, file):
    restore(new, rewritten(file, version="0.0.1"))
    assert (new.lessons / "cua-xa.yaml").exists()


def test_nothing_is_taken_from_under_a_kiosk_that_runs(new, file):
    lock = lock_kiosk(new.state)
    assert lock
    try:
        with pytest.raises(BackupError, match="đang chạy"):
            restore(new, file)
    finally:
        lock.release()


@pytest.mark.parametrize("moment", ["before", "between"])
def test_a_plug_pulled_in_the_middle_leaves_the_old_or_the_new(new, file, monkeypatch, moment):
    before = everything(new.state)
    at = {"before": backup.make_private, "between": None}[moment]
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.name.endswith(backup.RESTORING):
            raise KeyboardInterrupt
        return real(path, target)

    def stop(_folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if at:
            patched.setattr(backup, "make_private", stop)
        else:
            patched.setattr(Path, "rename", rename)
        with pytest.raises(KeyboardInterrupt):
            restore(new, file)
    finish_restore(new)
    if at:
        assert everything(new.state) == before
    else:
        assert (new.lessons / "cua-xa.yaml").exists()
        assert "restored.json" not in everything(new.state)


def test_a_checkout_brings_its_own_part_along(tmp_path, new):
    home = tmp_path / "checkout"
    (home / "lessons").mkdir(parents=True)
    (home / "lessons" / "a.yaml").write_text("title: a", "utf-8")
    (home / "config.yaml").write_text("", "utf-8")
    checkout = Folders(home=home, state=tmp_path / "s", cache=tmp_path / "c")
    file = io.BytesIO()
    back_up(checkout, file)
    assert set(read_contents(file).files) == {"site/lessons/a.yaml"}
    with pytest.raises(BackupError, match="KIOSK_SITE"):
        restore(checkout, file)
    restore(new, file)
    assert (new.lessons / "a.yaml").exists()


def test_the_commands(tmp_path, old, new, monkeypatch):
    for name, value in (
        ("KIOSK_HOME", old.home),
        ("KIOSK_SITE", tmp_path / "state/tutorial-kiosk/site"),
    ):
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(old.state, tmp_path / "state" / "tutorial-kiosk", symlinks=True)
    file = str(tmp_path / "sao-luu.kiosk")
    run = CliRunner().invoke
    assert run(main, ["backup", file]).exit_code == 0
    shutil.rmtree(tmp_path / "state")
    result = run(main, ["restore", file])
    assert (result.exit_code, "Đã khôi phục" in result.output) == (0, True)
    assert (tmp_path / "state/tutorial-kiosk/pin.json").exists()
    Path(file).write_bytes(b"")
    result = run(main, ["restore", file])
    assert (result.exit_code, "Máy không đổi gì" in result.output) == (1, True)


def test_a_pipe_in_the_place_of_a_backup_is_not_waited_for(tmp_path):
    pipe = tmp_path / "sao-luu.kiosk"
    os.mkfifo(pipe)
    result = subprocess.run(
        [sys.executable, "-m", "kiosk", "restore", str(pipe)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
    )
    assert (result.returncode, "Máy không đổi gì" in result.stderr) == (1, True)


def test_the_version_names_the_commit():
    result = CliRunner().invoke(main, ["--version"])
    assert result.output.startswith("kiosk 0.")
    assert "(" in result.output
