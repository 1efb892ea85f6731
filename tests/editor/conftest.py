"""The real editor window, operated by touches and keys, which are counted."""

from pathlib import Path

import pytest
from fake_microphone import FakeMicrophone
from fakes import FakeNarrator
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem

from kiosk.app import Platform
from kiosk.content.media import media_in
from kiosk.editing import LessonEditor
from kiosk.headless.ui_driver import SteppingClock, UiDriver, items_below, qml_type_of
from kiosk.ui.authoring.editor_rows import key_of, key_path_of
from kiosk.ui.window.kiosk_window import WindowConfig

WIDTH, HEIGHT = 1366, 768


class Trainer:
    """A trainer at the editor: touches and types, and reads the screen."""

    def __init__(self, editor: LessonEditor, clock: SteppingClock) -> None:
        self.editor = editor
        self.model = editor.model
        self.window = editor.kiosk.window
        self.driver = UiDriver(self.window, clock, motion=False)
        self.touches = 0
        self.letters = 0

    @property
    def text(self) -> str:
        return self.model._session.lesson.text

    @property
    def path(self) -> Path:
        return self.model._keeper.path

    def see(self, is_so, what: str = "") -> None:
        self.driver.wait_until(is_so, what)

    def begin(self) -> "Trainer":
        self.editor.show()
        self.see(lambda: self.model.property("loaded"), "the lesson")
        self.looked_over()
        return self

    def looked_over(self) -> None:
        """Waits until the current text has been checked for problems."""
        self.see(lambda: self.model.property("lookedOver"), "the reader")

    def touch(self, name: str) -> None:
        """Touches the item with this name, scrolled into view first if necessary."""
        self.driver.wait_for_frame()
        self._swipe_to(name)
        self.driver.touch(name)
        self.touches += 1

    def field(self, *key_path: str | int) -> str:
        return f"editor-field:{key_of(key_path)}"

    def type_into(self, text: str, *key_path: str | int) -> None:
        """Touches a field, replaces its text, and presses Enter."""
        self.looked_over()  # problems that are found make the form shorter
        if not self.driver.is_seen(self.field(*key_path)):
            self.touch("editor-more")
        self.touch(self.field(*key_path))
        self.see(lambda: not self.driver.is_seen(self.field(*key_path)), "the cursor")
        self.write(text)
        self.key(Qt.Key.Key_Return)

    def words_field(self) -> tuple[str | int, ...]:
        """The key path of the text of the element selected on the phone."""
        return key_path_of(self.model.property("wordsKey"))

    def pick(self, value: str, *key_path: str | int) -> None:
        """Touches a field that offers choices, and then the choice with this value."""
        if not self.driver.is_seen(f"editor-pick:{key_of(key_path)}"):
            self.touch("editor-more")
        self.touch(f"editor-pick:{key_of(key_path)}")
        self.touch(f"editor-choice:{value}")

    def write(self, text: str) -> None:
        """Types letters on the physical keyboard."""
        self.letters += len(text)
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QGuiApplication.sendEvent(self.window, event)

    def key(self, key: Qt.Key) -> None:
        self.driver.press_key(key)
        self.touches += 1

    def add_step(self, kind: str) -> None:
        self.touch("editor-add-step")
        self.touch(f"editor-choice:{kind}")

    def touch_on_phone(self, index: int) -> None:
        """Touches the element of this index, counted from the top, on the simulated phone."""
        self.driver.settle()
        slot = self.slots()[index]
        middle = slot.mapToScene(QPointF(slot.width() / 2, min(slot.height(), 40) / 2))
        self.driver.touch_at(QPoint(int(middle.x()), int(middle.y())))
        self.touches += 1

    def slots(self) -> list[QQuickItem]:
        phone = self.driver.item("editor-phone")
        return [item for item in items_below(phone) if qml_type_of(item) == "ElementSlot"]

    def _swipe_to(self, name: str) -> None:
        """Scrolls the list of the item with this name until the item is visible."""
        item = self.driver.find(name)
        view = item.parentItem() if item else None
        while view is not None and view.property("flicking") is None:
            view = view.parentItem()
        if item is None or view is None:
            return
        place = item.mapToItem(view.property("contentItem"), QPointF(0, 0))
        for axis, size, at in (
            ("X", view.width(), place.x()),
            ("Y", view.height(), place.y()),
        ):
            begin = view.property(f"origin{axis}")
            spare = view.property("contentWidth" if axis == "X" else "contentHeight") - size
            shown = at - view.property(f"content{axis}")
            length = item.width() if axis == "X" else item.height()
            if spare > 0 and not 0 <= shown <= size - length:
                view.setProperty(f"content{axis}", begin + max(0, min(spare, at - begin - 20)))
        self.driver.wait_for_frame()


@pytest.fixture
def make_trainer(qapp, folders, settings):
    """Opens editors of lesson files; they are closed after the test."""
    opened = []

    def make(path: Path) -> Trainer:
        clock = SteppingClock()
        platform = Platform(
            narrator=lambda _s, _f, parent: FakeNarrator(parent),
            clock=clock,
            microphone=FakeMicrophone,
        )
        look = WindowConfig(WIDTH, HEIGHT, motion=False)
        editor = LessonEditor(path, folders, settings, platform, look)
        opened.append(editor)
        return Trainer(editor, clock).begin()

    yield make
    for editor in opened:
        editor.close()
    media_in(folders).judge.close()
