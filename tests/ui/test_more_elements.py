"""Calls, chats, money and web pages on the simulated phone: sight, touch and codes."""

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.authoring.examples import element_example_data
from kiosk.domain.screen import Element
from kiosk.phone import element_kinds, view_of
from kiosk.steps.message.step import LONGEST
from kiosk.ui.visit.phone_view_model import PhoneScene
from tests.ui.phone_window import PX_PER_MM, PhoneWindow, differs, element, screen, words_on
from tests.ui.test_phone_views import ONE_OF_EACH as BASIC

TARGET_MM = 16
CAP_MM = 4.8
ENLARGED = 1.3
IN_ONE_LINE = ("address", "network")
"""Elements whose text is not broken into lines: it is as wide as the glass at most."""
FULL_GLASS_MM = 165, 200
"""The glass on a screen of 21.5 inches."""
EXERCISE = "https://hoc.example/bai-tap"
LONG_MESSAGE = (
    "Bà ơi cháu Nam đây. Điện thoại cháu hỏng rồi, cháu dùng số này. "
    "Bà chuyển gấp cho cháu 2 triệu đóng viện phí nhé, cháu đang nằm ở bệnh viện huyện. "
    "Bà đừng gọi lại, máy sắp hết pin."
)[:LONGEST]
ORDER = element(
    card="Nồi cơm điện",
    text="Giao ngày mai",
    rows=[{"label": "Giá", "value": "450.000 đ"}, {"label": "Người bán", "value": "Cửa hàng Mẫu"}],
    touch="cho",
)
MAY_I = element(
    dialog="Cho phép dùng máy ảnh?",
    text="Ứng dụng Mẫu muốn chụp ảnh.",
    buttons=[
        {"button": "cho", "label": "Cho phép"},
        {"button": "khong", "label": "Không cho phép", "quiet": True},
    ],
)
PAY = element(
    payee="NGUYEN VAN MAU", amount=1_250_000, words="Một triệu hai trăm năm mươi nghìn đồng"
)
ONE_OF_EACH = {
    "address": element(address="dichvucong-mau.example/nop"),
    "bubble": element(bubble="Cháu ở đâu đấy?", mine=True),
    "card": ORDER,
    "checkbox": element(checkbox="cho", label="Tôi đã đọc điều khoản"),
    "inbox": element(inbox="cho"),
    "loading": element(loading="Đang tải…"),
    "photo": element(photo="cho", of="paper-four-corners", shot="blurred"),
    "code": element(code=EXERCISE, label="Quét để trả tiền"),
    "dialog": MAY_I,
    "image": element(image="wifi"),
    "incoming": element(incoming="Số lạ"),
    "notification": element(notification="cho", title="Ngân hàng Mẫu", text="Nhận 50.000 đ."),
    "payee": PAY,
    "tabs": element(
        tabs=[
            {"tab": "cho", "label": "Chờ giao"},
            {"tab": "dang", "label": "Đang giao", "on": True},
            {"tab": "xong", "label": "Đã nhận"},
        ]
    ),
}
ONE_OF_EACH |= {
    key: element(
        **next(
            part
            for parts in element_example_data(key)["screens"].values()
            for part in parts
            if key in part
        )
    )
    for key in element_kinds()
    if key not in ONE_OF_EACH and key not in BASIC
}
"""The other elements are shown as in their examples."""
FULL_SCREENS = {
    "chat": [element(bar="Cháu Nam"), element(bubble=LONG_MESSAGE)],
    "payment": [element(bar="Chuyển tiền"), PAY, element(button="dong-y", label="Xác nhận")],
    "code": [
        element(address="trung-thuong-lon.example", secure=False),
        ONE_OF_EACH["code"],
        element(button="tra", label="Trả tiền"),
    ],
}
TOUCHABLE = [kind for kind, each in ONE_OF_EACH.items() if each.targets]


@pytest.fixture(params=[{}, {"textSize": "largest", "contrast": "high"}], ids=["plain", "largest"])
def window(request, qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow(request.param)
    yield window
    window.close()


def show(window: PhoneWindow, *elements: Element, **scene):
    return window.show_phone(PhoneScene(screen(*elements), **scene))


def text_of(window: PhoneWindow, word: str) -> QQuickItem:
    (item,) = (each for each in window.texts() if words_on(each) == word)
    return item


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_every_kind_has_its_view(kind):
    assert view_of(ONE_OF_EACH[kind]).is_file()


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_every_word_of_an_element_is_seen_large_enough(window, kind):
    each = ONE_OF_EACH[kind]
    show(window, each)
    assert [word for word in each.words if word not in window.words()] == []
    assert window.smallest_cap_mm() >= CAP_MM


def sizes_px(looks: dict[str, str], shown: Element) -> dict[str, int]:
    """The font size of each text of the element; the larger one if it is shown twice."""
    window = PhoneWindow(looks)
    window.show_phone(PhoneScene(screen(shown)), FULL_GLASS_MM)
    sizes: dict[str, int] = {}
    for text in window.texts():
        if (words := words_on(text)) in shown.words:
            sizes[words] = max(sizes.get(words, 0), text.property("font").pixelSize())
    window.close()
    return sizes


def test_the_largest_text_enlarges_the_words_of_every_kind(qapp):
    """The size grows by nearly a third or more; no text becomes smaller."""
    messages = []
    for kind, each in {**ONE_OF_EACH, **BASIC}.items():
        usual, largest = (sizes_px(looks, each) for looks in ({}, {"textSize": "largest"}))
        shares = {words: largest[words] / usual[words] for words in usual}
        least = 1 if kind in IN_ONE_LINE else ENLARGED
        if shares and (max(shares.values()) < least or min(shares.values()) < 1):
            messages.append(f"{kind}: {shares}")
    assert messages == [], "\n".join(messages)


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_what_can_be_touched_is_large_and_has_a_name(window, kind):
    each = ONE_OF_EACH[kind]
    show(window, each)
    for target in each.targets:
        assert min(window.size_mm(f"phone:{target}")) >= TARGET_MM
        assert window.heard_name(f"phone:{target}") in (each.words or ("Ảnh mờ",))


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_a_touch_says_what_was_touched(window, kind):
    each = ONE_OF_EACH[kind]
    phone = show(window, each)
    touched = []
    phone.touched.connect(touched.append)
    for target in each.targets:
        window.touch(f"phone:{target}")
    assert touched == list(each.targets)


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_what_glows_is_seen_to_glow(window, kind):
    each = screen(ONE_OF_EACH[kind])
    target = ONE_OF_EACH[kind].targets[0]
    phone = window.show_phone(PhoneScene(each))
    plain = window.seen_at(f"phone:{target}")
    phone.show_scene(PhoneScene(each, glowing=target))
    assert differs(plain, window.seen_at(f"phone:{target}"), least_px=1000)


@pytest.mark.parametrize("kind", [kind for kind in ONE_OF_EACH if kind not in TOUCHABLE])
def test_what_is_only_looked_at_takes_no_touch(window, kind):
    show(window, ONE_OF_EACH[kind])
    assert set(window.targets()) == {"phone:nothing"}


def test_a_card_without_a_name_is_only_looked_at(window, qtbot):
    phone = show(window, element(card="Biên lai", text="Đã trả tiền"))
    with qtbot.waitSignal(phone.touched) as touched:
        window.touch("phone:")
    assert touched.args == ["nothing"]


@pytest.mark.parametrize("name", FULL_SCREENS)
def test_a_full_screen_fits_on_the_smallest_phone(window, name):
    show(window, *FULL_SCREENS[name])
    glass = window.place_of("phoneScreen")
    texts = [each for each in window.texts() if window.is_on_screen(each)]
    lowest = max(item.mapRectToScene(item.boundingRect()).bottom() for item in texts)
    assert lowest <= glass.bottom() + 1 or window.can_turn_down()
    assert window.smallest_cap_mm() >= CAP_MM


def test_a_screen_that_replaces_another_fits_as_well(window):
    phone = show(window, ONE_OF_EACH["incoming"])
    phone.show_scene(PhoneScene(screen(*FULL_SCREENS["chat"])))
    window.seen()
    bubble = text_of(window, LONG_MESSAGE)
    bottom = bubble.mapRectToScene(bubble.boundingRect()).bottom()
    assert bottom <= window.place_of("phoneScreen").bottom() or window.can_turn_down()


def test_ones_own_words_stand_at_the_right(window):
    show(window, element(bubble="Alo"), element(bubble="Cháu đây", mine=True))
    theirs, own = text_of(window, "Alo"), text_of(window, "Cháu đây")
    glass = window.place_of("phoneScreen")
    edge_px = 6 * PX_PER_MM
    assert theirs.mapRectToScene(theirs.boundingRect()).left() < glass.left() + edge_px
    assert own.mapRectToScene(own.boundingRect()).right() > glass.right() - edge_px


def test_a_sum_of_money_has_dots_and_is_told_in_words(window):
    show(window, PAY)
    assert "1.250.000 đ" in window.words()
    assert "Một triệu hai trăm năm mươi nghìn đồng" in window.words()


def test_a_payee_without_a_sum_shows_none(window):
    show(window, element(payee="NGUYEN VAN MAU"))
    assert "Số tiền" not in window.words()
    assert "Ngân hàng Mẫu" in window.words()


def test_a_camera_reads_the_code_and_the_eye_reads_that_it_is_an_exercise(window):
    show(window, ONE_OF_EACH["code"])
    assert window.code() == EXERCISE
    assert "BÀI TẬP" in window.words()


def test_an_address_breaks_only_before_a_point_or_a_slash(window):
    show(window, element(address="dich-vu-cong-cua-xa-mau.example/nop-ho-so"))
    texts = [str(each.property("text")) for each in window.texts()]
    words = next(text for text in texts if "example" in text)
    assert "\N{ZERO WIDTH SPACE}.example" in words
    assert "\N{ZERO WIDTH SPACE}/nop" in words


@pytest.mark.parametrize("on", [True, False])
def test_a_box_tells_its_tick_without_eyes_and_waits_for_the_lesson(window, on):
    show(window, element(checkbox="cho", label="Đồng ý", on=on))
    window.touch("phone:cho")
    assert bool(window.state("phone:cho").checked) is on


def test_the_open_tab_tells_so_without_eyes(window):
    show(window, ONE_OF_EACH["tabs"])
    open_tabs = [name for name in ("cho", "dang", "xong") if window.state(f"phone:{name}").checked]
    assert open_tabs == ["dang"]


@pytest.mark.parametrize("kind", ["row", "checkbox"])
def test_a_short_last_word_does_not_stand_alone(window, kind):
    window.show_phone(PhoneScene(screen(element(**{kind: "a", "label": "Hỗ trợ tiếp cận"}))))
    assert "Hỗ trợ tiếp\u00a0cận" in {text.property("text") for text in window.texts()}


def test_a_name_is_parted_only_where_it_is_wider_than_a_line(window):
    name, address = "vneid-moi.apk", "cap-nhat-dinh-danh-dien-tu-muc-hai.bvgov.example"
    for words, has_gap in ((f"Tải tệp {name} về cài.", False), (f"Vào {address} nhé.", True)):
        window.show_phone(PhoneScene(screen(element(bubble=words))))
        (text,) = (each for each in window.texts() if words.split()[0] in each.property("text"))
        assert ("\u200b" in text.property("text")) is has_gap
