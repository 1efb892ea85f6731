"""Checks for multiple-choice answers that teach nothing."""

from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.lesson import Lesson

PRAISE = ("Đúng rồi", "Đúng ạ", "Đúng đó", "Giỏi")
REFUSAL = ("Chưa đúng", "Chưa phải", "Không đúng", "Không được", "Đừng", "Sai")
MARKS = ("check", "cross")
"""Icons that mark an answer as right or wrong."""
MANY = 4
"""From this many questions, right answers always at the same place are a pattern."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Answers, questions and whole lessons with such faults."""
    places = []
    for at, step in enumerate(lesson.steps):
        if not isinstance(step, ChoosingStep):
            continue
        right = [number for number, choice in enumerate(step.choices) if choice.right]
        if len(right) == len(step.choices):
            yield Trap(("steps", at), "nothing_to_decide")
        places += right if len(right) == 1 else []
        for number, choice in enumerate(step.choices):
            if choice.icon in MARKS:
                key_path = ("steps", at, "choices", number, "icon")
                yield Trap(key_path, "answer_marked", {"text": choice.icon})
            opposite = REFUSAL if choice.right else () if choice.goto else PRAISE
            if choice.because and choice.because.startswith(opposite):
                key_path = ("steps", at, "choices", number, "because")
                yield Trap(key_path, "answer_contradicted", {"text": choice.text})
        if answer := _answer_in_question(step):
            yield Trap(("steps", at), "answer_told", {"text": answer})
        if _explained_alike(step):
            yield Trap(("steps", at, "choices"), "because_alike")
    if len(places) >= MANY and len(set(places)) == 1:
        yield Trap(("steps",), "right_always_there", {"count": str(places[0] + 1)})


def _answer_in_question(step: ChoosingStep) -> str:
    """The right answer if it is the only answer named in the question; else empty."""
    question = step.line.text.casefold()
    said = [choice for choice in step.choices if choice.text.casefold() in question]
    yes_or_no = question.endswith(("không?", "chưa?"))
    is_given = step.key == "ask" and len(said) == 1 and said[0].right and not yes_or_no
    return said[0].text if is_given else ""


def _explained_alike(step: ChoosingStep) -> bool:
    """Whether a right and a wrong answer share an explanation (verdicts are not compared)."""
    explanations = [
        {
            choice.because
            for choice in step.choices
            if choice.right is right
            and choice.because
            and not choice.because.startswith((*PRAISE, *REFUSAL))
        }
        for right in (True, False)
    ]
    return bool(explanations[0] & explanations[1])
