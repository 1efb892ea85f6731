"""Imported translations wait for a native speaker's review, and replace nothing."""

import polib
import pytest

from kiosk.i18n.gettext_tools import UnreadablePoError, output_of
from kiosk.i18n.proposals import Proposal, propose

PO = """\
msgid ""
msgstr ""
"Language: rad\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

# reviewer: H'Bia
#. bước 1
msgid "Một"
msgstr "sa"

# from a list
#, fuzzy
#| msgid "Hai hai"
msgid "Hai"
msgstr "dua"

#, qt-format
msgid "Còn %1 giây"
msgstr ""
"""
ORIGIN = "from thu.zip"


@pytest.fixture
def folder(tmp_path):
    rad = tmp_path / "translations" / "rad"
    rad.mkdir(parents=True)
    (rad / "lessons.po").write_text(PO, encoding="utf-8")
    return rad


def entry(folder, source):
    return polib.pofile(str(folder / "lessons.po")).find(source)


def brought(folder, **words):
    return propose(folder, [Proposal(source, said, ORIGIN) for source, said in words.items()])


def test_a_missing_one_is_written_to_be_confirmed_with_where_it_came_from(folder):
    taken = propose(folder, [Proposal("Còn %1 giây", " adôk  %1 ", ORIGIN)])
    written = entry(folder, "Còn %1 giây")
    assert (written.msgstr, written.fuzzy, written.tcomment) == ("adôk %1", True, ORIGIN)
    assert written.flags == ["qt-format", "fuzzy"]
    assert (taken.written, taken.confirmed_otherwise, taken.refused) == (1, 0, [])
    output_of("msgfmt", "--check", "-o", "/dev/null", "lessons.po", folder=folder)


def test_a_confirmed_one_stays(folder):
    before = (folder / "lessons.po").read_bytes()
    taken = brought(folder, Một="sa anei")
    assert (taken.written, taken.confirmed_otherwise) == (0, 1)
    assert (folder / "lessons.po").read_bytes() == before


def test_an_unconfirmed_one_gives_way_and_is_still_told(folder):
    assert brought(folder, Hai="dua anei").written == 1
    written = entry(folder, "Hai")
    assert (written.msgstr, written.fuzzy) == ("dua anei", True)
    assert written.tcomment.splitlines() == ["from a list", "trước đó (before): dua", ORIGIN]
    assert written.previous_msgid is None


def test_what_is_there_already_is_not_written_again(folder):
    brought(folder, Hai="dua anei")
    before = (folder / "lessons.po").read_bytes()
    assert brought(folder, Hai="dua anei", Một="sa").written == 0
    assert (folder / "lessons.po").read_bytes() == before


def test_a_text_that_stands_nowhere_yet_is_added(folder):
    brought(folder, Ba="tlâo")
    assert (entry(folder, "Ba").msgstr, entry(folder, "Ba").fuzzy) == ("tlâo", True)


def test_look_alikes_become_the_letters_of_the_language(folder):
    brought(folder, Ba="ɓǔh c\u0306iă")
    assert entry(folder, "Ba").msgstr == "ƀŭh čiă"


@pytest.mark.parametrize("said", ["adôk %2", "adôk", "\ue001 %1"])
def test_what_cannot_stand_for_the_sentence_is_refused(folder, said):
    before = (folder / "lessons.po").read_bytes()
    taken = propose(folder, [Proposal("Còn %1 giây", said, ORIGIN)])
    assert [proposal.translation for proposal, _ in taken.refused] == [said]
    assert (folder / "lessons.po").read_bytes() == before


def test_beside_a_broken_file_nothing_is_touched(folder):
    (folder / "screens.po").write_text('msgid "A\n', encoding="utf-8")
    before = (folder / "lessons.po").read_bytes()
    with pytest.raises(UnreadablePoError):
        brought(folder, Hai="dua anei")
    assert (folder / "lessons.po").read_bytes() == before
