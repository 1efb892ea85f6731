"""The editor offers and edits every kind of step and element, from its schema and example."""

from pathlib import Path

import pytest

from kiosk.content.media import media_in
from kiosk.content.positions import document_of
from kiosk.content.reader import reading_of
from kiosk.editor import changes
from kiosk.editor.forms import element_form, kind_title, step_form
from kiosk.editor.history import LessonText
from kiosk.editor.overview import element_of, step_lines
from kiosk.folders import Folders
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds
from kiosk.ui.authoring.editor_rows import element_kind_rows, step_kind_rows

MEDIA = media_in(Folders())
SCREEN = "man-hinh"


def lesson(*done):
    return LessonText.of(changes.new_lesson("Thử", 99)).changed(*done)


def errors(text):
    found = reading_of(document_of(text, "thu.yaml"), Path("thu.yaml"), MEDIA).problems
    return [each for each in found if each.is_error]


def fields_of(model):
    return {field.alias or name for name, field in model.model_fields.items()}


def shown_in(rows):
    return {row.key_path[0] for row in rows}


@pytest.mark.parametrize("name", step_kinds())
def test_a_kind_of_step_is_offered_added_and_has_a_form(name):
    kind = step_kinds()[name]
    (offered,) = [row for row in step_kind_rows(MEDIA.icons) if row.value == name]
    assert offered.title == kind_title("steps", kind.key) != ""
    assert offered.icon_name in MEDIA.icons
    added = lesson(changes.add_step(1, name))
    assert not errors(added.text)
    line = step_lines(dict(added.structure.root.data()))[1]
    assert line.kind == kind.key
    assert line.words
    data = added.structure.at(("steps", 1)).data()
    assert fields_of(kind) == shown_in(step_form(kind.key, data))


@pytest.mark.parametrize("key", element_kinds())
def test_an_element_is_offered_drawn_added_and_has_a_form(key):
    kind = element_kinds()[key]
    (offered,) = [row for row in element_kind_rows() if row.value == key]
    assert offered.title == kind_title("screens", key) != ""
    added = lesson(
        changes.add_screen(SCREEN),
        changes.add_element(("screens", SCREEN), 1, key),
        changes.set_field(("steps", 0), ("screen",), SCREEN),
    )
    assert not errors(added.text)
    data = added.structure.at(("screens", SCREEN, 1)).data()
    assert element_of(data)
    assert fields_of(kind) == shown_in(element_form(key, data))
