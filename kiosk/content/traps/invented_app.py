"""Checks the own-phone way for apps, names and values that exist only in the exercise."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way

INVENTED = re.compile(r"\b(?:\w+ ){0,2}(?:Mẫu|MẪU|MAU)\b|\S+\.example\b")
"""The marks of invented names in lessons: Ngân hàng Mẫu, cong.example."""
PRACTISED = re.compile(r"\d.*\d.*\d|[A-Z]+(?:-[A-Z]+)+")
"""Numbers, codes, passwords and network names that exist only for practice."""
DONE = re.compile(
    r"(?<!\w)(?:mở|vào|gõ|chạm|tìm|chọn|bấm|quét|gọi|nhắn|gửi|cài|tải|chuyển|trả|mua|nối)(?!\w)",
    re.IGNORECASE,
)
"""Verbs that ask the learner to act on the named thing."""
PAGES = ("bar", "address")
"""Elements that show which app or page is open."""
PLACES = ("app", "row", "button")
"""Elements that are touched by their name."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:
    """Own-phone steps and troubles that name an invented app or a practice value."""
    for name, trouble in lesson.head.troubles.items():
        for at, trouble_step in enumerate(trouble.steps):
            if named := INVENTED.search(trouble_step.say):
                key_path = ("troubles", name, "steps", at, "say")
                yield Trap(key_path, "invented_app", {"name": named.group()})
    notes = (step.note for step in lesson.steps if isinstance(step.note, tuple))
    shown = (row.value for note in notes for row in note)
    copied = (step.copied for step in lesson.steps)
    values = {value for value in (*copied, *shown) if PRACTISED.search(value)}
    values -= {value for sort in facts.values.values() for value in sort}
    for at in lesson.positions(Way.OWN_PHONE):
        said = lesson.steps[at].line.text
        if value := next((each for each in sorted(values) if each in said), ""):
            yield Trap(("steps", at), "practice_value", {"text": value})
        practised = lesson.screen_of(at) is not None and lesson.steps[at].is_exercise
        if name := _named_on_phone(lesson, at) if practised else _named_in(said):
            yield Trap(("steps", at), "invented_app", {"name": name})


def _named_in(said: str) -> str:
    """The invented name on which the sentence asks to act; empty if there is none."""
    named = INVENTED.search(said)
    return named.group() if named and DONE.search(said) else ""


def _named_on_phone(lesson: Lesson, at: int) -> str:
    """The invented name on the target or in the title above it; empty if there is none."""
    step, screen = lesson.steps[at], lesson.screen_of(at)
    matches = (
        INVENTED.search(" ".join(element.words))
        for element in (screen.elements if screen else ())
        if element.key in PAGES
        or (element.key in PLACES and element.target == step.expects(step.begin()))
    )
    found = next(filter(None, matches), None)
    return found.group() if found else ""
