"""A change of the files of the image is reported until the image is booted again."""

import proof
import pytest


@pytest.fixture
def root(tmp_path):
    for place in proof.PLACES:
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if place == "deploy":
            (path / "image").mkdir(parents=True)
            (path / "image/grub.cfg").write_text("one")
        else:
            path.write_text("one")
    return tmp_path


@pytest.fixture
def proved(root):
    return proof.Proof("2026-11-30", proof.files_now(root), ["attract page after 60 s"])


def test_nothing_changed(root, proved):
    assert proof.sentence(proved, proof.files_now(root)).endswith("as it is made now.")


@pytest.mark.parametrize("place", ["deploy/image/grub.cfg", "script/image", "deploy/new-unit"])
def test_what_changed_is_named(root, proved, place):
    (root / place).write_text("two")
    told = proof.sentence(proved, proof.files_now(root))
    assert told.startswith("OUT OF DATE")
    assert place in told
    assert "script/try-image" in told


def test_words_about_it_prove_nothing_anew(root, proved):
    (root / "deploy/README.md").write_text("words")
    assert not proof.changed(proved, proof.files_now(root))


def test_a_package_for_tests_proves_nothing_anew(root, proved):
    packages = root / "script/system-packages.txt"
    packages.write_text("one" + "\ntest Xvfb xvfb\n")
    proved = proof.Proof(proved.on, proof.files_now(root), [])
    packages.write_text("one" + "\ntest Xvfb xvfb\ntest orca orca\n")
    assert proof.is_current(proved, proof.files_now(root))
    packages.write_text("one" + "\nwant lp cups-client\n")
    assert not proof.is_current(proved, proof.files_now(root))


def test_no_run_that_passed_is_told(root):
    assert "never" in proof.sentence(None, proof.files_now(root))


def test_a_record_is_read_as_it_was_written(tmp_path):
    proof.write(["60 s"], tmp_path / "proved.json")
    kept = proof.read(tmp_path / "proved.json")
    assert kept.figures == ["60 s"]
    assert not proof.changed(kept, proof.files_now())
