"""Slots of the lesson editor: each one turns a user action into changes of the session."""

from dataclasses import replace

from PySide6.QtCore import Slot

from kiosk.content.near import plain_name
from kiosk.editor import changes
from kiosk.editor.forms import Control, choice_words, empty_item
from kiosk.editor.history import Change
from kiosk.editor.session import EditedPart, Session
from kiosk.phone import element_kinds
from kiosk.qt.properties import qml_type
from kiosk.ui.authoring.editor_lists import EditorLists
from kiosk.ui.authoring.editor_rows import (
    ChoiceRow,
    key_path_of,
)


@qml_type
class EditorActions(EditorLists):
    """Slots for QML; each one applies changes to the session or changes the selection."""

    def _do(self, *done: Change) -> bool:
        """Applies the changes in order; returns False when they are refused."""
        raise NotImplementedError

    def _set_session(self, after: Session) -> None:
        """Replaces the session, which holds the text and the selection."""
        raise NotImplementedError

    @Slot(int)
    def chooseStep(self, at: int) -> None:
        self._set_session(self._session.with_step(at))

    @Slot()
    def chooseHead(self) -> None:
        self._set_session(replace(self._session, part=EditedPart.HEAD, element=-1))

    @Slot(int)
    def chooseElement(self, at: int) -> None:
        """Selects an element of the shown screen by index; a negative index is ignored."""
        if self._session.screen and at >= 0:
            self._set_session(self._session.with_element(at))

    @Slot(str)
    def chooseScreen(self, name: str) -> None:
        self._set_session(self._session.with_screen(name))

    @Slot(str)
    def chooseMake(self, make: str) -> None:
        """Shows the screens for a make of phone; an empty string is the default make."""
        self._set_session(replace(self._session, make=make, element=-1).settled())

    @Slot(str, str)
    def setField(self, key: str, value: str) -> None:
        """Sets a field of the form; an empty value removes the field."""
        inner = key_path_of(key)
        session = self._session
        before = session.at((*session.key_path, *inner))
        text = " ".join(value.split())
        if text == (before or ""):
            return
        control = next((each.control for each in session.form() if each.key_path == inner), None)
        is_name = control is Control.NAME and bool(text)
        own_key = session.part is EditedPart.ELEMENT and inner == (session.kind,)
        if is_name and own_key and element_kinds()[session.kind].touchable:
            self._do(changes.rename_target(session.key_path, plain_name(text)))
        elif control is Control.NUMBER and text.isdigit():
            self._do(changes.set_field(session.key_path, inner, int(text)))
        elif is_name:
            named = text if text in dict(session.options(inner)) else plain_name(text)
            picture = session.sort_of(inner) == "picture"
            self._do(changes.set_field(session.key_path, inner, text if picture else named))
        else:
            self._do(changes.set_field(session.key_path, inner, text or None))

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Toggles a boolean field; off removes the field."""
        inner = key_path_of(key)
        on = self._session.at((*self._session.key_path, *inner)) in ("true", "yes", "on")
        self._do(changes.set_field(self._session.key_path, inner, None if on else True))

    @Slot(str)
    def addItem(self, key: str) -> None:
        """Appends an item to a list of the form, or several up to the list's minimum length."""
        session, inner = self._session, key_path_of(key)
        parts = {EditedPart.HEAD: "head", EditedPart.STEP: "steps", EditedPart.ELEMENT: "screens"}
        part = parts[session.part]
        item = empty_item(part, session.kind, inner)
        whole = (*session.key_path, *inner)
        row = next(each for each in session.form() if each.key_path == inner)
        node = session.lesson.structure.at(whole)
        if row.control is Control.NAMED:
            taken = [each.value for each in node.keys] if node else []
            name = changes.free_name("ten", taken)
            self._do(changes.set_field(session.key_path, (*inner, name), item))
        elif row.control is Control.GROUP:
            self._do(changes.set_field(session.key_path, inner, item))
        else:
            size = len(node.items) if node else 0
            least = max(1, row.low - size)
            insert = [changes.add_item(whole, size + at, item) for at in range(least)]
            self._do(*insert)

    @Slot(str)
    def removeItem(self, key: str) -> None:
        """Removes an item from a list of the form."""
        self._do(changes.remove((*self._session.key_path, *key_path_of(key))))

    @Slot(str, int)
    def moveItem(self, key: str, by: int) -> None:
        """Moves an item of a list by this many places."""
        self._do(changes.move((*self._session.key_path, *key_path_of(key)), by))

    @Slot(int, int)
    def moveElement(self, at: int, to: int) -> None:
        """Moves an element of the shown screen and selects it."""
        if self._session.screen and self._do(
            changes.move((*self._session.screen_key_path, at), to - at)
        ):
            self.chooseElement(to)

    @Slot(str, int)
    def setJump(self, key: str, to: int) -> None:
        """Sets the step to which an arrow leads, after the arrow was dragged."""
        self._do(changes.set_goto(key_path_of(key), to))

    @Slot(int, int)
    def moveStep(self, at: int, to: int) -> None:
        """Moves a step and selects it."""
        if self._do(changes.move(("steps", at), to - at)):
            self.chooseStep(to)

    @Slot(int)
    def moveChosen(self, by: int) -> None:
        """Moves the selected step or element by this many places."""
        session = self._session
        if session.part is EditedPart.STEP and self._do(changes.move(session.key_path, by)):
            self.chooseStep(max(0, min(self.steps.rows[-1].index, session.step + by)))
        elif session.part is EditedPart.ELEMENT and self._do(changes.move(session.key_path, by)):
            self.chooseElement(max(0, min(len(session.elements()) - 1, session.element + by)))

    @Slot()
    def duplicateChosen(self) -> None:
        """Duplicates the selected step or element and selects the copy."""
        session = self._session
        if session.part is not EditedPart.HEAD and self._do(changes.duplicate(session.key_path)):
            if session.part is EditedPart.STEP:
                self.chooseStep(session.step + 1)
            else:
                self.chooseElement(session.element + 1)

    @Slot()
    def removeChosen(self) -> None:
        """Removes the selected step or element; the head cannot be removed."""
        if self._session.part is not EditedPart.HEAD:
            self._do(changes.remove(self._session.key_path))

    @Slot()
    def makeTarget(self) -> None:
        """Makes the selected element the target of the selected step."""
        session = self._session
        element = session.elements()[session.element] if session.element >= 0 else None
        if element is None or not element.targets:
            return
        done = [changes.set_target(("steps", session.step), element.targets[0])]
        data = session.step_data
        if isinstance(data, dict) and data.get("screen") != session.screen:
            done.append(changes.set_field(("steps", session.step), ("screen",), session.screen))
        self._do(*done)

    @Slot()
    def useScreen(self) -> None:
        """Sets the shown screen as the screen of the selected step."""
        step = ("steps", self._session.step)
        self._do(changes.set_field(step, ("screen",), self._session.screen))

    @Slot()
    def ownScreen(self) -> None:
        """Adds a variant of the shown screen for the selected make of phone."""
        self._do(changes.own_screen(self._session.make, self._session.screen))

    @Slot(str)
    def renameScreen(self, title: str) -> None:
        """Renames the shown screen; a blank title is ignored."""
        if title.strip():
            at = self._session.screens.index(self._session.screen)
            bar = self._session.titling_bar()
            if self._do(changes.rename_screen(self._session.screen, title, bar)):
                self.chooseScreen(self._session.screens[at])

    @Slot(str)
    def addScreen(self, title: str) -> None:
        """Adds a screen and selects it."""
        before = set(self._session.screens)
        if self._do(changes.add_screen(title)):
            name = next(each for each in self._session.screens if each not in before)
            self.chooseScreen(name)

    @Slot()
    def copyScreen(self) -> None:
        """Duplicates the shown screen and selects the copy."""
        before = set(self._session.screens)
        if self._do(changes.add_screen(self._session.screen, like=self._session.screen)):
            self.chooseScreen(next(e for e in self._session.screens if e not in before))

    @Slot()
    def undo(self) -> None:
        """Undoes the last change."""
        self._set_session(replace(self._session, lesson=self._session.lesson.undone()).settled())

    @Slot()
    def redo(self) -> None:
        """Redoes the change that was undone last."""
        self._set_session(replace(self._session, lesson=self._session.lesson.redone()).settled())

    @Slot(int)
    def applyFix(self, at: int) -> None:
        """Applies the automatic fix of a problem, if it has one."""
        fix = self._problems[at].fix
        if fix:
            self._do(fix)

    @Slot(int)
    def showProblem(self, at: int) -> None:
        key_path = self._problems[at].key_path
        if key_path[:1] == ("steps",) and len(key_path) > 1:
            self.chooseStep(int(key_path[1]))
        elif key_path[:1] == ("screens",) and len(key_path) > 1:
            self._set_session(self._session.with_screen(str(key_path[1])))
            if len(key_path) > 2:
                self.chooseElement(int(key_path[2]))
        elif key_path[:1] not in (("phones",), ("screens",), ("steps",)):
            self.chooseHead()

    @Slot(str)
    def pick(self, key: str) -> None:
        """Opens the picker with the values that a field can take."""
        inner = key_path_of(key)
        session, picker = self._session, self._picker
        sort = session.sort_of(inner)
        row = next((each for each in session.form() if each.key_path == inner), None)
        if sort in ("icon", "picture"):
            picker.offer_drawings(sort, lambda value: self.setField(key, value))
        elif sort == "number":
            picker.offer_numbers(lambda value: self.setField(key, value))
        elif sort == "step":
            whole = (*session.key_path, *inner)
            options = [ChoiceRow(value, words) for value, words in session.options(inner)]
            picker.offer(sort, options, lambda at: self._set_jump(whole, at))
        else:
            found = session.options(inner) or tuple(
                (each, choice_words().get(each, each)) for each in (row.options if row else ())
            )
            options = [ChoiceRow(value, words) for value, words in found]
            picker.offer(sort or "choice", options, lambda value: self.setField(key, value))

    def _set_jump(self, whole: tuple[str | int, ...], at: str) -> None:
        if at == "":
            self._do(changes.remove(whole))
        else:
            self._do(changes.set_goto(whole, int(at)))

    @Slot()
    def pickStep(self) -> None:
        """Opens the picker with all kinds of step."""
        self._picker.offer_steps(self._add_step)

    @Slot()
    def pickElement(self) -> None:
        """Opens the picker with all kinds of element, each with a drawn sample."""
        self._picker.offer_elements(self._add_element)

    def _add_step(self, kind: str) -> None:
        at = self._session.step + 1
        if self._do(changes.add_step(at, kind)):
            self.chooseStep(min(at, len(self.steps.rows) - 1))

    def _add_element(self, key: str) -> None:
        session = self._session
        at = session.element + 1 if session.element >= 0 else len(session.elements())
        if self._do(changes.add_element(session.screen_key_path, at, key)):
            self.chooseElement(at)
