"""The views of the steps: sight, touch and codes."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from kiosk.domain.settings import Settings, Wifi
from kiosk.domain.step import Step
from kiosk.steps import view_model_of, view_of
from kiosk.steps.ask.step import AskStep
from kiosk.steps.explain.step import ExplainStep
from kiosk.steps.order.step import OrderStep
from kiosk.steps.qr.step import QrStep
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.steps.type.step import TypeStep
from kiosk.ui.visit.phone_view_model import PhoneScene
from tests.ui.phone_window import PX_PER_MM, WIDE_MM, PhoneWindow, differs, element, screen

TARGET_MM = 16
CAP_MM = 4.8
ASK = AskStep(
    ask="Mạng nào là của trung tâm?",
    choices=(
        {"text": "HOC-THU-KIOT", "right": True},
        {"text": "HOC-THU-KI0T FREE"},
        {"text": "iPhone của Lan"},
    ),
)
ORDER = OrderStep(
    order="Bác xếp các việc theo thứ tự.",
    items=("Mở Cài đặt", "Chạm vào Wi-Fi", "Chọn đúng tên mạng", "Gõ mật khẩu"),
)
TYPE = TypeStep(say="Bác gõ mật khẩu.", screen="mat-khau", type={"into": "o", "text": "Hoc 2025"})
LINK = QrStep(say="Bác quét mã này.", qr="https://hoc.example/noi-wifi")
CENTRE = QrStep(say="Bác quét mã này.", qr="wifi")
PASSWORD = screen(
    element(bar="HOC-THU-KIOT"),
    element(field="o", label="Mật khẩu", secret=True),
    element(button="noi", label="Kết nối"),
)
SENTENCE = "Quyển vở đẹp lắm, mười nghìn đồng"
KEY_GAP_MM = 1.35
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "-.")


@pytest.fixture(params=[{}, {"textSize": "largest", "contrast": "high"}], ids=["plain", "largest"])
def window(request, qapp) -> Iterator[PhoneWindow]:
    window = PhoneWindow(request.param)
    yield window
    window.close()


def made(window: PhoneWindow, step: Step, **scene) -> StepViewModel:
    kind = type(step).__module__.split(".")[-2]
    return view_model_of(kind)(step, Scene(**scene), window.owner)


def show(window: PhoneWindow, step: Step, width_mm=200, height_mm=120, **scene) -> StepViewModel:
    model = made(window, step, **scene)
    window.show_view(view_of(type(step).__module__.split(".")[-2]), model, width_mm, height_mm)
    return model


def show_keyboard(window: PhoneWindow, step: TypeStep = TYPE, **scene) -> StepViewModel:
    model = made(window, step, **scene)
    phone = PhoneScene(
        PASSWORD, field_contents=step.field_contents(model.scene.progress), active="o"
    )
    window.show_phone_with_keyboard(phone, view_of("type"), model)
    return model


@pytest.mark.parametrize("step", [ASK, ORDER], ids=["ask", "order"])
def test_answers_and_items_are_large_and_named_by_their_words(window, step):
    show(window, step)
    words = [choice.text for choice in step.choices] if step is ASK else list(step.items)
    heard = [window.heard_name(name) for name in window.targets()]
    sizes = [window.size_mm(name) for name in window.targets()]
    assert sorted(heard) == sorted(words)
    assert min(min(size) for size in sizes) >= TARGET_MM
    assert window.smallest_cap_mm() >= CAP_MM


@pytest.mark.parametrize("width_mm", [90, 150, 220])
@pytest.mark.parametrize("step", [ASK, ORDER], ids=["ask", "order"])
def test_no_words_stand_out_of_their_tile(window, step, width_mm):
    show(window, step, width_mm=width_mm, height_mm=180)
    assert window.words_outside_their_button() == []


@pytest.mark.parametrize(("step", "name"), [(ASK, "choice:2"), (ORDER, "item:3")])
def test_a_touch_says_what_was_touched(window, step, name, qtbot):
    model = show(window, step)
    with qtbot.waitSignal(model.touched) as touched:
        window.touch(name)
    assert touched.args == [name]


@pytest.mark.parametrize(("step", "name"), [(ASK, "choice:2"), (ORDER, "item:3")])
def test_what_glows_is_seen_to_glow(window, step, name):
    model = show(window, step)
    plain = window.seen_at(name)
    model.show_scene(Scene(glowing=name))
    assert differs(plain, window.seen_at(name), least_px=1500)


def test_a_wrong_answer_looks_and_sounds_other_than_a_right_one(window):
    model = show(window, ASK)
    before = window.seen_at("choice:1"), window.seen_at("choice:2")
    model.show_scene(Scene(progress=("choice:2", "choice:1")))
    assert differs(before[0], window.seen_at("choice:1"), least_px=500)
    assert differs(before[1], window.seen_at("choice:2"), least_px=300)
    assert window.heard_note("choice:1") == "Đúng rồi"
    assert window.heard_note("choice:2") == "Chưa đúng"


def test_an_item_that_was_placed_shows_its_number(window):
    model = show(window, ORDER)
    assert "1" not in window.words()
    model.show_scene(Scene(progress=("item:1",)))
    assert "1" in window.words()
    assert window.heard_note("item:1") == "1"


def test_a_tile_stays_the_same_tile_when_something_else_is_chosen(window):
    model = show(window, ORDER)
    before = window.named("item:2")
    model.show_scene(Scene(progress=("item:1",)))
    assert window.named("item:2") is before


def test_a_phone_reads_the_link(window):
    show(window, LINK, width_mm=90, height_mm=120)
    assert window.code() == LINK.qr
    assert LINK.qr in window.words()


def test_a_phone_reads_the_centres_network(window):
    settings = Settings(wifi=Wifi(name="HOC-THU-KIOT", password="hocthu2025"))
    show(window, CENTRE, width_mm=90, height_mm=120, settings=settings)
    assert window.code() == "WIFI:T:WPA;S:HOC-THU-KIOT;P:hocthu2025;;"
    assert "HOC-THU-KIOT" in window.words()


def test_without_a_network_of_its_own_the_centre_sends_to_its_staff(window):
    show(window, CENTRE, width_mm=90, height_mm=120)
    assert "Bác hỏi cán bộ tên mạng và mật khẩu nhé." in window.words()


def test_a_picture_fills_the_place_of_an_explaining_step(window):
    show(window, ExplainStep(say="Wi-Fi là mạng không dây.", picture="wifi"))
    with_picture = window.seen()
    window.item.setVisible(False)
    assert differs(with_picture, window.seen(), least_px=5000)


def test_all_keys_fit_and_are_large(window):
    show_keyboard(window, progress=("",))
    expected = {f"key:{sign}" for row in ROWS for sign in row}
    expected |= {"key:shift", "key: ", "key:erase", "key:page"}
    keys = {name for name in window.targets() if name.startswith("key:")}
    assert keys == expected
    assert min(min(window.size_mm(name)) for name in keys) >= TARGET_MM
    places = [window.place_of(name) for name in keys]
    width = max(place.right() for place in places) - min(place.left() for place in places)
    assert width <= WIDE_MM * PX_PER_MM
    assert len({place.top() for place in places}) == len(ROWS)


def write(text: str) -> TypeStep:
    return TypeStep(say="Bác gõ.", screen="mat-khau", type={"into": "o", "text": text})


@pytest.mark.parametrize("text", ["35000", "Hoc 2025", SENTENCE], ids=["digits", "plain", "marks"])
def test_every_keyboard_has_large_keys_apart_from_each_other(window, text):
    show_keyboard(window, write(text), progress=("",))
    keys = [name for name in window.targets() if name.startswith("key:")]
    places = [window.place_of(name) for name in keys]
    gap = KEY_GAP_MM * PX_PER_MM - 1
    assert min(min(window.size_mm(name)) for name in keys) >= TARGET_MM - 1 / PX_PER_MM
    assert not [
        (one, other)
        for one, other in combinations(places, 2)
        if one.adjusted(-gap, -gap, gap, gap).intersects(other)
    ]
    assert window.place_of("phone:o").bottom() < min(place.top() for place in places)
    assert all(window.heard_name(name) for name in keys)


def test_a_sum_of_money_is_typed_on_a_pad_of_larger_keys(window):
    show_keyboard(window, write("35000"), progress=("3",))
    keys = {name for name in window.targets() if name.startswith("key:")}
    assert keys == {f"key:{key}" for key in (*"1234567890", "erase")}
    assert window.size_mm("key:5") > (2 * TARGET_MM, 1.15 * TARGET_MM)


def test_touches_on_the_phone_write_exactly_that_text(window):
    step = write(SENTENCE)
    model = show_keyboard(window, step, progress=step.begin())

    def take(target: str) -> None:
        progress = step.respond(model.scene.progress, target).progress
        model.show_scene(Scene(progress=progress))

    model.touched.connect(take)
    while model.scene.progress != step.end():
        window.touch(step.expects(model.scene.progress))
    assert step.field_contents(model.scene.progress) == {"o": SENTENCE}


def test_the_field_is_seen_above_the_keyboard(window):
    show_keyboard(window, progress=("Hoc",))
    field, key = window.place_of("phone:o"), window.place_of("key:q")
    assert "•••" in window.words()
    assert field.bottom() <= key.top()
    assert window.place_of("phoneScreen").contains(field)


def test_a_key_says_its_letter(window, qtbot):
    model = show_keyboard(window, progress=("H",))
    with qtbot.waitSignal(model.touched) as touched:
        window.touch("key:o")
    assert touched.args == ["key:o"]


def test_keys_may_follow_each_other_quickly(window, qtbot):
    model = show_keyboard(window, progress=("H",))
    touched = []
    model.touched.connect(touched.append)
    for name in ("key:o", "key:c"):
        window.touch_soon(name)
    assert touched == ["key:o", "key:c"]


def test_shift_makes_capitals_on_the_same_keys(window):
    model = show_keyboard(window, progress=("",))
    plain = window.place_of("key:h")
    model.show_scene(Scene(progress=("", "key:shift")))
    assert window.place_of("key:H") == plain
    assert bool(window.state("key:shift").checked)


def test_the_next_key_is_seen_to_glow(window):
    model = show_keyboard(window, progress=("H",))
    plain = window.seen_at("key:o")
    model.show_scene(Scene(progress=("H",), glowing="key:o"))
    assert differs(plain, window.seen_at("key:o"), least_px=1000)
