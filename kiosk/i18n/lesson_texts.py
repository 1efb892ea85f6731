"""The texts of a lesson: what is told and asked, but nothing of what stands on its phone."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.lesson import Lesson
from kiosk.i18n.screen_texts import SHOWN_ONLY, SPOKEN
from kiosk.i18n.text import Text


def lesson_texts(lesson: Lesson, lessons: Path) -> Iterator[Text]:
    """A lesson's texts in their order; `lessons` is the folder below which all lessons lie."""
    places = (place_of(lesson, lessons),)
    for text, note in _told(lesson):
        yield Text(text, places, (f"{lesson.head.title} · {note}",))


def place_of(lesson: Lesson, lessons: Path) -> str:
    """The lesson's file as translators read it: `lessons/noi-wifi.yaml`."""
    path = Path(lesson.folder) / f"{lesson.id}.yaml"
    return (Path("lessons") / path.relative_to(lessons)).as_posix()


def _told(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield lesson.head.title, f"tên bài (title) · {SPOKEN}"
    yield lesson.head.goal, f"mục tiêu (goal) · {SPOKEN}"
    for text in lesson.head.remember:
        yield text, f"điều nhớ (to remember) · {SPOKEN}"
    if lesson.head.procedure:
        for name, texts in lesson.head.procedure.facts().items():
            for text in texts:
                yield text, f"thủ tục (procedure) · {name} · {SHOWN_ONLY}"
    for number, step in enumerate(lesson.steps, start=1):
        where = f"bước {number} (step {number})"
        for line in step.lines():
            yield line.text, f"{where} · {SPOKEN}"
        for label in step.labels():
            yield label, f"{where} · {SHOWN_ONLY}"
