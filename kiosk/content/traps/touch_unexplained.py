"""What resembles the thing to touch, where a wrong touch is told only where to look instead."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._labels import labels
from kiosk.domain.lesson import Lesson
from kiosk.domain.screen import Screen

ONLY_WHERE = re.compile(r"(?:Chưa đúng[^.,]{0,12}\. )?Bác (?:tìm|chạm|vuốt) [^.]*\.?")
"""«Chưa đúng. Bác tìm nút có chữ Xong.»: where to look, not what was touched."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each screen with something unexplained beside what a `tap` step asks for.

    Steps that explain a wrong touch in their own `wrong` are left out.
    """
    told = set()
    for at, step in enumerate(lesson.steps):
        screen = lesson.screen_of(at)
        if step.key != "tap" or screen is None or not ONLY_WHERE.fullmatch(step.wrong or ""):
            continue
        alike = unexplained_beside(step.expects(step.begin()), screen)
        if alike and screen.name not in told:
            told.add(screen.name)
            words = labels(screen)
            text = "', '".join(words.get(target, target) for target in alike)
            place = next(n for n, each in enumerate(screen.elements) if alike[0] in each.targets)
            yield Trap(("screens", screen.name, place), "touch_unexplained", {"text": text})


def unexplained_beside(right: str, screen: Screen) -> tuple[str, ...]:
    """What else can be touched in elements of its kind, and has no `wrong` of its own."""
    kind = next((each.key for each in screen.elements if right in each.targets), None)
    alike = (target for each in screen.elements if each.key == kind for target in each.targets)
    return tuple(each for each in alike if each != right and not screen.wrong_of(each))
