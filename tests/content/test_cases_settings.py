"""Settings files as centres write them."""

import pytest
from cases import CASES, cases_in, expected_of, told_of

from kiosk.settings.file import read_settings

EXPECTED = expected_of("cai-dat")


def test_every_file_has_its_expectation():
    assert sorted(EXPECTED) == cases_in("cai-dat")


@pytest.mark.parametrize("name", cases_in("cai-dat"))
def test_the_code_is_of_the_network_that_is_written_or_there_is_none(name):
    settings, problems = read_settings(CASES / "cai-dat" / name, overlays=())
    password = settings.wifi.password if settings.wifi else ""
    assert (
        told_of(f"network {password}" if settings.wifi else "no network", problems)
        == EXPECTED[name]
    )
