"""Texts are extracted from QML with their translator comments."""

import shutil

import pytest

from kiosk.domain import prompts
from kiosk.i18n.screen_texts import SHOWN_ONLY, SPOKEN, screen_texts
from kiosk.i18n.template import Template
from kiosk.i18n.text import each_once

PAGE = """\
import QtQuick

Item {
    // An ordinary note.
    property string plain: qsTr("Xong")
    //: On the button that leads on.
    //: At most 9 letters.
    property string on: last ? qsTr("Trang sau") : qsTr("Bài khác")
    property string page: qsTr("Trang %1 / %2").arg(1).arg(2)
    property string quoted: qsTr("Gọi \\"cán bộ\\"")
}
"""


@pytest.fixture
def texts(tmp_path):
    if shutil.which("xgettext") is None:
        pytest.skip("GNU gettext is not installed")
    folder = tmp_path / "kiosk" / "ui"
    folder.mkdir(parents=True)
    (folder / "HomePage.qml").write_text(PAGE, encoding="utf-8")
    return {text.source: text for text in each_once(screen_texts(tmp_path))}


def test_every_text_has_its_screen(texts):
    assert texts["Xong"].places[0] == "kiosk/ui/HomePage.qml"
    assert texts["Xong"].notes[0] == f"Màn hình (screen): HomePage · {SHOWN_ONLY}"


def test_a_text_of_a_screen_that_is_spoken_too_says_both(texts):
    assert texts["Xong"].notes[-1].endswith(SPOKEN)
    assert 'Gọi "cán bộ"' in texts


@pytest.mark.parametrize("source", ["Trang sau", "Bài khác"])
def test_two_texts_on_one_line_share_the_note_above(texts, source):
    assert texts[source].notes[1:3] == ("On the button that leads on.", "At most 9 letters.")


def test_placeholders_are_marked_for_the_checks_of_gettext(texts):
    pot = Template("screens", tuple(texts.values())).as_pot()
    assert '#, qt-format\nmsgid "Trang %1 / %2"' in pot
    assert pot.count("qt-format") == 1


def test_what_the_kiosk_says_is_there(texts):
    assert "still there" in texts[prompts.STILL_THERE.text].notes[0]
    assert "opening of watch" in texts["Bác ngồi xem máy làm trước. Bác chưa phải làm gì."].notes[0]
