"""The number of layouts that a phone's screen needs until its font size is found."""

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QObject
from PySide6.QtQuick import QQuickItem

from kiosk.domain.arrival import Arrival
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel
from kiosk.ui.window import drawings
from tests.ui.phone_window import PhoneWindow, element, screen

MAX_LAYOUTS = 9
"""The number of sizes tried for a screen that was never shown before."""
APPS = [
    element(app=f"app-{at}", icon="settings", label=label)
    for at, label in enumerate(
        ("Cài đặt", "Ngân hàng Mẫu", "Máy ảnh", "Tin nhắn", "Điện thoại", "Ảnh") * 2
    )
]
LONG = [
    element(bar="Cài đặt"),
    *(element(row=f"hang-{at}", icon="wifi", label="Kết nối thiết bị") for at in range(9)),
]
SCREENS = {"apps": screen(*APPS), "longer than the glass": screen(*LONG)}


class CountedPhone:
    """A phone that counts the font sizes tried on its screen."""

    def __init__(self, window: PhoneWindow) -> None:
        self.window = window
        self.phone: PhoneViewModel = window.show_phone(PhoneScene(screen(element(bar="Trước"))))
        self.layouts = 0
        self._screen = window.named("phoneScreen")
        QObject.connect(self._screen, SIGNAL("letterScaleChanged()"), self._count)

    def _count(self) -> None:
        self.layouts += 1

    @property
    def letters(self) -> float:
        return float(self._screen.property("letterScale"))

    def show(self, scene: PhoneScene) -> int:
        """Shows the scene until it is painted; returns the number of layouts."""
        self.layouts = 0
        self.phone.show_scene(scene)
        self.window.seen()
        return self.layouts


@pytest.fixture(params=["normal", "largest"])
def counted(request, qapp):
    window = PhoneWindow({"textSize": request.param})
    yield CountedPhone(window)
    window.close()


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_that_was_never_shown_is_laid_few_times(counted, name):
    assert 1 <= counted.show(PhoneScene(SCREENS[name])) <= MAX_LAYOUTS


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_that_was_shown_is_laid_once_and_looks_the_same(counted, name):
    counted.show(PhoneScene(SCREENS[name]))
    letters = counted.letters
    counted.show(PhoneScene(screen(element(bar="Trước"))))
    assert counted.show(PhoneScene(SCREENS[name])) <= 1
    assert counted.letters == letters


@pytest.fixture
def drawn(monkeypatch):
    """The sizes in which icons were drawn."""
    sizes = []
    draw = drawings._svg_image

    def count(drawing, size):
        sizes.append(size.width())
        return draw(drawing, size)

    monkeypatch.setattr(drawings, "_svg_image", count)
    return sizes


def icons_of(item: QQuickItem) -> list[QQuickItem]:
    found = [item] if item.property("drawnSize") is not None else []
    return found + [icon for child in item.childItems() for icon in icons_of(child)]


@pytest.mark.parametrize("name", SCREENS)
def test_icons_are_not_drawn_in_the_sizes_that_are_only_tried(counted, drawn, name):
    counted.show(PhoneScene(SCREENS[name]))
    assert len(set(drawn)) <= 2  # the size before the font size was found, and the final size
    icons = [icon for icon in icons_of(counted.window.item) if icon.isVisible()]
    assert icons
    for icon in icons:
        assert icon.property("drawnSize") == icon.property("size") == icon.width()


def test_a_message_is_fitted_when_it_comes_and_not_before(counted, qtbot):
    (message,) = (each for each in counted.window.items() if each.objectName() == "phone:arrival")
    counted.window.item.setWidth(counted.window.item.width() - 20)
    counted.window.seen()
    QCoreApplication.sendPostedEvents()
    assert message.property("fitted") == 0

    arrival = Arrival.model_validate({"from": "Con gái", "text": "Mẹ ơi, tối nay con về."})
    shown = counted.phone.scene.screen
    counted.phone.show_scene(PhoneScene(shown, arrival=arrival, messages=(arrival,)))
    qtbot.waitUntil(lambda: message.property("fitted") > 0)
    assert message.property("fitted") == message.implicitHeight()


def test_all_that_changes_before_a_frame_is_one_search(counted):
    item = counted.window.item
    counted.phone.show_scene(PhoneScene(SCREENS["apps"]))
    for height in (500, 450, 400):
        item.setHeight(height)
    item.setWidth(item.width() - 20)
    counted.layouts = 0
    counted.window.seen()
    assert 1 <= counted.layouts <= MAX_LAYOUTS
