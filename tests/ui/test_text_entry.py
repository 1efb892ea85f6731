"""The kiosk's text field and on-screen keyboard, by touch and with a physical keyboard."""

import unicodedata
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQml import QQmlComponent
from PySide6.QtTest import QTest

import kiosk.ui.visit.keyboard_view_model
from kiosk.keyboard.graphemes import graphemes
from kiosk.keyboard.strokes import strokes
from tests.ui.phone_window import HERE, PX_PER_MM, PhoneWindow, differs

assert kiosk.ui.visit.keyboard_view_model.KeyboardViewModel

VIETNAMESE = "Quyển vở đẹp lắm, mười nghìn đồng"
TELEX = "Quyeenr vowr ddejp lawsm, muwowif nghinf ddoongf"
EDE = "ƀuôn, čiăng, mơ̆ng, hmư̆, klei blŭ"
EDE_LETTERS = graphemes("ăâƀčđêê̆ĕĭñôô̆ơơ̆ŏŭưư̆")
LETTERS = f"letters: {list(EDE_LETTERS)}"
IN_EDE = f'language: "rad"; {LETTERS}'
CODE = """
import QtQuick
import TutorialKiosk.Controls
TextEntry {{
    property string told: ""
    property int done: 0
    caption: "Tên người đọc"
    {more}
    onEdited: words => told = words
    onFinished: done += 1
}}
"""
TARGET_MM, GAP_MM, CAP_MM = 16, 2.75, 4.8
TIGHTEST_MM = (190, 160)
LOWEST_MM = (300, 112)


@pytest.fixture(params=[{}, {"textSize": "largest", "contrast": "high"}], ids=["plain", "largest"])
def window(request, qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow(request.param)
    yield window
    window.close()


def show(window: PhoneWindow, more: str = "", size_mm=(240, 170)):
    component = QQmlComponent(window.engine)
    component.setData(QByteArray(CODE.format(more=more).encode()), HERE)
    window._show(component, {}, *size_mm)
    return window.item


def keys_of(text: str) -> Iterator[str]:
    """The keys to touch for a text, with those for each letter's diacritics."""
    for sign, _ in strokes(text):
        if sign.isupper():
            yield "key:shift"
        yield f"key:{sign}"


def written(window: PhoneWindow):
    """The text item of the field."""
    (text,) = (item for item in window.items() if item.inherits("QQuickTextEdit"))
    return text


def touch_all(window: PhoneWindow, keys) -> None:
    for key in keys:
        window.touch(key)


@pytest.mark.parametrize(("text", "more"), [(VIETNAMESE, ""), (EDE, IN_EDE)], ids=["vi", "rad"])
def test_touches_write_exactly_that_text(window, text, more):
    entry = show(window, more)

    touch_all(window, keys_of(text))

    assert entry.property("text") == entry.property("told") == unicodedata.normalize("NFC", text)


def test_touches_write_exactly_that_text_in_telex(window):
    entry = show(window)

    window.touch("key:telex")
    for letter in TELEX:
        touch_all(window, ["key:shift"] * letter.isupper() + [f"key:{letter}"])

    assert entry.property("told") == VIETNAMESE


def test_a_word_of_another_language_is_written_among_ones_own(window):
    entry = show(window, IN_EDE)

    touch_all(window, ["key:c", "key:a", "key:i", "key:signs", "key:huyen", "key:2", "key:letters"])
    touch_all(window, ["key:ơ̆"])

    assert entry.property("told") == "cài2ơ̆"


def test_erasing_takes_a_letter_with_all_its_marks(window):
    entry = show(window, f'{IN_EDE}; text: "hmư̆"')

    window.touch("key:erase")

    assert entry.property("told") == "hm"


def test_a_touch_in_the_text_says_where_writing_goes_on(window):
    entry = show(window, f'{IN_EDE}; text: "lŭ"')
    field = window.place_of("field").toRect()

    window.touch_at(QPoint(field.left() + 3, field.center().y()))
    window.touch("key:b")
    window.touch("key:right")
    window.touch("key:t")

    assert entry.property("told") == "bltŭ"


def test_real_keys_write_in_the_same_field(window):
    entry = show(window)
    for key in "Toi ":
        QTest.keyClick(window.window, key)
    window.touch("key:telex")
    for key in "ddi":
        QTest.keyClick(window.window, key)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Right, Qt.Key.Key_Backspace):
        QTest.keyClick(window.window, key)
    QTest.keyClick(window.window, Qt.Key.Key_Return)

    assert entry.property("told") == "i đi"
    assert entry.property("done") == 1


def test_it_says_when_writing_is_done(window):
    entry = show(window)

    window.touch("key:done")

    assert entry.property("done") == 1


def test_a_secret_is_seen_only_on_request(window):
    show(window, "secret: true")
    assert "key:telex" not in window.targets()

    touch_all(window, ["key:w", "key:w"])
    assert written(window).property("text") == "●●"
    assert window.heard_note("field") == ""
    window.touch("field:show")

    assert written(window).property("text") == "ww"


def test_numbers_have_a_pad_of_their_own(window):
    entry = show(window, "numeric: true")

    touch_all(window, ["key:3", "key:5", "key:0", "key:erase"])

    assert entry.property("told") == "35"
    assert window.size_mm("key:3")[0] > 3 * TARGET_MM


def test_telex_looks_switched_on(window):
    show(window)
    before = window.seen_at("key:telex")

    window.touch("key:telex")

    assert differs(before, window.seen_at("key:telex"), least_px=500)
    assert window.state("key:telex").checked


def letters_outside_their_key(window: PhoneWindow) -> list[str]:
    """Letters that, with their stacked diacritics, are higher than their key."""
    found = []
    for text in window.texts():
        key = next((key for key in window.targets().values() if key.isAncestorOf(text)), None)
        if key is None:
            continue
        ink = QFontMetricsF(text.property("font")).tightBoundingRect(text.property("text"))
        baseline = text.mapToItem(key, QPointF(0, text.property("baselineOffset"))).y()
        if baseline + ink.top() < 0 or baseline + ink.bottom() > key.height():
            found.append(text.property("text"))
    return found


@pytest.mark.parametrize(
    ("more", "page", "size_mm"),
    [
        ("", "", TIGHTEST_MM),
        ("", "key:signs", TIGHTEST_MM),
        (IN_EDE, "key:shift", TIGHTEST_MM),
        ("numeric: true", "", TIGHTEST_MM),
        ("secret: true", "", TIGHTEST_MM),
        (IN_EDE, "key:shift", LOWEST_MM),
    ],
    ids=["vi", "signs", "rad", "numbers", "secret", "low"],
)
def test_keys_are_as_large_and_as_far_apart_as_old_fingers_need(window, more, page, size_mm):
    show(window, more, size_mm)
    if page:
        window.touch(page)
    places = [window.place_of(name) for name in window.targets()]

    assert min(min(window.size_mm(name)) for name in window.targets()) >= TARGET_MM - 0.25
    for one, other in combinations(places, 2):
        gap = GAP_MM * PX_PER_MM
        assert not one.adjusted(-gap, -gap, gap, gap).intersects(other)
    assert window.smallest_cap_mm() >= CAP_MM
    assert not letters_outside_their_key(window)
    assert all(window.heard_name(name) for name in window.targets())


def test_a_long_sentence_stays_in_its_field(window):
    sentence = "Bác chạm vào ô có hình bánh răng, tên là Cài đặt, rồi chờ một lát. " * 2
    show(window, f'text: "{sentence.strip()}"', (190, 180))

    text = written(window)
    field = window.named("field")
    letters = QFontMetricsF(text.property("font"))
    assert text.property("contentHeight") <= field.height()
    assert text.property("contentWidth") <= field.width()
    assert letters.capHeight() / PX_PER_MM >= CAP_MM
