"""Builds small lessons in code, with the same models as a lesson file."""

from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.domain.screen import Screen
from kiosk.domain.step import Step
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

GOAL = "Bác tự làm được."


def step(kind: str, **fields: object) -> Step:
    """A step of this kind."""
    return step_kinds()[kind].model_validate(fields)


def explain(say: str = "Chào bác.", **fields: object) -> Step:
    return step("explain", say=say, **fields)


def tap(target: str = "a", screen: str = "hai-nut", **fields: object) -> Step:
    return step("tap", **{"say": f"Chạm {target}.", "screen": screen, "tap": target, **fields})


def write(text: str, screen: str = "o-chu", **fields: object) -> Step:
    typing = {"into": "o", "text": text}
    return step("type", **{"say": f"Gõ {text}.", "screen": screen, "type": typing, **fields})


def ask(*choices: dict[str, object], question: str = "Bác chọn gì?", **fields: object) -> Step:
    return step("ask", ask=question, choices=choices, **fields)


RIGHT = {"text": "Đúng", "right": True, "because": "Đúng rồi, vì thế này."}
WRONG = {"text": "Sai", "because": "Chưa, vì thế kia."}


def screen(name: str, *elements: dict[str, object]) -> Screen:
    """A phone screen; the first key of each element is its kind."""
    kinds = element_kinds()
    return Screen(name, tuple(kinds[next(iter(each))].model_validate(each) for each in elements))


SCREENS = {
    each.name: each
    for each in (
        screen("hai-nut", {"button": "a", "label": "A"}, {"button": "b", "label": "B"}),
        screen("o-chu", {"field": "o", "label": "Ô"}, {"button": "xong", "label": "Xong"}),
        screen("trong", {"bar": "Trống"}),
    )
}


def lesson(*steps: Step, **head: object) -> Lesson:
    """A lesson of these steps."""
    fields = {"title": "Bài thử", "number": 1, "goal": GOAL, **head}
    return Lesson(
        id="bai-thu",
        folder="/nowhere",
        head=LessonHead.model_validate(fields),
        screens=SCREENS,
        steps=steps,
    )
