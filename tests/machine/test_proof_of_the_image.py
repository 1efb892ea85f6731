"""A change of the files of the image is reported until the image is booted again."""

import proof
import pytest


@pytest.fixture
def root(tmp_path):
    for source in proof.IMAGE_SOURCES:
        path = tmp_path / source
        path.parent.mkdir(parents=True, exist_ok=True)
        if source == "deploy":
            (path / "image").mkdir(parents=True)
            (path / "image/grub.cfg").write_text("one")
        else:
            path.write_text("one")
    return tmp_path


@pytest.fixture
def proved(root):
    return proof.Proof("2026-11-30", proof.files_now(root), ["attract page after 60 s"])


def test_nothing_changed(root, proved):
    assert proof.status_message(proved, proof.files_now(root)).endswith("as it is made now.")


@pytest.mark.parametrize("source", ["deploy/image/grub.cfg", "script/image", "deploy/new-unit"])
def test_changed_files_are_named(root, proved, source):
    (root / source).write_text("two")
    message = proof.status_message(proved, proof.files_now(root))
    assert message.startswith("OUT OF DATE")
    assert source in message
    assert "script/try-image" in message


def test_documentation_does_not_count(root, proved):
    (root / "deploy/README.md").write_text("words")
    assert not proof.changed_files(proved, proof.files_now(root))


def test_packages_for_tests_do_not_count(root, proved):
    packages = root / "script/system-packages.txt"
    packages.write_text("one" + "\ntest Xvfb xvfb\n")
    proved = proof.Proof(proved.on, proof.files_now(root), [])
    packages.write_text("one" + "\ntest Xvfb xvfb\ntest orca orca\n")
    assert proof.is_current(proved, proof.files_now(root))
    packages.write_text("one" + "\nwant lp cups-client\n")
    assert not proof.is_current(proved, proof.files_now(root))


def test_a_missing_record_is_reported(root):
    assert "never" in proof.status_message(None, proof.files_now(root))


def test_a_record_is_read_as_it_was_written(tmp_path):
    proof.write(["60 s"], tmp_path / "proved.json")
    proof_read = proof.read(tmp_path / "proved.json")
    assert proof_read.figures == ["60 s"]
    assert not proof.changed_files(proof_read, proof.files_now())
