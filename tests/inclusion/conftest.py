"""Walks through every screen, once for each sort of screen and letters."""

import pytest
from audits import Audit, Sort, audit, home_with_lessons

from kiosk.app import settings_of
from kiosk.folders import Folders


@pytest.fixture(scope="session")
def audit_of(tmp_path_factory, qapp):
    """The audit of a sort, walked through once."""
    done: dict[Sort, Audit] = {}

    def walk(sort: Sort) -> Audit:
        if sort not in done:
            place = tmp_path_factory.mktemp("kiosk")
            folders = Folders(home=home_with_lessons(place), state=place / "state", cache=place)
            done[sort] = audit(sort, folders, settings_of(folders))
        return done[sort]

    return walk
