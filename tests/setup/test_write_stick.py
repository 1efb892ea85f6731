"""The service that writes to sticks for a kiosk with read-only access to them."""

import errno
import io
import os
import shutil
import socket
import subprocess
import sys
import threading
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

from kiosk.folders import CHECKOUT, Folders
from kiosk.narration.recordings.audio_file import SUFFIXES as SOUNDS
from kiosk.pictures.names import SUFFIXES as PICTURES
from kiosk.ui.authoring.editor_view_model import (
    FULL,
    NOT_EXPORTED,
    PROTECTED,
    PULLED,
    READ_ONLY,
    export_failure_message,
)
from kiosk.usb_import.export import export_lesson
from kiosk.usb_import.refusal import MAX_FILES
from kiosk.usb_import.stick_writer import StickProtectedError, ask_to_write, may_ask_to_write

PROGRAM = CHECKOUT / "deploy" / "write-stick"
SYSTEM = CHECKOUT / "deploy" / "etc" / "systemd" / "system"
LESSON = "title: Chờ xe\nnumber: 311\ngoal: Bác chờ được xe.\nsteps:\n  - say: Bác ngồi đợi.\n"


@pytest.fixture(scope="module")
def program():
    loader = SourceFileLoader("write_stick", str(PROGRAM))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


@pytest.fixture
def write(program, tmp_path):
    """Writes files into a folder as the program does on a stick."""
    root = os.open(tmp_path, os.O_RDONLY | os.O_DIRECTORY)

    def write_named(**contents: bytes) -> None:
        named = {name.replace("__", "/"): content for name, content in contents.items()}
        files = [(f"{name}.yaml", len(content)) for name, content in named.items()]
        program.write_files(root, files, io.BytesIO(b"".join(named.values())))

    yield write_named
    os.close(root)


def test_only_suffixes_of_lesson_files_are_accepted(program):
    assert set(program.SUFFIXES) == {".yaml", ".json", *SOUNDS, *PICTURES}
    assert program.MAX_FILES == MAX_FILES


@pytest.mark.parametrize(
    "name",
    ["../a.yaml", "/a.yaml", "a//b.yaml", "a/.b.yaml", "a\\b.yaml", "autorun.inf", "a/b.exe", "a."],
)
def test_a_path_outside_the_folder_or_an_executable_is_refused(program, name):
    with pytest.raises(OSError, match="Errno 22"):
        program.check([("cho-xe/cho-xe.yaml", 3), (name, 3)])


def test_files_are_replaced_completely(write, tmp_path):
    write(**{"cho-xe__voice__vi__a": b"one", "cho-xe__cho-xe": b"two"})
    write(**{"cho-xe__cho-xe": b"three"})
    found = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"a.yaml": b"one", "cho-xe.yaml": b"three"}


def test_a_link_on_the_stick_is_not_followed(write, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "b.yaml").write_bytes(b"theirs")
    (tmp_path / "cho-xe").symlink_to(outside)
    (tmp_path / "a.yaml").symlink_to(outside / "b.yaml")
    with pytest.raises(NotADirectoryError):
        write(**{"cho-xe__b": b"mine"})
    write(a=b"mine")
    assert (outside / "b.yaml").read_bytes() == b"theirs"
    assert not (tmp_path / "a.yaml").is_symlink()


def test_a_file_that_could_not_be_written_completely_is_not_left_behind(
    program, write, tmp_path, monkeypatch
):
    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    write(a=b"before")
    monkeypatch.setattr(program.os, "write", full)
    with pytest.raises(OSError, match="full"):
        write(a=b"after")
    monkeypatch.undo()
    root = os.open(tmp_path, os.O_RDONLY)
    with pytest.raises(BrokenPipeError):
        program.write_files(root, [("a.yaml", 9)], io.BytesIO(b"cut"))
    os.close(root)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"before"}


@pytest.mark.parametrize("request_line", ["", "{}", "[]", '{"stick": "x", "files": [["a.yaml"]]}'])
def test_an_invalid_request_is_refused(program, request_line):
    assert program.serve(io.BytesIO(request_line.encode() + b"\n")) == errno.EINVAL


@pytest.mark.parametrize("stick", ["nowhere1", "../etc", ""])
def test_only_a_stick_that_is_plugged_in_is_written_to(program, stick):
    request_line = f'{{"stick": "{stick}", "files": []}}\n'
    assert program.serve(io.BytesIO(request_line.encode())) in (errno.ENODEV, errno.EINVAL)


def test_the_kiosk_asks_where_the_unit_listens():
    unit = (SYSTEM / "tutorial-kiosk-write-stick.socket").read_text("utf-8")
    assert f"ListenStream={Folders().stick_writer}\n" in unit
    assert "SocketUser=kiosk\nSocketMode=0600\nAccept=yes\n" in unit
    assert "tutorial-kiosk-write-stick.socket" in (CHECKOUT / "deploy/lock-machine").read_text()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (StickProtectedError(errno.EROFS, ""), PROTECTED),
        (OSError(errno.EROFS, ""), READ_ONLY),
        (OSError(errno.ENOSPC, ""), FULL),
        (OSError(errno.ENODEV, ""), PULLED),
        (TimeoutError(), NOT_EXPORTED),
    ],
)
def test_each_export_failure_has_its_own_message(error, message):
    assert export_failure_message(error) == message


# With a real filesystem that is mounted read-only.

SERVE_TEST_STICK = """
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
sys.dont_write_bytecode = True
program = SourceFileLoader("write_stick", sys.argv[1]).load_module()
program.MEDIA, program.FILE_SYSTEMS = Path(sys.argv[2]), ("ext4", "vfat")
print(program.json.dumps({"errno": program.serve(sys.stdin.buffer)}), flush=True)
"""
needs_mounts = pytest.mark.skipif(
    not hasattr(os, "geteuid")
    or os.geteuid() != 0
    or not all(shutil.which(each) for each in ("losetup", "mkfs.ext4", "unshare"))
    or subprocess.run(
        ["unshare", "-m", "losetup", "-f"], capture_output=True, check=False
    ).returncode
    != 0,
    reason="only root mounts filesystems",
)


@pytest.fixture
def plug_in(tmp_path):
    """Mounts a stick of 8 MB as deploy/mount-stick does; returns its mount point."""
    media, mounted, devices = tmp_path / "media", [], []

    def mount_stick(*, locked: bool = False) -> Path:
        image = tmp_path / f"stick-{len(devices)}"
        with image.open("wb") as file:
            file.truncate(8_000_000)
        subprocess.run(["mkfs.ext4", "-q", image], check=True)
        options = ["-r"] if locked else []
        made = subprocess.run(
            ["losetup", *options, "--show", "-f", image], capture_output=True, text=True, check=True
        )
        device = made.stdout.strip()
        devices.append(device)
        mount_point = media / Path(device).name
        mount_point.mkdir(parents=True)
        how = "ro,noload,nosuid,nodev,noexec"
        subprocess.run(["mount", "-o", how, device, mount_point], check=True)
        mounted.append(mount_point)
        return mount_point

    yield mount_stick
    for mount_point in mounted:
        subprocess.run(["umount", mount_point], check=True)
    for device in devices:
        subprocess.run(["losetup", "-d", device], check=True)


@pytest.fixture
def writer(tmp_path):
    """The socket of the program, which runs in its own mount namespace."""
    socket_path = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(socket_path))
        listener.listen()

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    command = [sys.executable, "-c", SERVE_TEST_STICK, PROGRAM, tmp_path / "media"]
                    subprocess.run(
                        ["unshare", "-m", "--propagation", "slave", *command],
                        stdin=connection,
                        stdout=connection,
                        stderr=subprocess.DEVNULL,
                        check=False,
                    )

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield socket_path
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(10)


def options_of(stick: Path) -> list[str]:
    """The options of the mount, and of the filesystem."""
    lines = Path("/proc/self/mountinfo").read_text("utf-8").splitlines()
    (line,) = (each for each in lines if f" {stick} " in each)
    mount, _, system = line.partition(" - ")
    return [mount.split(" ")[5].split(",")[0], system.split(" ")[2].split(",")[0]]


@needs_mounts
def test_a_lesson_goes_to_a_stick_that_the_kiosk_may_only_read(plug_in, writer, tmp_path):
    stick = plug_in()
    folders = Folders(
        state=tmp_path / "state", cache=tmp_path / "c", site=tmp_path / "site", stick_writer=writer
    )
    path = folders.lessons / "cho-xe.yaml"
    path.parent.mkdir(parents=True)
    assert may_ask_to_write(stick, writer)
    with pytest.raises(OSError, match="Read-only"):
        (stick / "a").write_text("mine")
    exported = export_lesson(LESSON, path, stick, folders)
    assert (exported.folder / "cho-xe.yaml").read_text("utf-8") == LESSON
    assert options_of(stick) == ["ro", "ro"]
    with pytest.raises(OSError, match="Read-only"):
        (stick / "a").write_text("mine")


@needs_mounts
def test_a_full_locked_or_missing_stick_is_reported_as_such(plug_in, writer):
    stick, locked = plug_in(), plug_in(locked=True)
    with pytest.raises(OSError, match=f"Errno {errno.ENOSPC}"):
        ask_to_write(stick, {stick / "a.yaml": bytes(9_000_000)}, writer)
    with pytest.raises(StickProtectedError):
        ask_to_write(locked, {locked / "a.yaml": b"a"}, writer)
    gone = stick.with_name("sdz9")
    with pytest.raises(OSError, match=f"Errno {errno.ENODEV}"):
        ask_to_write(gone, {gone / "a.yaml": b"a"}, writer)
    assert [options_of(each) for each in (stick, locked)] == [["ro", "ro"]] * 2
