"""The simulated phone as eyes, fingers, screen readers and cameras find it."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from kiosk.domain.screen import Area, Element
from kiosk.ui.visit.phone_view_model import PhoneScene
from tests.ui.phone_stage import PX_PER_MM, HeadlessKiosk, differs, element, screen

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
def any_stage(request, qapp) -> Iterator[HeadlessKiosk]:
    stage = HeadlessKiosk(request.param)
    yield stage
    stage.close()


@pytest.fixture
def stage(qapp) -> Iterator[HeadlessKiosk]:
    stage = HeadlessKiosk()
    yield stage
    stage.close()


def show(stage: HeadlessKiosk, *elements: Element, **scene):
    return stage.show_phone(PhoneScene(screen(*elements), **scene))


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_every_word_of_an_element_is_seen_large_enough(any_stage, kind):
    each = ONE_OF_EACH[kind]
    show(any_stage, each)
    seen = any_stage.words()
    assert [word for word in each.words if word not in seen] == []
    assert any_stage.smallest_cap_mm() >= CAP_MM


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_what_can_be_touched_is_large_and_has_a_name(any_stage, kind):
    show(any_stage, ONE_OF_EACH[kind])
    width_mm, height_mm = any_stage.size_mm("phone:cho")
    assert width_mm >= TARGET_MM
    assert height_mm >= TARGET_MM
    heard = any_stage.heard_name("phone:cho")
    assert any(word in heard for word in ONE_OF_EACH[kind].words)


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_a_touch_says_what_was_touched(stage, kind, qtbot):
    phone = show(stage, ONE_OF_EACH[kind])
    with qtbot.waitSignal(phone.touched) as touched:
        stage.touch("phone:cho")
    assert touched.args == ["cho"]


@pytest.mark.parametrize("kind", TOUCHABLE)
def test_what_glows_is_seen_to_glow(any_stage, kind):
    each = screen(ONE_OF_EACH[kind])
    phone = any_stage.show_phone(PhoneScene(each))
    plain = any_stage.seen_at("phone:cho")
    phone.show_scene(PhoneScene(each, glowing="cho"))
    assert differs(plain, any_stage.seen_at("phone:cho"), least_px=1500)


def test_the_finger_points_above_the_neighbours(stage):
    rows = screen(*FULL_SCREENS["rows"])
    phone = stage.show_phone(PhoneScene(rows))
    neighbour = stage.seen_at("phone:bluetooth", margin_px=-8)
    phone.show_scene(PhoneScene(rows, pointed="wifi"))
    assert differs(neighbour, stage.seen_at("phone:bluetooth", margin_px=-8), least_px=200)


def test_a_touch_beside_everything_is_a_touch_of_nothing(stage, qtbot):
    phone = show(stage, ONE_OF_EACH["row"])
    with qtbot.waitSignal(phone.touched) as touched:
        stage.touch_at(QPoint(200, 450))
    assert touched.args == ["nothing"]


def test_behind_a_message_nothing_can_be_touched(stage, qtbot):
    phone = show(stage, element(row="hang", label="Wi-Fi"), ONE_OF_EACH["message"])
    with qtbot.waitSignal(phone.touched) as touched:
        stage.touch("phone:hang")
    assert touched.args == ["nothing"]


def test_while_the_learner_only_looks_no_touch_counts(stage, qtbot):
    phone = show(stage, ONE_OF_EACH["row"])
    stage.item.setProperty("forLookingOnly", True)
    with qtbot.assertNotEmitted(phone.touched):
        stage.touch("phone:cho")


def test_the_mark_that_it_is_only_a_simulation_is_always_seen(any_stage):
    show(any_stage, ONE_OF_EACH["bar"], ONE_OF_EACH["message"])
    assert "MÔ PHỎNG" in any_stage.words()


@pytest.mark.parametrize(("status", "mobile"), [([], True), (["wifi"], False)])
def test_mobile_data_stands_where_there_is_no_wifi(stage, status, mobile):
    show(stage, element(status=status))
    assert ("4G" in stage.words()) is mobile


@pytest.mark.parametrize("on", [True, False])
def test_a_switch_tells_its_state_without_eyes(stage, on):
    show(stage, element(switch="cho", label="Dùng Wi-Fi", on=on))
    assert bool(stage.state("phone:cho").checked) is on


def test_a_touched_switch_waits_for_the_lesson_to_move_it(stage):
    show(stage, element(switch="cho", label="Dùng Wi-Fi", on=False))
    stage.touch("phone:cho")
    assert not stage.state("phone:cho").checked


def test_a_password_is_seen_as_dots_only(stage):
    show(stage, ONE_OF_EACH["field"], filled={"cho": "hoc"})
    assert "•••" in stage.words()
    assert "hoc" not in stage.words()


def test_what_was_written_stands_in_the_field(stage):
    show(stage, element(field="ten", label="Tên", value="cu"), filled={"ten": "moi"})
    assert "moi" in stage.words()


@pytest.mark.parametrize("name", FULL_SCREENS)
def test_a_full_screen_fits_on_the_smallest_phone(any_stage, name):
    show(any_stage, *FULL_SCREENS[name])
    glass = any_stage.place_of("phoneScreen")
    seen: set[str] = set()
    while True:
        targets = {at for at in any_stage.targets() if at != "phone:nothing"}
        middles = (any_stage.place_of(at).center() for at in targets)
        assert all(glass.adjusted(0, -1, 0, 1).contains(middle) for middle in middles)
        seen |= targets
        if not any_stage.can_turn_down():
            break
        any_stage.touch("phone:scroll-down")
    assert len(seen) >= 4
    assert seen == {f"phone:{at}" for at in screen(*FULL_SCREENS[name]).targets}
    assert any_stage.smallest_cap_mm() >= CAP_MM


def test_elements_do_not_lie_upon_each_other(any_stage):
    show(any_stage, *FULL_SCREENS["networks"])
    places = sorted(
        (any_stage.place_of(at) for at in any_stage.targets() if at != "phone:nothing"),
        key=lambda place: place.top(),
    )
    gaps = [low.top() - high.bottom() for high, low in pairwise(places)]
    assert min(gaps) >= 0.9 * PX_PER_MM


def test_a_camera_reads_the_code_in_the_cameras_view(any_stage):
    show(any_stage, ONE_OF_EACH["bar"], ONE_OF_EACH["camera"])
    assert any_stage.code() == WIFI_CODE


def test_an_element_that_fills_takes_the_height_that_is_left(stage):
    show(stage, ONE_OF_EACH["bar"], ONE_OF_EACH["camera"])
    assert ONE_OF_EACH["camera"].area is Area.FILL
    glass = stage.place_of("phoneScreen")
    assert abs(glass.bottom() - stage.place_of("phone:cho").bottom()) <= 1


def test_another_screen_replaces_the_first(stage):
    phone = show(stage, ONE_OF_EACH["row"])
    phone.show_scene(PhoneScene(screen(element(button="nut", label="Xong"))))
    stage.seen()
    assert set(stage.targets()) == {"phone:nothing", "phone:nut"}


def test_nothing_can_be_reached_by_keys_but_what_can_be_touched(stage):
    show(stage, ONE_OF_EACH["row"])
    assert stage.reached_by_keys() == ["phone:cho"]


def test_a_screen_reader_tells_a_field_and_what_is_typed_into_it(stage):
    show(stage, element(field="o", label="Tên mạng"), filled={"o": "HOC-THU"}, active="o")
    assert stage.role("phone:o") is QAccessible.Role.EditableText
    assert stage.heard_name("phone:o") == "Tên mạng"
    assert stage.heard_note("phone:o") == "HOC-THU"
    assert stage.value("phone:o") == "HOC-THU"


def test_a_screen_reader_tells_of_a_secret_field_only_how_much_stands_in_it(stage):
    secret = element(field="o", label="Mật khẩu", secret=True)
    show(stage, secret, filled={"o": "hocthu"}, active="o")
    assert stage.heard_name("phone:o") == "Mật khẩu"
    assert stage.heard_note("phone:o") == ""
    assert stage.value("phone:o") == "••••••"


def test_a_screen_reader_tells_switches_and_boxes_from_buttons(stage):
    show(stage, element(switch="wifi", label="Wi-Fi", on=True), element(checkbox="x", label="Đọc"))
    assert stage.role("phone:wifi") is QAccessible.Role.CheckBox
    assert stage.role("phone:x") is QAccessible.Role.CheckBox
