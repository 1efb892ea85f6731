"""Cached QML bytecode is used only if it is exactly as Qt wrote it."""

import os

import pytest

from kiosk.ui.window.compiled_qml import CompiledQml


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "qmlcache"
    made.mkdir()
    for name in ("a.qmlc", "b.qmlc"):
        (made / name).write_bytes(os.urandom(2000))
    CompiledQml(made).record()
    return made


def kept(folder):
    compiled = CompiledQml(folder)
    compiled.prove()
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def test_what_was_written_down_is_kept(folder):
    assert kept(folder) == {"a.qmlc", "b.qmlc"}


def test_what_nobody_wrote_down_goes(folder):
    (folder / "c.qmlc").write_bytes(b"new")
    assert kept(folder) == {"a.qmlc", "b.qmlc"}


def test_what_is_compiled_later_is_added_and_what_was_proved_keeps_its_sum(folder):
    compiled = CompiledQml(folder)
    compiled.prove()
    (folder / "c.qmlc").write_bytes(b"new")
    (folder / "a.qmlc").write_bytes(b"damaged while the kiosk ran")
    compiled.record()
    assert kept(folder) == {"b.qmlc", "c.qmlc"}


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)


DAMAGES = {
    "empty": lambda path: path.write_bytes(b""),
    "half": lambda path: path.write_bytes(path.read_bytes()[:1000]),
    "random": lambda path: path.write_bytes(os.urandom(2000)),
    "bit": lambda path: flip(path, 1500),
    "sector": lambda path: path.write_bytes(
        path.read_bytes()[:512] + bytes(512) + path.read_bytes()[1024:]
    ),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "huge": lambda path: path.write_bytes(bytes(5_000_000)),
    "folder": lambda path: (path.unlink(), path.mkdir(), (path / "x").touch()),
    "unreadable": lambda path: (path.write_bytes(b"x"), path.chmod(0)),
    "pipe": lambda path: (path.unlink(), os.mkfifo(path)),
    "link to nowhere": lambda path: (path.unlink(), path.symlink_to("nowhere")),
    "link in a circle": lambda path: (path.unlink(), path.symlink_to(path)),
    "link to another": lambda path: (path.unlink(), path.symlink_to("b.qmlc")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_goes_and_the_others_stay(folder, damage):
    DAMAGES[damage](folder / "a.qmlc")
    assert kept(folder) == {"b.qmlc"}


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - {"longer", "link to another"}))
def test_without_a_sound_list_everything_is_compiled_anew(folder, damage):
    path = folder.with_name("qmlcache.json")
    path.write_bytes(path.read_bytes().ljust(2000))
    DAMAGES[damage](path)
    assert kept(folder) <= {"a.qmlc", "b.qmlc"}
    for name in ("a.qmlc", "b.qmlc"):
        (folder / name).write_bytes(b"compiled anew")
    CompiledQml(folder).record()
    assert kept(folder) == {"a.qmlc", "b.qmlc"}


@pytest.mark.parametrize("odd", ["file", "pipe", "link to nowhere", "link in a circle"])
def test_in_the_place_of_the_folder_there_may_be_anything(tmp_path, odd):
    path = tmp_path / "qmlcache"
    match odd:
        case "file":
            path.write_bytes(b"x")
        case "pipe":
            os.mkfifo(path)
        case "link to nowhere":
            path.symlink_to("nowhere")
        case "link in a circle":
            path.symlink_to(path)
    CompiledQml(path).prove()
    assert not path.exists()
    assert not path.is_symlink()


def test_where_nothing_can_be_removed_no_bytecode_is_used(folder, monkeypatch, caplog):
    monkeypatch.delenv("QML_DISABLE_DISK_CACHE", raising=False)
    (folder / "c.qmlc").write_bytes(b"unknown")

    def refuse(*_args, **_keywords):
        raise PermissionError("read-only")

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    CompiledQml(folder).prove()
    assert os.environ["QML_DISABLE_DISK_CACHE"] == "1"
    monkeypatch.delenv("QML_DISABLE_DISK_CACHE")
