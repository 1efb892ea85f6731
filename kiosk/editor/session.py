"""The state of the editor: the lesson's text and the selection in it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.content.advice import MAX_SENTENCES, MAX_SYLLABLES, SENTENCE_END
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element, Screen
from kiosk.editor import changes
from kiosk.editor.forms import FormRow, element_form, head_form, step_form
from kiosk.editor.history import Change, LessonText
from kiosk.editor.overview import KEY_WORDS, drawn_by, screen_elements, step_lines
from kiosk.editor.references import sort_of, step_targets

HOME_SCREEN = "Màn hình chính"


class EditedPart(StrEnum):
    """The sort of part that the form shows."""

    HEAD = "head"
    STEP = "step"
    ELEMENT = "element"


@dataclass(frozen=True, slots=True)
class Session:
    """The lesson with the selected step, screen and element."""

    lesson: LessonText
    part: EditedPart = EditedPart.STEP
    step: int = 0
    screen: str = ""
    """The screen shown on the phone; empty for the step's own drawing, or none."""
    element: int = -1
    make: str = ""
    """The make whose screens are shown; empty for the common ones."""

    @property
    def data(self) -> Mapping[str, Data]:
        """The lesson's data, as far as it can be parsed."""
        root = self.lesson.structure.root
        data = root.data() if root else None
        return data if isinstance(data, dict) else {}

    @property
    def step_data(self) -> Data:
        """The data of the selected step."""
        return self.at(("steps", self.step))

    @property
    def screens(self) -> tuple[str, ...]:
        """The names of all screens, in file order."""
        screens = self.data.get("screens")
        return tuple(screens) if isinstance(screens, dict) else ()

    @property
    def screen_key_path(self) -> KeyPath:
        """The key path of the shown screen: the make's own variant if it has one."""
        own: KeyPath = ("phones", self.make, "screens", self.screen)
        if self.make and self.lesson.structure.at(own) is not None:
            return own
        return ("screens", self.screen)

    @property
    def is_own_screen(self) -> bool:
        """Whether the selected make has its own variant of the shown screen."""
        return self.screen_key_path[0] == "phones"

    @property
    def key_path(self) -> KeyPath:
        """The key path of the part that the form shows; empty for the head."""
        if self.part is EditedPart.HEAD:
            return ()
        if self.part is EditedPart.ELEMENT:
            return (*self.screen_key_path, self.element)
        return ("steps", self.step)

    @property
    def kind(self) -> str:
        """The key field of that part's kind; empty for the head or an unclear kind."""
        return changes.kind_at(self.lesson.structure, self.key_path) if self.key_path else ""

    def at(self, key_path: KeyPath) -> Data:
        """The data at a key path."""
        node = self.lesson.structure.at(key_path)
        return node.data() if node else None

    def elements(self) -> tuple[Element | None, ...]:
        """The elements shown on the phone; None for an invalid one."""
        if not self.screen:
            return drawn_by(self.step_data)
        return screen_elements(self.at(self.screen_key_path))

    def elements_of(self, screen: str) -> tuple[Element | None, ...]:
        """The elements of a screen on the selected make."""
        return replace(self, screen=screen).elements()

    def screen_titles(self) -> Mapping[str, str]:
        """The caption of each screen: its title if that is unique, else its name."""
        titles = {}
        for name in self.screens:
            data = self.at(("screens", name))
            found = tuple(each for each in screen_elements(data) if each)
            titles[name] = Screen(name, found).title or _title_of_apps(found)
        counts = Counter(titles.values())
        plain = {name: name.replace("-", " ") for name in titles}
        return {
            name: title if title and counts[title] == 1 else plain[name]
            for name, title in titles.items()
        }

    def titling_bar(self) -> KeyPath:
        """Key path of the title bar's text if it is the shown screen's caption; else empty."""
        title = self.screen_titles().get(self.screen)
        for at, element in enumerate(screen_elements(self.at(("screens", self.screen)))):
            if element and element.key == "bar" and element.words == (title,):
                return ("screens", self.screen, at, element.field_of_key())
        return ()

    def form(self) -> tuple[FormRow, ...]:
        """The form of the selected part."""
        data = self.at(self.key_path)
        fields = data if isinstance(data, dict) else {}
        if self.part is EditedPart.HEAD:
            return head_form(fields)
        if not self.kind:
            return ()
        return (step_form if self.part is EditedPart.STEP else element_form)(self.kind, fields)

    def sort_of(self, inner: KeyPath) -> str:
        """What a field of the selected part refers to; empty when it is no reference."""
        parts = {EditedPart.HEAD: "head", EditedPart.STEP: "steps", EditedPart.ELEMENT: "screens"}
        return sort_of(parts[self.part], self.kind, inner) if self.kind or not self.key_path else ""

    def options(self, inner: KeyPath) -> tuple[tuple[str, str], ...]:
        """The possible values of a reference field, each with its caption."""
        sort = self.sort_of(inner)
        if sort == "target":
            return tuple((name, self.words_of(name)) for name in self._targets())
        if sort == "screen":
            return tuple(self.screen_titles().items())
        if sort == "step":
            lines = step_lines(dict(self.data))
            return tuple((str(at), f"{at + 1}. {line.words}") for at, line in enumerate(lines))
        if sort == "trouble":
            troubles = self.data.get("troubles")
            named = troubles if isinstance(troubles, dict) else {}
            return tuple((name, _title_in(each) or name) for name, each in named.items())
        return ()

    def words_of(self, target: str) -> str:
        """The text on the element with this target, or the target's name."""
        if target in KEY_WORDS:
            return KEY_WORDS[target]
        for element in self.elements():
            if element and target in element.targets and element.words:
                return element.words[0]
        return target

    def words_of_step(self, name: str) -> str:
        """Number and text of the step with this name; the name itself if there is none."""
        steps = self.data.get("steps")
        lines = step_lines(dict(self.data))
        for at, step in enumerate(steps if isinstance(steps, list) else ()):
            if isinstance(step, dict) and step.get("name") == name:
                return f"{at + 1}. {lines[at].words}"
        return name

    def _targets(self) -> tuple[str, ...]:
        return step_targets(dict(self.data), self.step_data)

    def doing(self, *done: Change) -> "Session":
        """Applies changes and keeps the selection valid.

        Raises:
            EditRefusedError: a change cannot be made.
        """
        return replace(self, lesson=self.lesson.changed(*done)).settled()

    def settled(self) -> "Session":
        """Corrects a selection that no longer exists."""
        steps = self.data.get("steps")
        count = len(steps) if isinstance(steps, list) else 0
        step = max(0, min(self.step, count - 1))
        screen = self.screen if self.screen in self.screens else ""
        after = replace(self, step=step, screen=screen)
        found = after.at(after.screen_key_path) if screen else None
        size = len(found) if isinstance(found, list) else 0
        element = min(self.element, size - 1)
        part = EditedPart.STEP if self.part is EditedPart.ELEMENT and element < 0 else self.part
        return replace(after, element=element, part=part)

    def with_step(self, at: int) -> "Session":
        """Selects a step, and shows its screen."""
        chosen = replace(self, step=at, part=EditedPart.STEP, element=-1)
        data = chosen.step_data
        screen = data.get("screen") if isinstance(data, dict) else None
        return replace(chosen, screen=screen if isinstance(screen, str) else "").settled()

    def with_element(self, at: int) -> "Session":
        """Selects an element on the phone."""
        return replace(self, element=at, part=EditedPart.ELEMENT)

    def with_screen(self, name: str) -> "Session":
        """Shows another screen; the selected step stays."""
        return replace(self, screen=name, element=-1, part=EditedPart.STEP).settled()


def _title_in(data: Data) -> str:
    title = data.get("title") if isinstance(data, dict) else None
    return title if isinstance(title, str) else ""


def _title_of_apps(elements: tuple[Element, ...]) -> str:
    """The caption of a home screen (only apps, no bar); empty for other screens."""
    return HOME_SCREEN if elements and all(each.area is Area.GRID for each in elements) else ""


def length_note(text: str) -> str:
    """The length of a text in words, in Vietnamese, with advice when it is too long."""
    sentences = [each for each in SENTENCE_END.split(text.strip()) if each]
    longest = max((len(each.split()) for each in sentences), default=0)
    count = f"{sum(len(each.split()) for each in sentences)} tiếng"
    if longest > MAX_SYLLABLES:
        return f"{count}. Có câu dài {longest} tiếng: tách làm hai câu."
    if len(sentences) > MAX_SENTENCES:
        return f"{count}. Có {len(sentences)} câu: chia làm hai bước."
    return count


def has_length_advice(text: str) -> bool:
    """Whether `length_note` gives advice on the text."""
    return ". Có " in length_note(text)
