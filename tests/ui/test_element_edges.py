"""Words on the phone keep clear of rings, arrows and edges; parts are large enough."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.domain.screen import Element
from kiosk.ui.visit.phone_view_model import PhoneScene
from tests.ui.phone_window import (
    NARROW_MM,
    PX_PER_MM,
    TALL_MM,
    PhoneWindow,
    element,
    screen,
    words_on,
)

NARROW = NARROW_MM, TALL_MM
WIDE = 165, 200
TALL = 230, 330
"""The glass on screens of 21.5 inches."""
NAMES = ("Gọi điện", "Tin nhắn", "Máy ảnh", "Cài đặt", "VNeID", "Tin tức")
APPS = [element(app=f"app-{at}", label=name, icon="call") for at, name in enumerate(NAMES)]
MIN_GAP_MM = 2.5
MIN_PADDING_MM = 4.5
MIN_LARGER = 1.4
MIN_KEY = 0.2
"""Least width of the red key, as a share of the phone's."""
NUMBER = "0000 0000 0001"


@pytest.fixture(params=["normal", "largest"])
def window(request, qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow({"textSize": request.param})
    yield window
    window.close()


def show(window: PhoneWindow, *elements: Element, glass=NARROW, **scene):
    return window.show_phone(PhoneScene(screen(*elements), **scene), glass)


def text(window: PhoneWindow, words: str) -> QQuickItem:
    (item,) = (each for each in window.texts() if words_on(each) == words)
    return item


def ink(item: QQuickItem) -> QRectF:
    """The rectangle of the lines of a text in the window."""
    aside = item.mapRectToScene(item.boundingRect())
    return QRectF(aside.x(), aside.y(), item.property("contentWidth"), item.height())


@pytest.mark.parametrize(
    ("pressed", "words"),
    [
        (element(row="cho", label="Xã Mẫu", value="Công dân"), ("Xã Mẫu", "Công dân")),
        (element(button="cho", label="Nộp trực tuyến"), ("Nộp trực tuyến",)),
        (APPS[3], ("Cài đặt",)),
    ],
    ids=lambda each: each.key if isinstance(each, Element) else "",
)
def test_no_letter_changes_while_its_target_is_pressed(window, pressed, words):
    shown = screen(pressed, element(row="duoi", label="Hàng dưới"))
    phone = window.show_phone(PhoneScene(shown))
    before = window.seen()
    phone.show_scene(PhoneScene(shown, pressed=pressed.targets[0]))
    after = window.seen()
    assert before != after
    for each in words:
        # Below and above the letters, the ring may lie under the edge of the line.
        place = ink(text(window, each)).adjusted(2, 2, -2, -2).toAlignedRect()
        assert before.copy(place) == after.copy(place)


@pytest.mark.parametrize("glass", [WIDE, TALL], ids=str)
def test_names_of_apps_are_whole_and_beside_the_ring(qapp, glass):
    window = PhoneWindow()
    show(window, *APPS, glass=glass, glowing="app-4")
    names = [each for each in window.texts() if words_on(each) in NAMES]
    assert len(names) == len(NAMES)
    assert {each.property("lineCount") for each in names} == {1}
    assert len({each.property("font").pixelSize() for each in names}) == 1
    ring = window.place_of("phone:app-4")
    assert names[4].property("contentWidth") <= ring.width() - PX_PER_MM
    window.close()


@pytest.mark.parametrize("words", ["Xã nào cũng được", "Đăng ký thường trú", "Thông tin cư trú"])
def test_the_words_of_a_row_keep_clear_of_the_arrow(window, words):
    show(window, element(row="cho", icon="person", label="Hồ sơ", value=words))
    arrow = text(window, "›")
    right = ink(text(window, words)).right()
    assert ink(arrow).left() - right >= MIN_GAP_MM * PX_PER_MM


@pytest.mark.parametrize("words", ["Trả hàng, hoàn tiền", "+ Thêm người lưu trú"])
def test_a_label_keeps_clear_of_the_ends_of_its_button(window, words):
    show(window, element(button="cho", label=words))
    label, button = text(window, words), window.place_of("phone:cho")
    spare = (button.width() - label.property("contentWidth")) / 2
    assert spare >= MIN_PADDING_MM * PX_PER_MM


def test_large_text_is_seen_to_be_larger(window):
    show(window, element(text="Chữ vừa"), element(text="Chữ to", large=True), glass=WIDE)
    usual, large = (
        text(window, each).property("font").pixelSize() for each in ("Chữ vừa", "Chữ to")
    )
    assert large >= MIN_LARGER * usual


def test_ones_own_words_are_no_wider_than_their_longest_line(window):
    show(window, element(bubble="Đang học dùng điện thoại nè con ơi.", mine=True))
    words = text(window, "Đang học dùng điện thoại nè con ơi.")
    glass = window.place_of("phoneScreen")
    assert words.property("lineCount") > 1
    right = ink(words).right()
    assert glass.right() - right <= 6 * PX_PER_MM


def test_a_number_in_groups_stays_in_one_line(window):
    show(window, element(card="Thẻ căn cước", rows=[{"label": "Số định danh", "value": NUMBER}]))
    assert text(window, NUMBER).property("lineCount") == 1


def test_a_long_value_is_in_two_lines_before_its_letters_shrink(window):
    show(window, element(field="o", label="Tin nhắn", value="Đang học điện thoại."))
    value, label = text(window, "Đang học điện thoại."), text(window, "Tin nhắn")
    assert value.property("lineCount") == 2
    assert label.property("font").pixelSize() >= 1.3 * 4.8 * PX_PER_MM / 0.725


def test_the_ring_of_a_button_keeps_clear_of_the_mark_above(window):
    show(window, element(code="https://hoc.example/bai"), element(button="luu", label="Lưu mã"))
    mark, button = text(window, "BÀI TẬP"), window.place_of("phone:luu")
    bottom = mark.mapRectToScene(QRectF(0, 0, mark.width(), mark.height())).bottom()
    assert button.top() - bottom >= 4 * PX_PER_MM


def test_only_the_line_that_was_found_glows(window):
    camera = element(camera="o", code="https://hoc.example", found="Nối vào mạng")
    show(window, camera, glowing="o")
    (ring,) = (each for each in window.items() if each.property("on") is True and each.isVisible())
    place = ring.mapRectToScene(QRectF(0, 0, ring.width(), ring.height()))
    assert place.height() < window.place_of("phone:o").height() / 2
    assert place.contains(ink(text(window, "Nối vào mạng")))


def test_a_blurred_photo_stays_within_its_card(window):
    show(window, element(photo="o", of="paper-four-corners", shot="blurred"))
    card = window.place_of("phone:o")
    photos = [each for each in window.items() if "picture/paper" in str(each.property("source"))]
    assert photos
    for each in photos:
        place = each.mapRectToScene(QRectF(0, 0, each.width(), each.height()))
        assert card.adjusted(PX_PER_MM, PX_PER_MM, -PX_PER_MM, -PX_PER_MM).contains(place)


@pytest.mark.parametrize("glass", [WIDE, TALL], ids=str)
def test_the_red_key_grows_with_the_phone(window, glass):
    show(window, element(incoming="Tổng đài Mẫu", keys=["decline"]), glass=glass)
    assert window.size_mm("phone:decline")[0] >= MIN_KEY * glass[0]
