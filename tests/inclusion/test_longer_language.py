"""A language with longer words, or with two diacritics on each vowel, fits all screens."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from audits import LAPTOP, LARGEST, OLD, audit
from audits import home_with_lessons as home_with

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.template import limit_of

LONGER = 1.4
STACKED = str.maketrans(
    {"a": "ă", "e": "ê̆", "ê": "ê̆", "o": "ô̆", "ô": "ô̆", "ơ": "ơ̆", "ư": "ư̆", "E": "Ê̆", "O": "Ô̆"}
)
TALLEST = str.maketrans(
    {
        small: tall
        for smalls, tall in (
            ("eaiy", "ê̆"),
            ("EAIY", "Ê̆"),
            ("o", "ơ̆"),
            ("O", "Ơ̆"),
            ("u", "ư̆"),
            ("U", "Ư̆"),
        )
        for small in smalls
    }
)
CHECKS = ("lost_words", "words_on_words", "words_under_targets", "covered_targets", "other_letters")


def longer(text: str) -> str:
    """The text, two fifths longer, with words of usual lengths."""
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


def as_long_as(text: str, limit: int) -> str:
    """The text padded to the number of letters allowed for its translation."""
    bare = text.translate(STACKED)
    more = (f" {bare}" * limit)[: max(0, limit - len(text))]
    return f"{text.translate(STACKED)}{more}".rstrip()


def stacked(text: str) -> str:
    """The text with two diacritics on every vowel instead of its own."""
    parts = re.split(r"(%\d)", text)
    return "".join(part if part.startswith("%") else _stacked(part) for part in parts)


def _stacked(text: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if sign.isascii())
    return bare.translate(TALLEST)


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A home with a longer language."""
    return home_in(tmp_path_factory.mktemp("longer"), longer)


def home_in(place: Path, made) -> Path:
    """A home with a language generated from the Vietnamese texts by `made`."""
    home = home_with(place)
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
            limit = limit_of(entry.comment)
            entry.msgstr = made(entry.msgid) if limit is None else as_long_as(entry.msgid, limit)
        catalogue.save(str(own / f"{name}.po"))
    return home


@pytest.fixture(scope="module")
def found(home, qapp):
    """The findings of a walk in the longer language."""
    return walk(home, LAPTOP)


def walk(home, variant):
    """The findings of a walk through every screen."""
    folders = Folders(home=home, state=home / "state", cache=home)
    settings = settings_of(folders)
    offered = settings.languages.model_copy(
        update={"offered": ("vi", "xx"), "show_unreviewed": True}
    )
    return audit(variant, folders, settings.model_copy(update={"languages": offered}), "xx")


@pytest.fixture(scope="module")
def found_with_marks(tmp_path_factory, qapp):
    """The findings of a walk in the largest text, with two diacritics on each vowel."""
    return walk(home_in(tmp_path_factory.mktemp("stacked"), stacked), replace(OLD, **LARGEST))


@pytest.mark.parametrize("check", CHECKS)
def test_longer_words_with_more_marks_fit(found, check):
    assert not found.found[check]


def test_the_words_really_were_longer():
    assert len(longer("Bác chạm vào một ô nhé.")) >= LONGER * len("Bác chạm vào một ô nhé.")
    assert longer("%1 phút").startswith("%1 ")


@pytest.mark.parametrize("check", CHECKS)
def test_two_marks_on_every_vowel_fit_in_the_largest_letters(found_with_marks, check):
    assert not found_with_marks.found[check]


def test_every_vowel_really_carried_two_marks():
    assert stacked("Bác chạm vào %1 ô") == "Bê̆c chê̆m vê̆ơ̆ %1 ơ̆"
