"""Steps, elements of the phone, and the ends of arrows are moved by dragging."""

import shutil

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.folders import CHECKOUT
from kiosk.ui.authoring.editor_rows import key_path_of


@pytest.fixture
def trainer(make_trainer, tmp_path):
    path = tmp_path / "lua-dao.yaml"
    shutil.copy(CHECKOUT / "lessons" / "lua-dao.yaml", path)
    return make_trainer(path)


def drag(trainer, start, end):
    """Drags with the left mouse button from `start` to `end` in ten moves."""
    window = trainer.window
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, left, none, start)
    for part in range(1, 11):
        QTest.mouseMove(window, start + (end - start) * part / 10)
        trainer.driver.wait_for_frame()
    QTest.mouseRelease(window, left, none, end)
    trainer.driver.settle()
    trainer.touches += 1


def middle(item):
    place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    return QPoint(int(place.x()), int(place.y()))


def steps_of(trainer):
    return trainer.model._session.data["steps"]


def test_a_step_is_dragged_to_another_place(trainer):
    trainer.driver.settle()
    first, third = steps_of(trainer)[0], steps_of(trainer)[2]
    here, there = (trainer.driver.find(f"editor-step:{at}") for at in (0, 2))
    drag(trainer, middle(here), middle(there))
    assert steps_of(trainer)[2] == first
    assert steps_of(trainer)[1] == third
    assert trainer.model.property("step") == 2
    trainer.touch("editor-undo")
    assert steps_of(trainer)[0] == first


def test_a_step_that_is_held_at_the_lower_edge_brings_on_those_below(trainer):
    trainer.driver.settle()
    steps = trainer.driver.item("editor-steps")
    assert steps.property("contentHeight") > steps.height() * 1.2
    first = trainer.driver.find("editor-step:0")
    edge = steps.mapToScene(QPointF(first.width() / 2, steps.height() - 3)).toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(trainer.window, left, none, middle(first))
    for part in range(1, 11):
        QTest.mouseMove(trainer.window, middle(first) + (edge - middle(first)) * part / 10)
        trainer.driver.wait_for_frame()
    trainer.see(lambda: steps.property("contentY") > 0, "the steps below")
    QTest.mouseRelease(trainer.window, left, none, edge)
    trainer.see(lambda: trainer.model.property("step") > 5, "the step further down")


def test_what_is_on_the_phone_is_dragged_to_another_place(trainer):
    trainer.touch("editor-screen:man-hinh-chinh")
    trainer.driver.settle()
    before = [each["app"] for each in trainer.model._session.data["screens"]["man-hinh-chinh"]]
    slots = trainer.slots()
    drag(trainer, middle(slots[0]), middle(slots[2]))
    after = [each["app"] for each in trainer.model._session.data["screens"]["man-hinh-chinh"]]
    assert after == [before[1], before[2], before[0], *before[3:]]
    assert trainer.model.property("element") == 2


def test_the_end_of_an_arrow_is_dragged_to_another_step(trainer):
    trainer.driver.settle()
    arrow = next(each for each in trainer.model.arrows.rows if each.start == 4)
    wanted = next(at for at in (2, 3, 7) if at != arrow.end)
    head = trainer.driver.find(f"editor-arrow:{arrow.key}")
    row = trainer.driver.find(f"editor-step:{wanted}")
    drag(trainer, middle(head), QPoint(middle(head).x(), middle(row).y()))
    moved = next(each for each in trainer.model.arrows.rows if each.key == arrow.key)
    assert (moved.start, moved.end) == (4, wanted)
    written = trainer.model._session.at(key_path_of(arrow.key))
    assert written == steps_of(trainer)[wanted]["name"]
