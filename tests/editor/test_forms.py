"""Every kind has a form made from its schema; values that the form offers are valid."""

import subprocess
import sys

import pytest
from new_parts import LAMP, WAVE, write

from kiosk.authoring.examples import element_example_data
from kiosk.authoring.schema import element_data, step_data
from kiosk.content.kinds import steps_by_key
from kiosk.editor.changes import add_element, add_step, set_target
from kiosk.editor.forms import Control, element_form, empty_item, head_form, kind_title, step_form
from kiosk.editor.history import LessonText
from kiosk.editor.references import sort_of, target_field
from kiosk.editor.session import Session
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

LOOK = """
import kiosk.phone, kiosk.steps
kiosk.steps.__path__.append({steps!r})
kiosk.phone.__path__.append({phone!r})
from kiosk.editor.forms import element_form, step_form, kind_title
print([row.key_path[0] for row in step_form("wave", {{}})][:2], kind_title("steps", "wave"))
print([row.key_path[0] for row in element_form("lamp", {{}})][:2], kind_title("screens", "lamp"))
from kiosk.editor.changes import add_element, add_step
from kiosk.editor.history import LessonText
text = LessonText.of("title: A\\nsteps:\\n  - say: B\\n")
print(text.changed(add_step(1, "wave"), add_element(("screens", "s"), 0, "lamp")).text)
"""


@pytest.mark.parametrize("kind", step_kinds())
def test_every_kind_of_step_has_a_form_with_words(kind):
    key = step_kinds()[kind].key
    rows = step_form(key, step_data(kind))
    assert any(row.key_path == (key,) and row.present for row in rows)
    assert all(row.title for row in rows if not row.item and len(row.key_path) == 1)
    assert kind_title("steps", key)


@pytest.mark.parametrize("key", element_kinds())
def test_every_element_has_a_form(key):
    rows = element_form(key, element_data(key))
    assert any(row.key_path == (key,) and row.present for row in rows)
    assert kind_title("screens", key) == str(element_example_data(key)["title"])


def test_a_form_knows_how_each_value_is_given():
    rows = {
        row.key_path: row for row in head_form({"title": "A", "troubles": {"x": {"title": "B"}}})
    }
    assert rows["title",].control is Control.LABEL
    assert (rows["number",].low, rows["number",].high) == (1, 99999)
    assert rows["goal",].control is Control.SENTENCE
    assert rows["troubles", "x", "title"].value == "B"
    choice = {row.key_path: row for row in step_form("ask", step_data("ask"))}
    assert choice["choices", 0, "right"].control is Control.SWITCH
    assert choice["choices", 0].item


@pytest.mark.parametrize("kind", step_kinds())
def test_a_new_item_of_a_list_is_taken_by_the_kind(kind):
    key = step_kinds()[kind].key
    data = step_data(kind)
    for row in step_form(key, data):
        if row.control is Control.LIST and len(row.key_path) == 1 and row.present:
            name = str(row.key_path[0])
            item = empty_item("steps", key, row.key_path)
            more = {**data, name: [*data[name][:2], item]}
            assert steps_by_key()[key].model_validate(more)


def test_kinds_tell_what_their_fields_name():
    assert sort_of("steps", "tap", ("tap",)) == "target"
    assert sort_of("steps", "ask", ("choices", 1, "goto")) == "step"
    assert sort_of("screens", "row", ("icon",)) == "icon"
    assert target_field("type") == ("type", "into")
    assert target_field("say") is None


@pytest.mark.parametrize("kind", step_kinds())
def test_every_kind_of_step_can_be_added_with_what_it_shows(kind):
    text = LessonText.of("title: A\nsteps:\n  - say: B\n").changed(add_step(1, kind))
    assert len(text.structure.at(("steps",)).items) == 2
    shown = text.structure.at(("steps", 1, "screen"))
    assert shown is None or text.structure.at(("screens", shown.value)) is not None


@pytest.mark.parametrize("key", element_kinds())
def test_every_element_can_be_added_twice_under_two_names(key):
    add = add_element(("screens", "s"), 9, key)
    items = LessonText.of("title: A\n").changed(add, add).structure.at(("screens", "s")).items
    if element_kinds()[key].touchable:
        assert items[0].data()[key] != items[1].data()[key]


def test_what_is_touched_becomes_the_target():
    text = LessonText.of("steps:\n  - say: A\n    screen: s\n    tap: x\n")
    assert "tap: nut" in text.changed(set_target(("steps", 0), "nut")).text


def test_a_kind_that_is_added_has_its_form(tmp_path):
    write(tmp_path / "steps" / "wave", WAVE)
    write(tmp_path / "phone", LAMP)
    code = LOOK.format(steps=str(tmp_path / "steps"), phone=str(tmp_path / "phone"))
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert "Vẫy tay" in done.stdout
    assert "wave: 2" in done.stdout
    assert "- lamp: den-ban" in done.stdout


CALL = """\
title: A
steps:
  - call: Số lạ
    says: Chuyển tiền ngay.
    choices:
      - {text: Cúp máy, on: decline, right: true, goto: yen}
      - {text: Chuyển}
  - say: Bác yên tâm.
    name: yen
"""


def test_where_an_answer_leads_and_what_it_touches_is_told_in_words_not_in_names():
    session = Session(LessonText.of(CALL)).with_step(0)
    assert session.words_of("decline") == "Nút đỏ: cúp máy"
    assert session.words_of_step("yen") == "2. Bác yên tâm."
    assert session.words_of_step("khac") == "khac"
    titles = {row.key_path: row.title for row in session.form()}
    assert titles["choices", 0, "right"] == "Đúng"
