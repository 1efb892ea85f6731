"""Only reviewed translations are shown."""

import logging

from kiosk.folders import CHECKOUT
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.po import read_po, readable

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# reviewer: H'Bia
msgid "Tiếp tục"
msgstr "Next"

#, fuzzy
msgid "Quay lại"
msgstr "Back"

msgid "Xong"
msgstr ""

#~ msgid "Về đầu"
#~ msgstr "Home"
"""


def test_unconfirmed_empty_and_withdrawn_texts_are_not_shown(tmp_path):
    (tmp_path / "screens.po").write_text(PO, encoding="utf-8")
    catalogue = read_catalogue(tmp_path)
    assert catalogue.text("Tiếp tục") == "Next"
    assert [catalogue.text(source) for source in ("Quay lại", "Xong", "Về đầu")] == [None] * 3


def test_a_whole_file_may_have_one_reviewer_and_what_is_fuzzy_still_waits(tmp_path):
    head = 'charset=UTF-8\\n"\n"X-Reviewed-By: VOV4\\n"'
    reported = PO.replace("# reviewer: H'Bia\n", "").replace('charset=UTF-8\\n"', head)
    (tmp_path / "screens.po").write_text(reported, encoding="utf-8")
    assert dict(read_catalogue(tmp_path).texts) == {"Tiếp tục": "Next"}


def test_what_no_second_person_confirmed_is_not_shown(tmp_path):
    (tmp_path / "screens.po").write_text(PO.replace("# reviewer: H'Bia\n", ""), encoding="utf-8")
    assert len(read_catalogue(tmp_path)) == 0


def test_a_centre_may_show_unconfirmed_texts(tmp_path):
    (tmp_path / "screens.po").write_text(PO, encoding="utf-8")
    catalogue = read_catalogue(tmp_path, unreviewed=True)
    assert catalogue.text("Quay lại") == "Back"
    assert catalogue.text("Về đầu") is None


def test_a_broken_file_costs_only_its_own_texts(tmp_path, caplog):
    (tmp_path / "screens.po").write_text(PO, encoding="utf-8")
    (tmp_path / "lessons.po").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert read_catalogue(tmp_path).text("Tiếp tục") == "Next"
    assert "lessons.po" in caplog.text


def test_look_alike_letters_are_shown_as_the_real_ones(tmp_path):
    folder = tmp_path / "rad"
    folder.mkdir()
    (folder / "screens.po").write_text(PO.replace("Next", "mơ \u0306ng ɓǎn"), encoding="utf-8")
    assert read_catalogue(folder).text("Tiếp tục") == "mơ̆ng ƀăn"


def test_entries_without_a_translation_are_passed_over_and_lines_keep_their_numbers(tmp_path):
    for language in ("en", "rad", "jra"):
        for path in (CHECKOUT / "translations" / language).glob("*.po"):
            whole = [(e.linenum, e.msgid, e.msgstr) for e in read_po(path) if e.msgstr]
            assert [
                (e.linenum, e.msgid, e.msgstr) for e in readable(path, translated=True).entries
            ] == whole, path


def test_a_file_is_read_again_only_when_it_has_changed(tmp_path):
    path, times = tmp_path / "screens.po", []

    def read(path):
        times.append(path.name)
        return readable(path)

    path.write_text(PO, encoding="utf-8")
    for _ in range(2):
        assert read_catalogue(tmp_path, read=read).text("Tiếp tục") == "Next"
    path.write_text(PO.replace("Next", "Onwards"), encoding="utf-8")
    assert read_catalogue(tmp_path, read=read).text("Tiếp tục") == "Onwards"
    assert times == ["screens.po"] * 2
