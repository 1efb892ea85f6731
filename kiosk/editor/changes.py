"""The trainer's operations on a lesson, as changes of its text that can be undone as one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.authoring.examples import example_data
from kiosk.authoring.schema import MODELINE, element_data, step_data
from kiosk.content.kinds import steps_by_key
from kiosk.content.near import plain_name
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.step import SCREEN_KEYS
from kiosk.editor import edits
from kiosk.editor.extents import EditRefusedError
from kiosk.editor.forms import order_of
from kiosk.editor.history import Change
from kiosk.editor.references import reference_sorts, target_field
from kiosk.editor.structure import Sort, Structure
from kiosk.editor.writing import Value, Wanted
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

GOAL = "Bác tự làm được một việc trên điện thoại."


def new_lesson(title: str, number: int) -> str:
    """The text of a valid new lesson with only a head and one sentence."""
    at = Structure("", None, True, (0, 0), frozenset())  # noqa: FBT003 - an empty text is whole
    greeting = [{"say": f"Hôm nay bác học: {title}."}]
    made: dict[str, Value] = {"title": title, "number": number, "goal": GOAL, "steps": greeting}
    return f"{MODELINE}\n{edits.set_value(at, (), made).text}"


def kind_at(at: Structure, key_path: KeyPath) -> str:
    """The key field of the step or element at a key path; empty when its kind is unclear."""
    node = at.at(key_path)
    data = node.data() if node else None
    kinds: Iterable[str] = steps_by_key() if is_step(key_path) else element_kinds()
    return kind_of_data(data, kinds)


def kind_of_data(data: Data, kinds: Iterable[str]) -> str:
    """The key field of a part: that of the kind which has all key fields present as fields."""
    if not isinstance(data, dict):
        return ""
    known: dict[str, Any] = {**steps_by_key()} if "say" in kinds else {**element_kinds()}
    present = [key for key in data if key in known]
    fields = {
        key: {field.alias or name for name, field in known[key].model_fields.items()}
        for key in present
    }
    fitting = (key for key in present if fields[key].issuperset(present))
    return next(fitting, present[0] if present else "")


def is_step(key_path: KeyPath) -> bool:
    """Whether a key path leads to a step or a part of one."""
    return key_path[:1] == ("steps",) or key_path[2:3] == ("steps",)


def set_field(key_path: KeyPath, inner: KeyPath, value: Wanted) -> Change:
    """Sets a field of a step, an element or (at the empty key path) the head; None removes it."""

    def change(at: Structure) -> Structure:
        whole = (*key_path, *inner)
        if value is None or value == "":
            return edits.remove(at, whole) if at.at(whole) is not None else at
        order = _usual_order(at, whole) if len(inner) == 1 else ()
        return edits.set_value(at, whole, value, order)

    return change


def add_step(index: int, kind: str) -> Change:
    """Inserts a step copied from its kind's example, with the screen that the example shows."""

    def change(at: Structure) -> Structure:
        data = dict(step_data(kind))
        screens = example_data(kind).get("screens", {})
        if (name := str(data.get("screen", ""))) and name in screens:
            taken = _names(at, ("screens",))
            if taken and target_field(step_kinds()[kind].key) is None:
                data["screen"] = next(iter(taken))
            elif name not in taken:
                at = _with_screen(at, name, screens[name])
        if isinstance(data.get("name"), str):
            data["name"] = free_name(str(data["name"]), step_names(at))
        data.pop("goto", None)
        usual = order_of("steps", step_kinds()[kind].key)
        return edits.insert(
            at, ("steps",), index, {name: data[name] for name in usual if name in data}
        )

    return change


def _with_screen(at: Structure, name: str, screen: Value) -> Structure:
    """Adds a screen; the first screen of a lesson is written before its steps."""
    if at.at(("screens",)) is not None:
        return edits.set_value(at, ("screens", name), screen)
    return edits.set_value(at, ("screens",), {name: screen}, order_of("head", ""))


def add_element(key_path: KeyPath, index: int, key: str) -> Change:
    """Inserts an element copied from its kind's example, with a target name that is free there."""

    def change(at: Structure) -> Structure:
        node = at.at(key_path)
        taken = set(_texts(node.data() if node else None))
        data = dict(element_data(key))
        model = element_kinds()[key]
        if model.touchable and isinstance(data.get(key), str):
            data[key] = free_name(str(data[key]), taken)
        return edits.insert(at, key_path, index, data)

    return change


def duplicate(key_path: KeyPath) -> Change:
    """Duplicates a step or an element, with new names for the copy."""

    def change(at: Structure) -> Structure:
        parent, index = key_path[:-1], key_path[-1]
        assert isinstance(index, int)
        key = kind_at(at, key_path)
        node, around = at.at(key_path), at.at(parent)
        data = node.data() if node else None
        after = edits.duplicate(at, parent, index)
        copied = (*parent, index + 1)
        if not isinstance(data, dict):
            return after
        if is_step(key_path):
            if name := data.get("name"):
                fresh = free_name(str(name), step_names(at))
                after = edits.set_value(after, (*copied, "name"), fresh)
            return after
        if key and element_kinds()[key].touchable and isinstance(data.get(key), str):
            fresh = free_name(str(data[key]), _texts(around.data() if around else None))
            after = edits.set_value(after, (*copied, key), fresh)
        return after

    return change


def add_item(key_path: KeyPath, index: int, item: Value) -> Change:
    """Inserts an item into a list, which is created if it is missing."""

    def change(at: Structure) -> Structure:
        if at.at(key_path) is None:
            return edits.set_value(at, key_path, [item], _usual_order(at, key_path))
        return edits.insert(at, key_path, index, item)

    return change


def remove(key_path: KeyPath) -> Change:
    """Removes a part; a list field is removed with its last item."""

    def change(at: Structure) -> Structure:
        around = at.at(key_path[:-1])
        is_last = around is not None and around.sort is Sort.LIST and len(around.items) == 1
        is_field = key_path[-2:-1] != ("steps",) and "screens" not in key_path[-3:-2]
        return edits.remove(at, key_path[:-1] if is_last and is_field else key_path)

    return change


def _usual_order(at: Structure, key_path: KeyPath) -> tuple[str, ...]:
    """The usual order of the fields of the part to which a field is added."""
    if len(key_path) == 1:
        return order_of("head", "")
    part = key_path[:-1]
    key = kind_at(at, part)
    return order_of("steps" if is_step(part) else "screens", key) if key else ()


def move(key_path: KeyPath, by: int) -> Change:
    """Moves an item up or down in its list, within the list's bounds."""

    def change(at: Structure) -> Structure:
        parent, index = key_path[:-1], key_path[-1]
        around = at.at(parent)
        if not isinstance(index, int) or around is None:
            raise EditRefusedError
        new = max(0, min(len(around.items) - 1, index + by))
        return edits.move(at, parent, index, new) if new != index else at

    return change


def add_screen(name: str, like: str = "") -> Change:
    """Adds a screen with a title bar, or a copy of another screen."""

    def change(at: Structure) -> Structure:
        fresh = free_name(plain_name(name) or "man-hinh", _names(at, ("screens",)))
        if like:
            return edits.duplicate_key(at, ("screens",), like, fresh)
        screen: Value = [{"bar": name or "Màn hình mới"}]
        return _with_screen(at, fresh, screen)

    return change


def rename_screen(old: str, title: str, bar: KeyPath = ()) -> Change:
    """Renames a screen, also in steps and variants that refer to it.

    `bar`: the key path of the title bar's text, if the screen is known by it.
    """

    def change(at: Structure) -> Structure:
        if bar:
            at = edits.set_value(at, bar, title)
        new = free_name(plain_name(title) or "man-hinh", _names(at, ("screens",)) - {old})
        if new == old:
            return at
        for key_path, node in list(at.key_paths()):
            if is_step(key_path) and key_path[-1] in SCREEN_KEYS and node.value == old:
                at = edits.set_value(at, key_path, new)
        for key_path, _ in list(at.key_paths()):
            if key_path[-2:] == ("screens", old):
                at = edits.rename_key(at, key_path, new)
        return at

    return change


def set_target(step: KeyPath, target: str) -> Change:
    """Makes an element the target of a step."""

    def change(at: Structure) -> Structure:
        field = target_field(kind_at(at, step))
        if field is None:
            raise EditRefusedError
        return edits.set_value(at, (*step, *field), target)

    return change


def rename_target(element: KeyPath, new: str) -> Change:
    """Renames a target, also in the steps that refer to it on that screen."""

    def change(at: Structure) -> Structure:
        key, screen = kind_at(at, element), element[-2]
        node = at.at((*element, key))
        old = node.value if node else ""
        at = edits.set_value(at, (*element, key), new)
        for key_path in _steps(at):
            shown = at.at((*key_path, "screen"))
            sorts = reference_sorts("steps", kind) if (kind := kind_at(at, key_path)) else {}
            if shown is None or shown.value != screen:
                continue
            for inner, sort in sorts.items():
                for whole in _matching(at, key_path, inner) if sort == "target" else ():
                    found = at.at(whole)
                    if found is not None and found.value == old:
                        at = edits.set_value(at, whole, new)
        return at

    return change


def set_goto(field: KeyPath, to: int) -> Change:
    """Points a `goto` field to a step, which gets a name if it has none."""

    def change(at: Structure) -> Structure:
        named = at.at(("steps", to, "name"))
        if named is not None and named.value:
            return edits.set_value(at, field, named.value)
        name = free_name(f"buoc-{to + 1}", step_names(at))
        key = kind_at(at, ("steps", to))
        order = order_of("steps", key) if key else ()
        at = edits.set_value(at, ("steps", to, "name"), name, order)
        return edits.set_value(at, field, name)

    return change


def own_screen(make: str, screen: str) -> Change:
    """Creates a variant of a screen for a make of phone, as a copy of the common screen."""

    def change(at: Structure) -> Structure:
        node = at.at(("screens", screen))
        data: Any = node.data() if node else None
        if data is None:
            raise EditRefusedError
        return edits.set_value(at, ("phones", make, "screens", screen), data)

    return change


def step_names(at: Structure) -> frozenset[str]:
    nodes = (at.at((*key_path, "name")) for key_path in _steps(at))
    return frozenset(node.value for node in nodes if node is not None)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """The name itself if it is free, else with the lowest free number appended."""
    used = set(taken)
    if wanted not in used:
        return wanted
    number = 2
    while f"{wanted}-{number}" in used:
        number += 1
    return f"{wanted}-{number}"


def _steps(at: Structure) -> Iterator[KeyPath]:
    node = at.at(("steps",))
    for index in range(len(node.items) if node else 0):
        yield ("steps", index)


def _names(at: Structure, key_path: KeyPath) -> frozenset[str]:
    node = at.at(key_path)
    return frozenset(key.value for key in node.keys) if node else frozenset()


def _matching(at: Structure, key_path: KeyPath, inner: KeyPath) -> Iterator[KeyPath]:
    """The key paths in a step that match a key path with wildcards (`choices`, `*`, `on`)."""
    if not inner:
        yield key_path
    elif inner[0] == "*":
        node = at.at(key_path)
        for index in range(len(node.items) if node else 0):
            yield from _matching(at, (*key_path, index), inner[1:])
    elif at.at((*key_path, inner[0])) is not None:
        yield from _matching(at, (*key_path, inner[0]), inner[1:])


def _texts(data: Data) -> Iterator[str]:
    """All strings in the data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)
