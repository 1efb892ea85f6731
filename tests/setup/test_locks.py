"""The lock files match the requirements of pyproject.toml, with hashes and without URLs."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = ROOT / "script" / "requirements.txt"
CHECK = ROOT / "script" / "requirements-check.txt"
NEURAL = ROOT / "script" / "requirements-neural.txt"
LOCKS = [RUN, CHECK, NEURAL]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(lock: Path) -> dict[str, str]:
    """Return the text of each locked package by name."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", text.strip())
    return {normal(re.match(r"[\w.-]+", block).group()): block for block in blocks}


def version(block: str) -> str:
    return re.search(r"==([\w.]+)", block).group(1)


def wanted(group: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if group == "run":
        return project["project"]["dependencies"] + project["dependency-groups"]["build"]
    if group == "neural":
        return project["project"]["optional-dependencies"][group]
    return project["dependency-groups"][group]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address_and_no_folder(lock):
    assert re.findall(r"https?:|file:|@ |--\w*index|--find-links", lock.read_text("utf-8")) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_one_version_and_hashes(lock):
    for name, block in entries(lock).items():
        first, *rest = block.split("\\\n")
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [^\n]+)? ", first), name
        assert rest, f"{name} has no hash"
        assert all(re.fullmatch(r"\s*--hash=sha256:[0-9a-f]{64}\s*", line) for line in rest), name


@pytest.mark.parametrize(("group", "lock"), [("run", RUN), ("check", CHECK), ("neural", NEURAL)])
def test_a_lock_covers_what_the_project_asks_for(group, lock):
    locked = entries(lock)
    for requirement in wanted(group):
        name = normal(re.match(r"[\w.-]+", requirement).group())
        assert name in locked, f"run script/lock: {name} is missing"
        if "==" in requirement:
            assert version(locked[name]) == requirement.split(";")[0].split("==")[1]


@pytest.mark.parametrize("lock", [RUN, NEURAL], ids=lambda lock: lock.name)
def test_tests_run_against_the_versions_that_the_kiosk_has(lock):
    run, check = entries(lock), entries(CHECK)
    both = run.keys() & check.keys()
    assert both
    assert {name: version(run[name]) for name in both} == {
        name: version(check[name]) for name in both
    }


def test_a_neural_voice_is_spoken_in_tests_by_what_a_kiosk_gets():
    assert set(wanted("neural")) <= set(wanted("check"))
