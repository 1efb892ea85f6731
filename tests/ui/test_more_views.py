"""The views for calls, messages, scams, papers, cameras and keypads: sight and touch."""

from collections.abc import Iterator

import pytest

from kiosk.domain.step import Step
from kiosk.steps import view_model_of, view_of
from kiosk.steps.call.step import CallStep
from kiosk.steps.message.step import MessageStep
from kiosk.steps.papers.step import PapersStep
from kiosk.steps.password.step import DOT, PasswordStep
from kiosk.steps.scan.step import ScanStep
from kiosk.steps.spot.step import SpotStep
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.ui.visit.phone_view_model import PhoneScene
from tests.ui.phone_window import PhoneWindow, differs, element, screen

TARGET_MM = 16
CAP_MM = 4.8
WHAT_TO_DO = (
    {"text": "Cúp máy, hỏi công an xã", "icon": "hang-up", "right": True},
    {"text": "Đọc mã cho họ", "icon": "key"},
    {"text": "Hỏi họ là ai rồi nói chuyện tiếp"},
)
CALL = CallStep(call="Số lạ", says="Bà đọc ngay mã OTP cho tôi.", choices=WHAT_TO_DO)
MESSAGE = MessageStep(message="Cháu Nam", says="Bà chuyển cho cháu 2 triệu.", choices=WHAT_TO_DO)
SCAN = ScanStep(
    scan="Bác đưa máy ảnh vào thứ nào?",
    choices=(
        {"text": "Mã ô vuông ở quầy", "icon": "qr", "right": True},
        {"text": "Thẻ căn cước", "icon": "id-card"},
        {"text": "Thẻ ngân hàng", "icon": "bank"},
    ),
)
SPOT = SpotStep(
    spot="Chỗ nào đáng ngờ?",
    parts=(
        {"text": "Chúc mừng bác trúng thưởng xe máy.", "sign": True},
        {"text": "Quà ở cửa hàng, mở cửa từ 8 giờ."},
        {"text": "Bác chuyển trước 500 nghìn tiền phí.", "sign": True},
    ),
)
PAPERS = PapersStep(
    papers="Bác xem đã đủ giấy tờ chưa.",
    items=("Căn cước", "Giấy khai sinh của con", "Tờ khai theo mẫu, lấy ở quầy số 2"),
)
PASSWORD = PasswordStep(password="Bác bấm sáu số.", screen="mat-khau", into="o")
LOCK = screen(element(bar="Đặt mật khẩu"), element(field="o", label="Mật khẩu", secret=True))
VIEWS = {"call": CALL, "message": MESSAGE, "scan": SCAN, "spot": SPOT, "papers": PAPERS}
WORDS = {
    "call": [choice["text"] for choice in WHAT_TO_DO],
    "message": [choice["text"] for choice in WHAT_TO_DO],
    "scan": [choice.text for choice in SCAN.choices],
    "spot": [part.text for part in SPOT.parts],
    "papers": list(PAPERS.items),
}
SECOND = {
    "call": "choice:2",
    "message": "choice:2",
    "scan": "choice:2",
    "spot": "part:2",
    "papers": "paper:2",
}


@pytest.fixture(params=[{}, {"textSize": "largest", "contrast": "high"}], ids=["plain", "largest"])
def window(request, qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow(request.param)
    yield window
    window.close()


def show(window: PhoneWindow, step: Step, width_mm=150, height_mm=125, **scene) -> StepViewModel:
    kind = type(step).__module__.split(".")[-2]
    model = view_model_of(kind)(step, Scene(**scene), window.owner)
    window.show_view(view_of(kind), model, width_mm, height_mm)
    return model


def show_keypad(window: PhoneWindow, *typed: str, **scene) -> StepViewModel:
    model = view_model_of("password")(PASSWORD, Scene(progress=typed, **scene), window.owner)
    phone = PhoneScene(LOCK, field_contents=PASSWORD.field_contents(typed))
    window.show_phone_with_keyboard(phone, view_of("password"), model)
    return model


@pytest.mark.parametrize("kind", VIEWS)
def test_what_can_be_touched_is_large_and_named_by_its_words(window, kind):
    show(window, VIEWS[kind])
    heard = [window.heard_name(name) for name in window.targets()]
    assert sorted(heard) == sorted(WORDS[kind])
    assert min(min(window.size_mm(name)) for name in window.targets()) >= TARGET_MM
    assert window.smallest_cap_mm() >= CAP_MM
    assert window.words_outside_their_button() == []


@pytest.mark.parametrize("kind", VIEWS)
def test_a_view_fits_into_little_room_with_letters_still_large_enough(window, kind):
    show(window, VIEWS[kind])
    window.item.setProperty("maximumHeight", 1)
    window.seen()
    least = window.item.property("implicitHeight")
    window.item.setProperty("maximumHeight", 0)
    assert window.item.property("implicitHeight") >= least
    window.item.setProperty("maximumHeight", 1)
    assert window.smallest_cap_mm() >= CAP_MM
    assert min(min(window.size_mm(name)) for name in window.targets()) >= TARGET_MM


@pytest.mark.parametrize("kind", VIEWS)
def test_a_touch_says_what_was_touched(window, kind, qtbot):
    model = show(window, VIEWS[kind])
    with qtbot.waitSignal(model.touched) as touched:
        window.touch(SECOND[kind])
    assert touched.args == [SECOND[kind]]


@pytest.mark.parametrize("kind", VIEWS)
def test_what_glows_is_seen_to_glow(window, kind):
    model = show(window, VIEWS[kind])
    plain = window.seen_at(SECOND[kind])
    model.show_scene(Scene(glowing=SECOND[kind]))
    assert differs(plain, window.seen_at(SECOND[kind]), least_px=1500)


@pytest.mark.parametrize("kind", ["call", "message", "scan"])
def test_a_wrong_choice_looks_and_sounds_other_than_a_right_one(window, kind):
    model = show(window, VIEWS[kind])
    before = window.seen_at("choice:1"), window.seen_at("choice:2")
    model.show_scene(Scene(progress=("choice:2", "choice:1")))
    assert differs(before[0], window.seen_at("choice:1"), least_px=500)
    assert differs(before[1], window.seen_at("choice:2"), least_px=300)
    assert window.heard_note("choice:1") == "Đúng rồi"
    assert window.heard_note("choice:2") == "Chưa đúng"


def test_a_found_sign_is_marked_for_eyes_and_ears_and_the_rest_stays_plain(window):
    model = show(window, SPOT)
    before = (
        window.seen_at("part:1", margin_px=-4),
        window.seen_at("part:2", margin_px=-4),
    )
    model.show_scene(Scene(progress=("part:1",)))
    assert differs(before[0], window.seen_at("part:1", margin_px=-4), least_px=300)
    assert not differs(before[1], window.seen_at("part:2", margin_px=-4), least_px=1)
    assert window.heard_note("part:1") == "Dấu hiệu lừa"
    assert window.heard_note("part:2") == ""


def test_the_words_of_a_found_sign_have_another_colour(window):
    model = show(window, SPOT)
    model.show_scene(Scene(progress=("part:1",)))
    found, _, other = (text.property("color").name() for text in window.texts())
    assert found != other


def test_a_piece_keeps_its_place_when_it_is_found(window):
    model = show(window, SPOT)
    before = window.place_of("part:3")
    model.show_scene(Scene(progress=("part:1", "part:3")))
    assert window.place_of("part:3") == before


def test_a_term_in_the_name_of_a_paper_is_not_parted(window):
    show(window, PapersStep(papers="Bác xem đủ chưa.", items=("Văn bản đề nghị, Mẫu số 01",)))
    (words,) = (text.property("text") for text in window.texts())
    assert words == "Văn bản đề nghị, Mẫu\u00a0số\u00a001"


def test_a_tick_is_told_without_eyes_and_set_by_the_step_alone(window):
    model = show(window, PAPERS)
    window.touch("paper:1")
    assert bool(window.state("paper:1").checkable)
    assert not window.state("paper:1").checked
    model.show_scene(Scene(progress=("paper:1",)))
    assert window.state("paper:1").checked


def test_all_digits_are_there_and_large(window):
    show_keypad(window, "")
    keys = {name for name in window.targets() if name.startswith("digit:")}
    assert keys == {f"digit:{digit}" for digit in (*"0123456789", "erase")}
    assert min(min(window.size_mm(name)) for name in keys) >= TARGET_MM


def test_only_dots_are_seen_of_what_was_typed(window):
    show_keypad(window, DOT * 3)
    assert "•••" in window.words()
    assert window.heard_note("phone:o") == ""


def test_digits_may_follow_each_other_quickly(window):
    model = show_keypad(window, "")
    touched = []
    model.touched.connect(touched.append)
    for name in ("digit:4", "digit:0"):
        window.touch_soon(name)
    assert touched == ["digit:4", "digit:0"]


def test_no_single_digit_is_asked_for_the_whole_keypad_glows(window):
    model = show_keypad(window, "")
    keys = {name: window.seen_at(name, margin_px=-8) for name in ("digit:2", "digit:8")}
    pad = window.seen_at("digit:0", margin_px=40)
    model.show_scene(Scene(progress=("",), glowing="digit:2"))
    assert not differs(keys["digit:2"], window.seen_at("digit:2", margin_px=-8), least_px=1)
    assert differs(pad, window.seen_at("digit:0", margin_px=40), least_px=300)
