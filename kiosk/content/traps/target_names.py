"""Checks tap steps whose sentence names another target, or whose label is not unique."""

import re
from collections.abc import Iterator, Mapping

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._labels import labels
from kiosk.domain.lesson import Lesson

PLACE = r"(?:nút |hàng |chữ |ô |mục |dòng |tên )"
TOUCH = re.compile(
    rf"(?<!ừng )(?<!ông )(?:(?:chạm|bấm|nhấn|chọn) (?:vào )?{PLACE}?|tìm {PLACE})(?:có chữ )?"
    r"(\S.*?)(?=[.!?…]|$)",
    re.IGNORECASE,
)
"""«Bác chạm nút Gửi», «bác tìm chữ Gửi», but not «đừng chạm Gửi»."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Tap steps whose target has a label that is not unique, or is not the one named."""
    for at, step in enumerate(lesson.steps):
        screen, right = lesson.screen_of(at), step.expects(step.begin())
        if screen is None or step.key != "tap" or right not in screen.targets:
            continue
        words = labels(screen)
        label = words.get(right, "")
        others = [each for each in screen.elements if each.targets and right not in each.targets]
        own = next(each.words for each in screen.elements if right in each.targets)
        if label and own in (each.words for each in others):
            yield Trap(("steps", at, "tap"), "label_twice", {"text": label})
        for name, text in (("say", step.line.text), ("alone", step.alone), ("wrong", step.wrong)):
            named = _named(text or "", words)
            if named and label and named not in (right, ""):
                arguments = {"text": words[named], "name": label}
                yield Trap(("steps", at, name), "other_named", arguments)


def _named(text: str, words: Mapping[str, str]) -> str:
    """The target with the longest label named after «chạm»; empty if there is none."""
    for match in TOUCH.finditer(text):
        name = match.group(1).casefold()
        found = [each for each in words if name.startswith(words[each].casefold())]
        if found:
            return max(found, key=lambda each: len(words[each]))
    return ""
