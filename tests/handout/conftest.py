"""Every sheet made once, and a printer of the test's own."""

import pytest
from paperwork import SETTINGS, Paperwork

from kiosk.domain.settings import Paper
from kiosk.folders import CHECKOUT, Folders
from kiosk.handout.workshop import workshop


@pytest.fixture(scope="session")
def shop(qapp):
    with workshop(Folders(home=CHECKOUT), SETTINGS) as shop:
        yield shop


@pytest.fixture(scope="session")
def paperwork(shop, tmp_path_factory):
    """The sheet of a lesson; each is made once."""
    folder = tmp_path_factory.mktemp("paper")
    made: dict[tuple[str, Paper, str], Paperwork] = {}

    def sheet(lesson, paper=Paper.A4, language="vi") -> Paperwork:
        key = (lesson.id, paper, language)
        if key not in made:
            path = folder / f"{lesson.id}-{paper}-{language}.pdf"
            done = shop.sheet(lesson, paper, language)
            path.write_bytes(done.pdf)
            made[key] = Paperwork(done, path)
        return made[key]

    return sheet
