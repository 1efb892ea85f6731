"""The translatable texts of a lesson: sentences and questions, without the phone's labels."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.i18n.screen_texts import SHOWN_ONLY, SPOKEN
from kiosk.i18n.text import SourceText


def lesson_texts(lesson: Lesson, *lessons: Path) -> Iterator[SourceText]:
    """A lesson's texts in order; `lessons` are the root folders of all lessons."""
    places = (place_of(lesson, *lessons),)
    for text, note in _texts(lesson):
        yield SourceText(text, places, (f"{lesson.head.title} · {note}",))


def place_of(lesson: Lesson, *lessons: Path) -> str:
    """The lesson's path as shown to translators: `lessons/noi-wifi.yaml`."""
    path = Path(lesson.folder) / f"{lesson.id}.yaml"
    below = next(folder for folder in lessons if path.is_relative_to(folder))
    return (Path("lessons") / path.relative_to(below)).as_posix()


def _texts(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield from _texts_in_head(lesson.head)
    yield from _texts_in_steps(lesson)
    for trouble in lesson.head.troubles.values():
        yield trouble.title, f"trục trặc (trouble) · {SPOKEN}"
        for step in trouble.steps:
            yield step.say, f"trục trặc (trouble) · {SPOKEN}"
    for make, other in lesson.phones.items():
        for text, where in _texts_in_steps(other):
            yield text, f"{where} · {make}"


def _texts_in_head(head: LessonHead) -> Iterator[tuple[str, str]]:
    if head.series:
        yield head.series.title, f"tên loạt bài (title of a series) · {SPOKEN}"
    yield head.title, f"tên bài (title) · {SPOKEN}"
    yield head.goal, f"mục tiêu (goal) · {SPOKEN}"
    for text in head.remember:
        yield text, f"điều nhớ (to remember) · {SPOKEN}"
    if head.closing:
        yield head.closing, f"câu khi học xong (closing sentence) · {SPOKEN}"
    if head.procedure:
        for name, texts in head.procedure.facts().items():
            for text in texts:
                yield text, f"thủ tục (procedure) · {name} · {SHOWN_ONLY}"


def _texts_in_steps(lesson: Lesson) -> Iterator[tuple[str, str]]:
    for screen in lesson.screens.values():
        for wrong in screen.wrongs:
            yield wrong, f"chạm nhầm (wrong touch) · {SPOKEN}"
    for number, step in enumerate(lesson.steps, start=1):
        where = f"bước {number} (step {number})"
        for line in step.lines():
            yield line.text, f"{where} · {SPOKEN}"
        for label in step.labels():
            yield label, f"{where} · {SHOWN_ONLY}"
