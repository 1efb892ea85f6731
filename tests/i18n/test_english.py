"""The shipped English translation is complete."""

import os
import re
import shutil
import subprocess
from functools import cache
from itertools import chain

import polib
import pytest

from kiosk.domain import prompts
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.library.library import load_library

FOLDER = Folders().translations / "en"
FILES = sorted(FOLDER.glob("*.po"))
PLACEHOLDER = re.compile(r"%\d|(?<![Tt]he )(?<!this )kiosk [a-z0-9]+|HOC-THU-KI[O0]T")
QSTR = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"\)')
AT_MOST = re.compile(r"At most (\d+) letters")
LESSONS = load_library(Folders()).lessons


def entries():
    files = (polib.pofile(path.read_text(encoding="utf-8")) for path in FILES)
    return [entry for entry in chain.from_iterable(files) if not entry.obsolete]


@cache
def english():
    return read_catalogue(FOLDER)


def without_english(texts):
    return [text for text in texts if english().text(text) is None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
def test_gettext_finds_nothing_wrong(path):
    checked = subprocess.run(
        ["msgfmt", "--check", "-o", os.devnull, str(path)], capture_output=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_everything_that_the_kiosk_says_is_in_english():
    assert without_english([line.text for line in prompts.lines()] + list(prompts.LABELS)) == []


def test_every_screen_is_in_english():
    files = (CHECKOUT / "kiosk").rglob("*.qml")
    texts = {text for path in files for text in QSTR.findall(path.read_text(encoding="utf-8"))}
    assert len(texts) > 50
    assert without_english(sorted(texts)) == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_lesson_is_in_english(name):
    lesson = LESSONS[name]
    labels = [label for step in lesson.steps for label in step.labels()]
    assert without_english([line.text for line in lesson.lines()] + labels) == []


def test_placeholders_commands_and_network_names_are_the_same():
    for entry in entries():
        wanted = sorted(PLACEHOLDER.findall(entry.msgid))
        assert sorted(PLACEHOLDER.findall(entry.msgstr)) == wanted, entry.msgid


def test_words_fit_their_buttons():
    for entry in entries():
        for most in AT_MOST.findall(" ".join(entry.comment.split())):
            assert len(entry.msgstr) <= int(most), entry.msgstr


def test_sentences_stay_short():
    for entry in entries():
        for sentence in re.split(r"(?<=[.?!])\s+", entry.msgstr):
            assert len(sentence.split()) <= 20, sentence
