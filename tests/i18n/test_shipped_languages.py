"""The shipped languages: valid files, the right letters, only sourced or reviewed words."""

import os
import re
import shutil
import subprocess
import unicodedata

import polib
import pytest
from translate.storage import pypo

from kiosk.content.language_files import language_problems
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.languages import find_languages
from kiosk.i18n.lesson_texts import lesson_texts
from kiosk.i18n.letters import HIGHLANDS, folded
from kiosk.i18n.po import read_po
from kiosk.i18n.screen_texts import READER_ONLY, SHOWN_ONLY, SPOKEN, screen_texts
from kiosk.i18n.template import templates
from kiosk.keyboard.graphemes import graphemes
from kiosk.library.library import load_library

TRANSLATIONS = CHECKOUT / "translations"
FILES = sorted((*TRANSLATIONS.glob("*.pot"), *TRANSLATIONS.glob("*/*.po")))
LANGUAGES = find_languages(TRANSLATIONS)
LENGTH = re.compile(r"at most \d+ letters", re.IGNORECASE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_is_in_order(path):
    entries = read_po(path)
    assert len(entries) == len({entry.msgid for entry in entries if not entry.obsolete}) + len(
        entries.obsolete_entries()
    )
    if path.suffix == ".po" and shutil.which("msgfmt"):
        checked = subprocess.run(
            ["msgfmt", "--check", "-o", os.devnull, str(path)], capture_output=True, check=False
        )
        assert (checked.returncode, checked.stderr) == (0, b"")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_weblate_would_read_every_entry_and_write_the_file_back_as_it_is(path):
    """Uses the library with which Weblate reads and writes PO files."""
    content = path.read_bytes()
    file = pypo.pofile.parsestring(content)
    assert bytes(file) == content
    limited = re.findall(r"max-length:\d+", content.decode())
    flags = [flag for unit in file.units for flag in unit.typecomments]
    assert [flag for each in flags for flag in re.findall(r"max-length:\d+", each)] == limited
    for unit in file.units:
        placed = ("%1" in unit.source, "{" in unit.source)
        messages = (unit.hastypecomment("qt-format"), unit.hastypecomment("python-brace-format"))
        assert placed == messages or unit.isheader() or unit.isobsolete(), unit.source


def test_every_description_is_in_order():
    assert {"vi", "en", *HIGHLANDS} <= LANGUAGES.keys()
    assert list(language_problems(TRANSLATIONS)) == []


@pytest.mark.parametrize("code", sorted(HIGHLANDS))
def test_letters_are_whole_and_keys_are_among_them(code):
    language = LANGUAGES[code]
    assert all(unicodedata.is_normalized("NFC", letter) for letter in language.letters)
    assert len(set(language.letters)) == len(language.letters) >= 38
    assert all(len(graphemes(key)) == 1 for key in language.keys)
    assert set(language.keys) <= set(language.letters)
    plain = set("abcdefghijklmnopqrstuvwxyz")
    own = {sign for letter in language.letters for sign in graphemes(letter)} - plain
    assert own == set(language.keys)


@pytest.mark.parametrize("code", sorted(HIGHLANDS))
def test_nothing_is_told_to_learners_that_no_native_speaker_has_confirmed(code):
    language = LANGUAGES[code]
    assert (language.greeting, language.invitation) == (None, None)
    assert language.unconfirmed
    assert language.ask
    assert language.sources
    for path in (TRANSLATIONS / code).glob("*.po"):
        for entry in read_po(path):
            if entry.msgstr:
                assert entry.fuzzy, entry.msgid
                assert "CC BY 4.0" in entry.tcomment, entry.msgid


@pytest.mark.parametrize("code", ["rad", "jra"])
def test_sourced_words_are_written_in_the_letters_of_the_language(code):
    entries = read_po(TRANSLATIONS / code / "words.po")
    known = {*"abcdefghijklmnopqrstuvwxyz", *LANGUAGES[code].letters}
    words = [word for entry in entries for word in re.split(r"[^\w\u0300-\u036f]+", entry.msgstr)]
    strange = {sign for word in words for sign in graphemes(word.lower()) if sign not in known}
    assert strange == set()
    assert all(folded(entry.msgstr, code) == entry.msgstr for entry in entries)


def test_the_source_of_the_words_is_named_with_its_licence():
    notice = (CHECKOUT / "NOTICE").read_text(encoding="utf-8")
    for part in ("Greenhill", "Blust", "Gray", "lexibank/abvd", "licenses/by/4.0"):
        assert part in notice


@pytest.fixture(scope="module")
def fresh():
    """All texts as a new extraction gives them to translators."""
    if shutil.which("xgettext") is None:
        pytest.skip("GNU gettext is not installed")
    folders = Folders()
    lessons = load_library(folders).lessons.values()
    messages = (text for lesson in lessons for text in lesson_texts(lesson, folders.lessons))
    made = templates(screen_texts(), messages)
    return [entry for template in made for entry in polib.pofile(template.as_pot())]


def test_every_text_says_where_it_stands_how_long_it_may_be_and_whether_it_is_spoken(fresh):
    assert len(fresh) > 1000
    for entry in fresh:
        comment = " ".join(entry.comment.split())
        assert any(manner in comment for manner in (SPOKEN, SHOWN_ONLY, READER_ONLY)), entry
        assert LENGTH.search(comment), entry
        assert entry.occurrences, entry
