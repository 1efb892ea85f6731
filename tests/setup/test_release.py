"""A release is reproducible bit by bit, and lists all its parts."""

import gzip
import hashlib
import importlib.machinery
import importlib.util
import io
import re
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EPOCH = 1_800_000_000


@pytest.fixture(scope="module")
def release():
    path = ROOT / "script" / "release"
    loader = importlib.machinery.SourceFileLoader("release", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("release", loader))
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def source(release):
    return release.packed_source("0.1.0", release.git("rev-parse", "HEAD"))


def test_the_source_is_the_same_each_time_and_names_its_commit(release, source):
    commit = release.git("rev-parse", "HEAD")
    assert release.packed_source("0.1.0", commit) == source
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(source))) as packed:
        text = packed.extractfile("tutorial-kiosk-0.1.0/COMMIT").read().decode()
        assert commit.startswith(text)
        names = packed.getnames()
    wanted = ("kiosk/app.py", "config.yaml", "script/setup", "deploy/lock-machine")
    assert {f"tutorial-kiosk-0.1.0/{name}" for name in wanted} <= set(names)


def test_the_wheel_is_the_same_when_it_is_built_in_another_place(release, source, tmp_path):
    packed = tmp_path / "source.tar.gz"
    packed.write_bytes(source)
    wheel = release.wheel_built_twice(packed, EPOCH, tmp_path)
    assert wheel.name.startswith("kiosk-")


def test_a_wheel_that_differs_is_refused(release, source, tmp_path, monkeypatch):
    packed = tmp_path / "source.tar.gz"
    packed.write_bytes(source)
    zone_in_it = "import os, pathlib, sys; name = 'k.whl'; pathlib.Path(sys.argv[1], name)"
    monkeypatch.setattr(release, "BUILD", f"{zone_in_it}.write_text(os.environ['TZ']); print(name)")
    with pytest.raises(SystemExit, match="not the same"):
        release.wheel_built_twice(packed, EPOCH, tmp_path)


def test_every_locked_and_every_system_package_is_among_the_parts(release):
    python, system = list(release.python_parts()), list(release.system_parts())
    locked = {
        re.sub(r"[-_.]+", "-", name).lower()
        for lock in release.LOCKS
        for name in re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    }
    assert {part["name"] for part in python} == locked
    assert all(part["properties"] for part in python), "each with the hashes of its files"
    assert {"cage", "espeak-ng", "libegl1"} <= {part["name"] for part in system}
    assert "chromium" not in {part["name"] for part in system}, "what only tests need"
    reported = release.bill_of_materials("0.1.0", "abc", EPOCH, [*python, *system])
    again = release.bill_of_materials("0.1.0", "abc", EPOCH, [*python, *system])
    assert reported == again
    assert len(set(re.findall(r'"bom-ref": "(.*)"', reported))) == len(python) + len(system) + 1


def test_what_is_installed_is_told_with_its_licence(release):
    parts = {part["name"]: part for part in release.python_parts()}
    for name in ("pyyaml", "pillow", "numpy"):
        assert parts[name]["licenses"], name


CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n- soon\n\n## [0.2.0] - 2027-01-05\n\n- then\n"


def test_notes_are_what_the_changelog_tells_of_the_version(release):
    assert release.notes_of(CHANGELOG, "0.2.0") == "v0.2.0\n\n- then\n"
    assert release.notes_of(CHANGELOG, "0.3.0", draft=True) == "v0.3.0\n\n- soon\n"
    with pytest.raises(SystemExit, match=r"0\.3\.0"):
        release.notes_of(CHANGELOG, "0.3.0")


def test_a_hash_is_that_of_the_file(release, tmp_path):
    (tmp_path / "file").write_bytes(b"kiosk")
    assert release.digest(tmp_path / "file") == hashlib.sha256(b"kiosk").hexdigest()
