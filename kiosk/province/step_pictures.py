"""Pictures of the steps where learners get stuck, drawn from the lessons of this checkout."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.province.pages import Picture
from kiosk.stats.identity import position_known_as

MAX_PICTURES = 12
WIDTH, HEIGHT, DIAGONAL_IN = 960, 540, 15.6


def step_pictures(
    folders: Folders,
    lessons: Sequence[Lesson],
    steps: Sequence[tuple[str, str]],
    output: Path,
    *,
    draw: bool,
) -> dict[tuple[str, str], Picture]:
    """The text of each step, with pictures of the first `MAX_PICTURES` below `output`.

    `steps` are lesson ids and step identities. Changed or removed steps are omitted.
    """
    found: dict[tuple[str, str], Picture] = {}
    drawn = 0
    for lesson, step, at in _known(lessons, steps):
        says = lesson.steps[at].line.text
        place = _place(lesson, at)
        file = ""
        if draw and place and drawn < MAX_PICTURES:
            file = f"{output.name}/{lesson.id}-{at + 1}.png"
            _draw(folders, lesson.id, place, output.parent / file)
            drawn += 1
        found[lesson.id, step] = Picture(file, says)
    return found


def _known(
    lessons: Sequence[Lesson], steps: Sequence[tuple[str, str]]
) -> Iterator[tuple[Lesson, str, int]]:
    by_id = {lesson.id: lesson for lesson in lessons}
    for name, step in steps:
        lesson = by_id.get(name)
        at = position_known_as(lesson, step) if lesson else None
        if lesson and at is not None:
            yield lesson, step, at


def _place(lesson: Lesson, at: int) -> tuple[Way, int] | None:
    """The first way with the step, and its position from 1; None if the order is random."""
    ways = (way for way in Way if at in lesson.positions(way))
    way = None if lesson.groups else next(ways, None)
    return (way, lesson.positions(way).index(at) + 1) if way else None


def _draw(folders: Folders, lesson: str, at: tuple[Way, int], path: Path) -> None:
    # Qt is imported only for drawing.
    from kiosk.app import settings_of  # noqa: PLC0415
    from kiosk.headless.pictures import PicturePlace, Shown, take_picture  # noqa: PLC0415

    path.parent.mkdir(parents=True, exist_ok=True)
    shown = Shown(width=WIDTH, height=HEIGHT, diagonal_in=DIAGONAL_IN)
    way, number = at
    place = PicturePlace(page="lesson", lesson=lesson, step=number, way=way)
    take_picture(folders, settings_of(folders), shown, place, path)
