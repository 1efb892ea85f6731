"""Chains of the trial run at the same time; one that fails ends the other."""

from functools import partial

import pytest
import side_by_side
from click import ClickException


def tell_twice(report, what):
    report.tell(f"{what} begins")
    report.tell(f"{what} ends")


def fail_after(report, other_began):
    side_by_side.wait_for_file(other_began)
    raise ValueError("the screen stays dark")


def wait_in_vain(report, began, ended):
    began.touch()
    try:
        side_by_side.wait_for_file(began.with_name("never"))
    finally:
        ended.touch()


def test_what_both_told_is_kept():
    told = side_by_side.run({name: partial(tell_twice, what=name) for name in ("one", "two")})
    assert sorted(line.partition("s  ")[2] for line in told) == [
        "one begins",
        "one ends",
        "two begins",
        "two ends",
    ]


def test_one_that_fails_is_told_whole_and_ends_the_other_in_order(tmp_path, capfd):
    began, ended = tmp_path / "began", tmp_path / "ended"
    chains = {
        "installed": partial(fail_after, other_began=began),
        "updated": partial(wait_in_vain, began=began, ended=ended),
    }
    with pytest.raises(ClickException, match="installed"):
        side_by_side.run(chains)
    assert ended.exists()
    assert "the screen stays dark" in capfd.readouterr().err
