"""Typesets each handout once; provides a fake printer."""

import pytest
from paperwork import SETTINGS, Paperwork

from kiosk.domain.settings import Paper
from kiosk.folders import CHECKOUT, Folders
from kiosk.handout.typesetter import typesetter


@pytest.fixture(scope="session")
def own_folders(tmp_path_factory):
    """The shipped lessons, with a cache of the tests' own."""
    return Folders(home=CHECKOUT, cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def setting(qapp, own_folders):
    """The typesetter of a centre that has a web page for its lessons."""
    with typesetter(own_folders, SETTINGS) as setting:
        yield setting


@pytest.fixture(scope="session")
def paperwork(setting, tmp_path_factory):
    """Makes the handout of a lesson, once per lesson, paper and language."""
    folder = tmp_path_factory.mktemp("paper")
    made: dict[tuple[str, Paper, str], Paperwork] = {}

    def sheet(lesson, paper=Paper.A4, language="vi") -> Paperwork:
        key = (lesson.id, paper, language)
        if key not in made:
            name = f"{lesson.id}-{paper}-{language}.pdf"
            made[key] = Paperwork.written(setting.sheet(lesson, paper, language), folder / name)
        return made[key]

    return sheet
