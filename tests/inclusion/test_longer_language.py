"""A language whose words are longer and whose letters carry more marks still fits everywhere."""

import re
from pathlib import Path

import polib
import pytest
from audits import LAPTOP, audit
from audits import home_with_lessons as home_with

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders

LONGER = 1.4
STACKED = str.maketrans(
    {"a": "ă", "e": "ê̆", "ê": "ê̆", "o": "ô̆", "ô": "ô̆", "ơ": "ơ̆", "ư": "ư̆", "E": "Ê̆", "O": "Ô̆"}
)
CHECKS = ("lost_words", "words_on_words", "words_under_targets", "covered_targets", "other_letters")


def longer(text: str) -> str:
    """The same, two fifths longer, in words of the usual lengths."""
    parts = [
        part if part.startswith("%") else part.translate(STACKED)
        for part in re.split(r"(%\d)", text)
    ]
    wanted = round(len(text) * (LONGER - 1))
    more = ""
    words = [word for word in re.findall(r"[^\W\d_]+", "".join(parts)) if len(word) < 8] or ["ô̆i"]
    while len(more) < wanted:
        more += f" {words[len(more) % len(words)]}"
    return "".join(parts).rstrip() + more[: wanted + 1].rstrip()


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A kiosk with such a language."""
    home = home_with(tmp_path_factory.mktemp("longer"))
    (home / "translations").unlink()
    own = home / "translations" / "xx"
    own.mkdir(parents=True)
    (home / "translations" / "vi").symlink_to(CHECKOUT / "translations" / "vi")
    (own / "language.yaml").write_text(
        "name: Klei Êđê̆\ngreeting: Hê̆ lŏ mô̆ ƀâo bơ̆ngă!\ninvitation: Čih ti phô̆n anei ƀiă dah.\n",
        encoding="utf-8",
    )
    for name in ("screens", "lessons"):
        catalogue = polib.pofile(str(CHECKOUT / "translations" / f"{name}.pot"))
        for entry in catalogue:
            entry.msgstr = longer(entry.msgid)
        catalogue.save(str(own / f"{name}.po"))
    return home


@pytest.fixture(scope="module")
def found(home, qapp):
    """What a walk in that language found."""
    folders = Folders(home=home, state=home / "state", cache=home)
    settings = settings_of(folders)
    offered = settings.languages.model_copy(
        update={"offered": ("vi", "xx"), "show_unreviewed": True}
    )
    return audit(LAPTOP, folders, settings.model_copy(update={"languages": offered}), "xx")


@pytest.mark.parametrize("check", CHECKS)
def test_longer_words_with_more_marks_fit(found, check):
    assert not found.found[check]


def test_the_words_really_were_longer():
    assert len(longer("Bác chạm vào một ô nhé.")) >= LONGER * len("Bác chạm vào một ô nhé.")
    assert longer("%1 phút").startswith("%1 ")
