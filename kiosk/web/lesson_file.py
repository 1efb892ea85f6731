"""Files of a lesson for the pages: common data, and steps and screens per make."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line, Speaker
from kiosk.domain.screen import Element, Screen
from kiosk.domain.settings import Settings
from kiosk.domain.step import Step
from kiosk.player.paper_note import rows_of
from kiosk.qr.code import svg_of
from kiosk.steps import kind_of
from kiosk.web.lines import Lines

Picture = Callable[[str, str], str]
"""Maps a lesson's folder and a picture's name to the picture's path; empty for none."""
MAX_CELLS = 24


def head_file(lesson: Lesson, lines: Lines) -> dict[str, object]:
    """The data common to all makes and ways."""
    head = lesson.head
    facts = head.procedure.facts() if head.procedure else {}
    closing = {"closing": lines.number(Line(head.closing))} if head.closing else {}
    return {
        "id": lesson.id,
        "number": head.number,
        "icon": head.icon,
        "minutes": head.minutes,
        "title": lines.number(Line(head.title)),
        "goal": lines.number(Line(head.goal)),
        "remember": [lines.number(Line(text)) for text in head.remember],
        **closing,
        "facts": [[name, *(lines.number(Line(each)) for each in facts[name])] for name in facts],
        "donePicture": "papers-ready" if head.procedure else "all-done",
        "troubles": {
            name: [
                lines.number(Line(each.title)),
                *(lines.number(Line(step.say)) for step in each.steps),
            ]
            for name, each in head.troubles.items()
        },
    }


def shape_file(lesson: Lesson, lines: Lines, picture: Picture) -> dict[str, object]:
    """The steps and screens of a lesson for one make of phone."""
    writer = _Shape(lesson, lines, picture)
    used = {step.screen for step in lesson.steps if step.screen}
    return {
        "make": lesson.make.value,
        "tapsBack": lesson.taps_back,
        "tapsHome": lesson.taps_home,
        "ways": {way.value: list(lesson.positions(way)) for way in lesson.ways},
        "steps": [writer.step(step) for step in lesson.steps],
        "screens": {
            name: writer.screen(screen) for name, screen in lesson.screens.items() if name in used
        },
    }


class _Shape:
    """Converts the steps and screens of one lesson."""

    def __init__(self, lesson: Lesson, lines: Lines, picture: Picture) -> None:
        self._lesson = lesson
        self._lines = lines
        self._picture = picture

    def step(self, step: Step) -> dict[str, object]:
        """The data of a step that does not depend on the progress; empty values are left out."""
        content = {
            "kind": kind_of(step),
            "place": step.place.value if step.shows_view else "nowhere",
            "options": [self._option(step, line) for line in step.spoken_options()],
            "note": list(self._note(step)),
            "copied": step.copied,
            "arrives": [step.arrives.sender, step.arrives.text] if step.arrives else None,
            "picture": self._own_picture(step),
            "qr": svg_of(code) if (code := step.payload(Settings())) else "",
            "deed": step.is_done_on_own_phone,
            "tells": step.line.speaker is Speaker.OTHER,
            "troubles": [name for name in step.troubles if name in self._lesson.head.troubles],
            "asks": step.said_before_taken,
        }
        return {name: value for name, value in content.items() if value}

    def _option(self, step: Step, line: Line) -> dict[str, object]:
        """An option: number of its line, target, icon, and whether it is right."""
        choice = next(
            (each for each in getattr(step, "choices", ()) if each.text == line.text), None
        )
        on_phone = bool(choice and choice.on)
        content = {
            "line": self._lines.number(replace(line, target="")),
            "target": line.target,
            "icon": choice.icon if choice else None,
            "right": step.respond(step.begin(), line.target).right,
            "phone": on_phone,
        }
        return {name: value for name, value in content.items() if value or name == "line"}

    def _note(self, step: Step) -> Iterator[dict[str, object]]:
        """The rows of the paper note; the centre's own network is left out, as it is not public."""
        for label, value in rows_of(step, None):
            yield {
                "label": self._lines.number(Line(label)),
                "value": value,
                "copied": bool(step.copied) and _bare(value) == _bare(step.copied),
            }

    def _own_picture(self, step: Step) -> str:
        name = getattr(step, "picture", None)
        return self._picture(self._lesson.folder, name) if name else ""

    def screen(self, screen: Screen) -> list[dict[str, object]]:
        return [self._element(each) for each in screen.elements]

    def _element(self, element: Element) -> dict[str, object]:
        fields = element.model_dump(mode="json", exclude_none=True, exclude={"wrong"})
        content: dict[str, object] = {
            **fields,
            "kind": element.key,
            "area": element.area.value,
            "target": element.target,
            "targets": list(element.targets),
            "words": list(element.words),
            **self._drawings(element, fields),
        }
        return {name: value for name, value in content.items() if value not in ("", [], False)}

    def _drawings(self, element: Element, fields: Mapping[str, object]) -> dict[str, str]:
        """The drawing of a QR code, and the path of a picture."""
        code = fields.get("code")
        drawn = {"qr": svg_of(code)} if isinstance(code, str) else {}
        pictures = [each.name for each in element.references() if each.sort == "picture"]
        if pictures:
            drawn["src"] = self._picture(self._lesson.folder, pictures[0])
        return drawn


def _bare(text: str) -> str:
    return text.replace(" ", "")
