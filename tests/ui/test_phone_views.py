"""The simulated phone: sight, touch, screen readers and codes."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from kiosk.domain.screen import Area, Element
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel
from tests.ui.phone_window import PX_PER_MM, PhoneWindow, differs, element, screen

TARGET_MM = 16
CAP_MM = 4.8
WIFI_CODE = "WIFI:T:WPA;S:HOC-THU-KIOT;P:hocthu2025;;"
ONE_OF_EACH = {
    "address": element(address="dich-vu-cong.example"),
    "app": element(app="cho", icon="settings", label="Cài đặt"),
    "bar": element(bar="Cài đặt"),
    "bubble": element(bubble="Cháu chào bác.", mine=True),
    "button": element(button="cho", label="Kết nối", icon="wifi"),
    "camera": element(camera="cho", code=WIFI_CODE, label="Wi-Fi", found="Nối vào mạng"),
    "card": element(
        card="Hồ sơ", text="Đã nhận", rows=[{"label": "Mã", "value": "01"}], touch="cho"
    ),
    "checkbox": element(checkbox="cho", label="Tôi đồng ý", on=True),
    "code": element(code="HOC-THU", label="Quét mã này"),
    "dialog": element(
        dialog="Cho phép?",
        text="Máy cần hỏi bác.",
        buttons=[
            {"button": "cho", "label": "Đồng ý"},
            {"button": "khong", "label": "Không", "quiet": True},
        ],
    ),
    "field": element(field="cho", label="Mật khẩu", secret=True),
    "image": element(image="wifi"),
    "incoming": element(incoming="Số lạ"),
    "message": element(message="Không nối được.", icon="warning", button="cho", label="Thử lại"),
    "network": element(network="cho", label="HOC-THU-KIOT", value="Đã kết nối"),
    "notification": element(notification="cho", title="Tin nhắn", text="Cháu tới rồi."),
    "payee": element(payee="NGUYEN VAN MAU", amount=500000, words="Năm trăm nghìn đồng"),
    "row": element(row="cho", icon="wifi", label="Wi-Fi", value="Đang tắt"),
    "status": element(status=["wifi"]),
    "switch": element(switch="cho", label="Dùng Wi-Fi", value="Đang tắt"),
    "tabs": element(
        tabs=[{"tab": "cho", "label": "Đang chờ", "on": True}, {"tab": "hai", "label": "Đã xong"}]
    ),
    "text": element(text="Bật Wi-Fi để thấy các mạng."),
}
FULL_SCREENS = {
    "networks": [
        element(bar="Wi-Fi"),
        element(switch="bat", label="Dùng Wi-Fi", on=True),
        element(network="hoc", label="HOC-THU-KIOT", value="Đã kết nối"),
        element(network="nhai", label="HOC-THU-KI0T FREE", locked=False),
        element(network="lan", label="iPhone của Lan"),
        element(network="quan", label="Quan ca phe"),
    ],
    "rows": [
        element(bar="Cài đặt"),
        element(switch="may-bay", label="Chế độ máy bay"),
        element(row="wifi", icon="wifi", label="Wi-Fi", value="Đang tắt"),
        element(row="bluetooth", icon="bluetooth", label="Bluetooth", value="Đang tắt"),
        element(row="man-hinh", icon="sun", label="Màn hình"),
        element(row="am-thanh", icon="sound", label="Âm thanh"),
    ],
    "apps": [
        element(app="cai-dat", icon="settings", label="Cài đặt"),
        element(app="ngan-hang", icon="bank", label="Ngân hàng Mẫu"),
        element(app="may-anh", icon="camera", label="Máy ảnh"),
        element(app="tin-nhan", icon="message", label="Tin nhắn"),
        element(app="dien-thoai", icon="call", label="Điện thoại"),
        element(app="anh", icon="photo", label="Ảnh"),
    ],
}
TOUCHABLE = [kind for kind, each in ONE_OF_EACH.items() if each.targets]


@pytest.fixture(params=[{}, {"textSize": "largest", "contrast": "high"}], ids=["plain", "largest"])
def any_window(request, qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow(request.param)
    yield window
    window.close()


@pytest.fixture
def window(qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow()
    yield window
    window.close()


def show(window: PhoneWindow, *elements: Element, **scene):
    return window.show_phone(PhoneScene(screen(*elements), **scene))


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_every_word_of_an_element_is_seen_large_enough(any_window, kind):
    each = ONE_OF_EACH[kind]
    show(any_window, each)
    seen = any_window.words()
    assert [word for word in each.words if word not in seen] == []
    assert any_window.smallest_cap_mm() >= CAP_MM


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_what_can_be_touched_is_large_and_has_a_name(any_window, kind):
    show(any_window, ONE_OF_EACH[kind])
    width_mm, height_mm = any_window.size_mm("phone:cho")
    assert width_mm >= TARGET_MM
    assert height_mm >= TARGET_MM
    heard = any_window.heard_name("phone:cho")
    assert any(word in heard for word in ONE_OF_EACH[kind].words)


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_a_touch_says_what_was_touched(window, kind, qtbot):
    phone = show(window, ONE_OF_EACH[kind])
    with qtbot.waitSignal(phone.touched) as touched:
        window.touch("phone:cho")
    assert touched.args == ["cho"]


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_what_glows_is_seen_to_glow(any_window, kind):
    each = screen(ONE_OF_EACH[kind])
    phone = any_window.show_phone(PhoneScene(each))
    plain = any_window.seen_at("phone:cho")
    phone.show_scene(PhoneScene(each, glowing="cho"))
    assert differs(plain, any_window.seen_at("phone:cho"), least_px=1500)


def test_the_finger_points_above_the_neighbours(window):
    rows = screen(*FULL_SCREENS["rows"])
    phone = window.show_phone(PhoneScene(rows))
    neighbour = window.seen_at("phone:bluetooth", margin_px=-8)
    phone.show_scene(PhoneScene(rows, pointed="wifi"))
    assert differs(neighbour, window.seen_at("phone:bluetooth", margin_px=-8), least_px=200)


def test_a_touch_beside_everything_is_a_touch_of_nothing(window, qtbot):
    phone = show(window, ONE_OF_EACH["row"])
    with qtbot.waitSignal(phone.touched) as touched:
        window.touch_at(QPoint(200, 450))
    assert touched.args == ["nothing"]


def show_iphone(window: PhoneWindow, *, home_is_target: bool) -> PhoneViewModel:
    shown = screen(ONE_OF_EACH["row"])
    return window.show_phone(
        PhoneScene(shown, has_back=False, home_is_target=home_is_target),
    )


def test_an_iphone_has_a_bar_and_no_house(window):
    show_iphone(window, home_is_target=True)
    bar, key = window.place_of("homeBar"), window.place_of("phone:home")
    assert key.contains(bar)
    assert bar.width() > 10 * bar.height()
    drawn = [each for each in window.items() if each.inherits("QQuickImage") and each.isVisible()]
    assert not [each for each in drawn if key.contains(each.mapRectToScene(each.boundingRect()))]


def test_the_bar_of_an_iphone_is_touched_where_a_step_needs_it(window, qtbot):
    phone = show_iphone(window, home_is_target=True)
    with qtbot.waitSignal(phone.touched) as touched:
        window.touch("homeBar")
    assert touched.args == ["home"]
    assert window.heard_name("phone:home") == "Màn hình chính, trên điện thoại"


def test_the_bar_of_an_iphone_is_only_drawn_elsewhere(window, qtbot):
    phone = show_iphone(window, home_is_target=False)
    with qtbot.waitSignal(phone.touched) as touched:
        window.touch("homeBar")
    assert touched.args == ["nothing"]


def test_behind_a_message_nothing_can_be_touched(window, qtbot):
    phone = show(window, element(row="hang", label="Wi-Fi"), ONE_OF_EACH["message"])
    with qtbot.waitSignal(phone.touched) as touched:
        window.touch("phone:hang")
    assert touched.args == ["nothing"]


def test_while_the_learner_only_looks_no_touch_counts(window, qtbot):
    phone = show(window, ONE_OF_EACH["row"])
    window.item.setProperty("forLookingOnly", True)
    with qtbot.assertNotEmitted(phone.touched):
        window.touch("phone:cho")


def test_the_mark_that_it_is_only_a_simulation_is_always_seen(any_window):
    show(any_window, ONE_OF_EACH["bar"], ONE_OF_EACH["message"])
    assert "MÔ PHỎNG" in any_window.words()


@pytest.mark.parametrize(("status", "mobile"), [([], True), (["wifi"], False)])
def test_mobile_data_stands_where_there_is_no_wifi(window, status, mobile):
    show(window, element(status=status))
    assert ("4G" in window.words()) is mobile


@pytest.mark.parametrize("on", [True, False])
def test_a_switch_tells_its_state_without_eyes(window, on):
    show(window, element(switch="cho", label="Dùng Wi-Fi", on=on))
    assert bool(window.state("phone:cho").checked) is on


def test_a_touched_switch_waits_for_the_lesson_to_move_it(window):
    show(window, element(switch="cho", label="Dùng Wi-Fi", on=False))
    window.touch("phone:cho")
    assert not window.state("phone:cho").checked


def test_a_password_is_seen_as_dots_only(window):
    show(window, ONE_OF_EACH["field"], field_contents={"cho": "hoc"})
    assert "•••" in window.words()
    assert "hoc" not in window.words()


def test_what_was_written_stands_in_the_field(window):
    show(window, element(field="ten", label="Tên", value="cu"), field_contents={"ten": "moi"})
    assert "moi" in window.words()


@pytest.mark.parametrize("name", FULL_SCREENS)
def test_a_full_screen_fits_on_the_smallest_phone(any_window, name):
    show(any_window, *FULL_SCREENS[name])
    glass = any_window.place_of("phoneScreen")
    seen: set[str] = set()
    while True:
        targets = {at for at in any_window.targets() if at != "phone:nothing"}
        middles = (any_window.place_of(at).center() for at in targets)
        assert all(glass.adjusted(0, -1, 0, 1).contains(middle) for middle in middles)
        seen |= targets
        if not any_window.can_turn_down():
            break
        any_window.touch("phone:scroll-down")
    assert len(seen) >= 4
    assert seen == {f"phone:{at}" for at in screen(*FULL_SCREENS[name]).targets}
    assert any_window.smallest_cap_mm() >= CAP_MM


def test_elements_do_not_lie_upon_each_other(any_window):
    show(any_window, *FULL_SCREENS["networks"])
    places = sorted(
        (any_window.place_of(at) for at in any_window.targets() if at != "phone:nothing"),
        key=lambda place: place.top(),
    )
    gaps = [low.top() - high.bottom() for high, low in pairwise(places)]
    assert min(gaps) >= 0.9 * PX_PER_MM


def test_a_camera_reads_the_code_in_the_cameras_view(any_window):
    show(any_window, ONE_OF_EACH["bar"], ONE_OF_EACH["camera"])
    assert any_window.code() == WIFI_CODE


def test_an_element_that_fills_takes_the_height_that_is_left(window):
    show(window, ONE_OF_EACH["bar"], ONE_OF_EACH["camera"])
    assert ONE_OF_EACH["camera"].area is Area.FILL
    glass = window.place_of("phoneScreen")
    assert abs(glass.bottom() - window.place_of("phone:cho").bottom()) <= 1


def test_another_screen_replaces_the_first(window):
    phone = show(window, ONE_OF_EACH["row"])
    phone.show_scene(PhoneScene(screen(element(button="nut", label="Xong"))))
    window.seen()
    assert set(window.targets()) == {"phone:nothing", "phone:nut"}


def test_nothing_can_be_reached_by_keys_but_what_can_be_touched(window):
    show(window, ONE_OF_EACH["row"])
    assert window.reached_by_keys() == ["phone:cho"]


def test_a_screen_reader_tells_a_field_and_what_is_typed_into_it(window):
    show(window, element(field="o", label="Tên mạng"), field_contents={"o": "HOC-THU"}, active="o")
    assert window.role("phone:o") is QAccessible.Role.EditableText
    assert window.heard_name("phone:o") == "Tên mạng"
    assert window.heard_note("phone:o") == "HOC-THU"
    assert window.value("phone:o") == "HOC-THU"


def test_a_screen_reader_tells_of_a_secret_field_only_how_much_stands_in_it(window):
    secret = element(field="o", label="Mật khẩu", secret=True)
    show(window, secret, field_contents={"o": "hocthu"}, active="o")
    assert window.heard_name("phone:o") == "Mật khẩu"
    assert window.heard_note("phone:o") == ""
    assert window.value("phone:o") == "••••••"


def test_a_screen_reader_tells_switches_and_boxes_from_buttons(window):
    show(
        window,
        element(switch="wifi", label="Wi-Fi", on=True),
        element(checkbox="x", label="Đọc"),
    )
    assert window.role("phone:wifi") is QAccessible.Role.CheckBox
    assert window.role("phone:x") is QAccessible.Role.CheckBox
