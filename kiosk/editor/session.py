"""What a trainer has before her: the lesson's text, and the part of it that is chosen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.content.advice import MOST_SENTENCES, MOST_SYLLABLES, SENTENCE_END
from kiosk.content.tree import Data, Trail
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element, Screen
from kiosk.editor import changes
from kiosk.editor.forms import FormRow, element_form, head_form, step_form
from kiosk.editor.history import Change, LessonText
from kiosk.editor.overview import KEY_WORDS, drawn_by, screen_elements, step_lines
from kiosk.editor.references import sort_of, step_targets

HOME_SCREEN = "Màn hình chính"


class EditedPart(StrEnum):
    """What the form is about."""

    HEAD = "head"
    STEP = "step"
    ELEMENT = "element"


@dataclass(frozen=True, slots=True)
class Session:
    """The lesson and what is chosen in it."""

    lesson: LessonText
    part: EditedPart = EditedPart.STEP
    step: int = 0
    screen: str = ""
    """The screen that the phone shows; empty for the one that the step brings, or none."""
    element: int = -1
    make: str = ""
    """The make whose screens are shown; empty for the phone that most people have."""

    @property
    def data(self) -> Mapping[str, Data]:
        """All that the lesson says, as far as it is understood."""
        root = self.lesson.structure.root
        data = root.data() if root else None
        return data if isinstance(data, dict) else {}

    @property
    def step_data(self) -> Data:
        """What the chosen step says."""
        return self.at(("steps", self.step))

    @property
    def screens(self) -> tuple[str, ...]:
        """The names of all screens, in the order of the file."""
        screens = self.data.get("screens")
        return tuple(screens) if isinstance(screens, dict) else ()

    @property
    def screen_trail(self) -> Trail:
        """Where the screen that is shown is written."""
        own: Trail = ("phones", self.make, "screens", self.screen)
        if self.make and self.lesson.structure.at(own) is not None:
            return own
        return ("screens", self.screen)

    @property
    def is_own_screen(self) -> bool:
        """Whether the shown screen differs on the chosen make."""
        return self.screen_trail[0] == "phones"

    @property
    def trail(self) -> Trail:
        """Where the part is written that the form is about."""
        if self.part is EditedPart.HEAD:
            return ()
        if self.part is EditedPart.ELEMENT:
            return (*self.screen_trail, self.element)
        return ("steps", self.step)

    @property
    def kind(self) -> str:
        """The key of that part's kind; empty for the head, and where it is not clear."""
        return changes.kind_at(self.lesson.structure, self.trail) if self.trail else ""

    def at(self, trail: Trail) -> Data:
        """What the lesson says at a place."""
        node = self.lesson.structure.at(trail)
        return node.data() if node else None

    def elements(self) -> tuple[Element | None, ...]:
        """What the phone shows: None in the place of what cannot be drawn yet."""
        if not self.screen:
            return drawn_by(self.step_data)
        return screen_elements(self.at(self.screen_trail))

    def elements_of(self, screen: str) -> tuple[Element | None, ...]:
        """What a screen shows on the chosen make."""
        return replace(self, screen=screen).elements()

    def screen_titles(self) -> Mapping[str, str]:
        """What each screen is called: by what it shows, unless another one shows the same."""
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

    def titling_bar(self) -> Trail:
        """Where the words of the bar are written by which the shown screen is called."""
        title = self.screen_titles().get(self.screen)
        for at, element in enumerate(screen_elements(self.at(("screens", self.screen)))):
            if element and element.key == "bar" and element.words == (title,):
                return ("screens", self.screen, at, element.field_of_key())
        return ()

    def form(self) -> tuple[FormRow, ...]:
        """The form of the chosen part."""
        data = self.at(self.trail)
        fields = data if isinstance(data, dict) else {}
        if self.part is EditedPart.HEAD:
            return head_form(fields)
        if not self.kind:
            return ()
        return (step_form if self.part is EditedPart.STEP else element_form)(self.kind, fields)

    def sort_of(self, inner: Trail) -> str:
        """What a field of the chosen part names: target, step, icon, picture, screen, trouble."""
        parts = {EditedPart.HEAD: "head", EditedPart.STEP: "steps", EditedPart.ELEMENT: "screens"}
        return sort_of(parts[self.part], self.kind, inner) if self.kind or not self.trail else ""

    def options(self, inner: Trail) -> tuple[tuple[str, str], ...]:
        """What a field of the chosen part can name in this lesson: each with the words for it."""
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
        """The words on what is touched by a name."""
        if target in KEY_WORDS:
            return KEY_WORDS[target]
        for element in self.elements():
            if element and target in element.targets and element.words:
                return element.words[0]
        return target

    def words_of_step(self, name: str) -> str:
        """The number and the words of the step of that name; the name where there is none."""
        steps = self.data.get("steps")
        lines = step_lines(dict(self.data))
        for at, step in enumerate(steps if isinstance(steps, list) else ()):
            if isinstance(step, dict) and step.get("name") == name:
                return f"{at + 1}. {lines[at].words}"
        return name

    def _targets(self) -> tuple[str, ...]:
        return step_targets(dict(self.data), self.step_data)

    def doing(self, *done: Change) -> "Session":
        """After these changes, with what is chosen still there.

        Raises:
            EditRefusedError: it cannot be done.
        """
        return replace(self, lesson=self.lesson.changed(*done)).settled()

    def settled(self) -> "Session":
        """With nothing chosen that is not there any more."""
        steps = self.data.get("steps")
        count = len(steps) if isinstance(steps, list) else 0
        step = max(0, min(self.step, count - 1))
        screen = self.screen if self.screen in self.screens else ""
        after = replace(self, step=step, screen=screen)
        found = after.at(after.screen_trail) if screen else None
        size = len(found) if isinstance(found, list) else 0
        element = min(self.element, size - 1)
        part = EditedPart.STEP if self.part is EditedPart.ELEMENT and element < 0 else self.part
        return replace(after, element=element, part=part)

    def with_step(self, at: int) -> "Session":
        """With a step chosen, and the screen that it shows."""
        chosen = replace(self, step=at, part=EditedPart.STEP, element=-1)
        data = chosen.step_data
        screen = data.get("screen") if isinstance(data, dict) else None
        return replace(chosen, screen=screen if isinstance(screen, str) else "").settled()

    def with_element(self, at: int) -> "Session":
        """With something on the phone chosen."""
        return replace(self, element=at, part=EditedPart.ELEMENT)

    def with_screen(self, name: str) -> "Session":
        """With another screen shown; the step stays."""
        return replace(self, screen=name, element=-1, part=EditedPart.STEP).settled()


def _title_in(data: Data) -> str:
    title = data.get("title") if isinstance(data, dict) else None
    return title if isinstance(title, str) else ""


def _title_of_apps(elements: tuple[Element, ...]) -> str:
    """What a screen without a bar is called that shows nothing but apps; empty for others."""
    return HOME_SCREEN if elements and all(each.area is Area.GRID for each in elements) else ""


def counted(text: str) -> str:
    """How long a sentence is for a learner's ear, in words; with advice where it is too long."""
    sentences = [each for each in SENTENCE_END.split(text.strip()) if each]
    longest = max((len(each.split()) for each in sentences), default=0)
    told = f"{sum(len(each.split()) for each in sentences)} tiếng"
    if longest > MOST_SYLLABLES:
        return f"{told}. Có câu dài {longest} tiếng: tách làm hai câu."
    if len(sentences) > MOST_SENTENCES:
        return f"{told}. Có {len(sentences)} câu: chia làm hai bước."
    return told


def is_long(text: str) -> bool:
    """Whether `counted` has something to say of it."""
    return ". Có " in counted(text)
