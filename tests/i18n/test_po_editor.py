"""The editor of PO files writes its entry and preserves everything else."""

import os
from datetime import date
from pathlib import Path

import polib
import pytest

from kiosk.folders import CHECKOUT
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.gettext_tools import UnreadablePoError, output_of
from kiosk.i18n.po_editor import (
    ChangedMeanwhileError,
    Passage,
    PlaceholdersError,
    PrivateSignsError,
    SamePersonError,
    confirm,
    passages,
    translate,
)
from kiosk.i18n.review import Signature
from kiosk.i18n.text import SourceText

HUE = Signature("H'Huê Niê", date(2026, 11, 24))
BIA = Signature("H'Bia", date(2026, 11, 25))
PO = """\
# Klei Êđê: for the test.
msgid ""
msgstr ""
"Language: rad\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

# reviewer: Y Thịnh
#. Nối Wi-Fi · bước 1
#: lessons/noi-wifi.yaml
msgid "Một"
msgstr "sa"

# from a list
# reviewer: Nobody
#. Nối Wi-Fi · bước 2
#: lessons/noi-wifi.yaml
#, fuzzy
#| msgid "Hai hai"
msgid "Hai"
msgstr "dua"

#, qt-format
msgid "Còn %1 giây"
msgstr ""
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    rad = tmp_path / "translations" / "rad"
    rad.mkdir(parents=True)
    (rad / "lessons.po").write_text(PO, encoding="utf-8")
    return rad


def po(folder: Path) -> str:
    return (folder / "lessons.po").read_text(encoding="utf-8")


def passage(folder: Path, source: str) -> Passage:
    return passages([SourceText(source, ())], folder)[0]


def test_texts_are_shown_as_they_stand_in_the_files(folder):
    shown = passages([SourceText(each, ()) for each in ("Hai", "Một", "Ba")], folder)

    assert shown == (Passage("Hai", "dua", unsure=True), Passage("Một", "sa"), Passage("Ba"))
    assert [each.wanting for each in shown] == [True, False, True]


def test_a_translation_is_written_with_who_wrote_it_and_waits(folder):
    written = translate(folder, passage(folder, "Hai"), " dua pluh ", HUE)

    entry = polib.pofile(po(folder)).find("Hai")
    assert written == passage(folder, "Hai")
    assert written == Passage("Hai", "dua pluh", unsure=True, translator="H'Huê Niê")
    assert entry.tcomment == "from a list\ntranslator: H'Huê Niê\ntranslated: 2026-11-24"
    assert entry.fuzzy
    assert read_catalogue(folder).text("Hai") is None
    assert entry.previous_msgid is None
    assert entry.comment == "Nối Wi-Fi · bước 2"
    output_of("msgfmt", "--check", "-o", "/dev/null", "lessons.po", folder=folder)


def test_a_second_person_confirms_and_then_it_is_shown(folder):
    shown = translate(folder, passage(folder, "Hai"), "dua pluh", HUE)

    confirm(folder, shown, BIA)

    assert passage(folder, "Hai") == Passage("Hai", "dua pluh", translator="H'Huê Niê")
    assert read_catalogue(folder).text("Hai") == "dua pluh"
    entry = polib.pofile(po(folder)).find("Hai")
    assert entry.tcomment.splitlines()[1:-1] == [
        "translator: H'Huê Niê",
        "translated: 2026-11-24",
        "reviewer: H'Bia",
        "reviewed: 2026-11-25",
    ]


def test_a_text_that_a_po_editor_changed_after_it_was_confirmed_waits_again(folder):
    confirm(folder, translate(folder, passage(folder, "Hai"), "dua pluh", HUE), BIA)
    (folder / "lessons.po").write_text(po(folder).replace('"dua pluh"', '"dua êtuh"'), "utf-8")

    shown = passage(folder, "Hai")

    assert (shown.unsure, read_catalogue(folder).text("Hai")) == (True, None)
    confirm(folder, shown, BIA)
    assert read_catalogue(folder).text("Hai") == "dua êtuh"


def test_nobody_confirms_what_she_wrote_herself_however_she_spells_her_name(folder):
    shown = translate(folder, passage(folder, "Hai"), "dua pluh", HUE)
    before = po(folder)

    with pytest.raises(SamePersonError):
        confirm(folder, shown, Signature("h'huê  NIÊ", HUE.on))

    assert po(folder) == before


def test_who_is_written_in_as_both_is_no_second_person(folder):
    both = "# translator: Y  thịnh\n# reviewer: Y Thịnh\n"
    reported = po(folder).replace("# reviewer: Y Thịnh\n", both)
    (folder / "lessons.po").write_text(reported, encoding="utf-8")

    assert passage(folder, "Một").unsure


def test_what_a_po_editor_leaves_without_a_reviewer_waits_for_one(folder):
    reported = po(folder).replace("# reviewer: Y Thịnh\n", "")
    (folder / "lessons.po").write_text(reported, encoding="utf-8")
    shown = passage(folder, "Một")
    assert (shown.unsure, read_catalogue(folder).text("Một")) == (True, None)

    confirm(folder, shown, BIA)

    assert read_catalogue(folder).text("Một") == "sa"


def test_a_change_to_what_was_confirmed_waits_again(folder):
    translate(folder, passage(folder, "Một"), "sa sa", HUE)

    assert passage(folder, "Một").unsure
    assert "Y Thịnh" not in po(folder)


def test_all_else_stays_as_it_was(folder):
    before = po(folder)

    translate(folder, passage(folder, "Còn %1 giây"), "Adôk %1 giây", HUE)

    signed = "# translator: H'Huê Niê\n# translated: 2026-11-24\n#, qt-format, fuzzy"
    after = po(folder).replace(signed, "#, qt-format")
    assert after == before.replace('giây"\nmsgstr ""', 'giây"\nmsgstr "Adôk %1 giây"')


def test_the_shipped_files_change_in_one_entry_only(tmp_path):
    folder = tmp_path / "en"
    folder.mkdir()
    before = (CHECKOUT / "translations" / "en" / "lessons.po").read_text(encoding="utf-8")
    (folder / "lessons.po").write_text(before, encoding="utf-8")

    translate(folder, passage(folder, "Nối Wi-Fi"), "Join the Wi-Fi", HUE)

    after = polib.pofile(po(folder))
    others = [entry for entry in polib.pofile(before) if entry.msgid != "Nối Wi-Fi"]
    assert [entry for entry in after if entry.msgid != "Nối Wi-Fi"] == others
    assert after.find("Nối Wi-Fi").msgstr == "Join the Wi-Fi"


def test_an_emptied_translation_is_taken_away(folder):
    translate(folder, passage(folder, "Hai"), "  ", HUE)

    assert passage(folder, "Hai") == Passage("Hai")
    assert "Nobody" not in po(folder)


def test_what_others_changed_meanwhile_stays(folder):
    shown = passage(folder, "Hai")
    by_hand = po(folder).replace('msgstr "sa"', 'msgstr "sa anei"')
    (folder / "lessons.po").write_text(by_hand, encoding="utf-8")

    translate(folder, shown, "dua", HUE)

    assert passage(folder, "Một").translation == "sa anei"


def test_a_translation_that_others_changed_is_not_written_over(folder):
    shown = passage(folder, "Một")
    by_hand = po(folder).replace('msgstr "sa"', 'msgstr "sa anei"')
    (folder / "lessons.po").write_text(by_hand, encoding="utf-8")

    with pytest.raises(ChangedMeanwhileError, match="sa anei"):
        translate(folder, shown, "sa sa", HUE)

    assert po(folder) == by_hand


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Còn %1 giây", "Adôk giây", "%1"),
        ("Còn %1 giây", "Adôk %2 giây", "%1, %2"),
        ("Một", "sa {x}", "{x}"),
    ],
)
def test_places_to_fill_in_must_be_the_same(folder, source, translation, expected):
    before = po(folder)

    with pytest.raises(PlaceholdersError) as refused:
        translate(folder, passage(folder, source), translation, HUE)

    assert str(refused.value) == expected
    assert po(folder) == before


def test_signs_of_one_font_only_are_refused(folder):
    with pytest.raises(PrivateSignsError, match=r"U\+E012"):
        translate(folder, passage(folder, "Một"), "s\ue012", HUE)


def test_look_alikes_are_written_as_the_real_letters(folder):
    translate(folder, passage(folder, "Một"), "c\u0306iǎng", HUE)

    assert passage(folder, "Một").translation == "čiăng"


def test_a_text_that_no_file_has_yet_finds_its_place(folder):
    translate(folder, passage(folder, "Ba"), "tlâo", HUE)
    assert passage(folder, "Ba").translation == "tlâo"

    (folder / "lessons.po").unlink()
    translate(folder, passage(folder, "Ba"), "tlâo", HUE)
    assert passage(folder, "Ba").translation == "tlâo"
    output_of("msgfmt", "--check", "-o", "/dev/null", "lessons.po", folder=folder)


def test_a_broken_file_is_told_with_its_line_and_left_alone(folder):
    broken = po(folder).replace('msgstr "sa"', 'msgstr "sa')
    (folder / "lessons.po").write_text(broken, encoding="utf-8")

    with pytest.raises(UnreadablePoError) as raised:
        translate(folder, Passage("Một", "sa"), "sa sa", HUE)

    assert (raised.value.path, raised.value.line) == (folder / "lessons.po", 13)
    assert po(folder) == broken


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_pulled_plug_loses_nothing(folder, monkeypatch, moment):
    """The file is always complete: the old version until the rename, then the new one."""
    before = po(folder)

    class Plug(BaseException):
        """Stands for a power cut: not caught by `except Exception`."""

    def pull(*_):
        raise Plug

    owner = os if moment == "fsync" else Path
    with monkeypatch.context() as plug:
        plug.setattr(owner, moment, pull)
        with pytest.raises(Plug):
            translate(folder, passage(folder, "Một"), "sa sa", HUE)
    assert po(folder) == before

    translate(folder, passage(folder, "Một"), "sa sa", HUE)
    assert passage(folder, "Một").translation == "sa sa"
    assert [each.name for each in folder.iterdir()] == ["lessons.po"]


def test_the_editor_opens_every_po_file():
    template = polib.pofile(str(CHECKOUT / "translations" / "lessons.pot"))
    texts = [SourceText(entry.msgid, ()) for entry in template]

    shown = passages(texts, CHECKOUT / "translations" / "en")

    assert len(shown) == len(texts)
