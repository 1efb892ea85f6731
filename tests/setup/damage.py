"""Kinds of damage to a file."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _flip(path: Path) -> None:
    content = bytearray(_content(path)) or bytearray(b"x")
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def _sector(path: Path) -> None:
    content = _content(path).ljust(1024, b" ")
    path.write_bytes(content[:512] + bytes(512) + content[1024:])


def _cleared(path: Path) -> Path:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    return path


def _unreadable(path: Path) -> None:
    path.write_bytes(_content(path))
    path.chmod(0)


def _folder(path: Path) -> None:
    _cleared(path).mkdir()
    (path / "something").write_bytes(b"x")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "half": lambda path: path.write_bytes(_content(path)[: len(_content(path)) // 2]),
    "random": lambda path: path.write_bytes(os.urandom(3000)),
    "zeros": lambda path: path.write_bytes(bytes(max(512, len(_content(path))))),
    "one bit": _flip,
    "one sector": _sector,
    "deep": lambda path: path.write_bytes(b"[" * 100_000),
    "wrong type": lambda path: path.write_bytes(b'{"a": [1e999, "\\ud800"]}'),
    "other text": lambda path: path.write_text("Xin chào\n", encoding="utf-16"),
    "huge": lambda path: path.write_bytes(b"a: b\n" * 4_000_000),
    "unreadable": _unreadable,
    "gone": _cleared,
    "folder": _folder,
    "pipe": lambda path: os.mkfifo(_cleared(path)),
    "link to nowhere": lambda path: _cleared(path).symlink_to("nowhere-at-all"),
    "link in a circle": lambda path: _cleared(path).symlink_to(path.name),
}
