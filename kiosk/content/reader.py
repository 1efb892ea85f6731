"""Reads a lesson file and checks it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.checks import check_draft
from kiosk.content.draft import Draft, DraftElement
from kiosk.content.file_names import ENDING, MAX_NAME_LENGTH, better_name
from kiosk.content.kinds import drawn_elements, kind_of_part, steps_by_key
from kiosk.content.media import Media
from kiosk.content.near import plain_name
from kiosk.content.phone_overlay import (
    PHONES,
    check_overlays,
    document_for,
    makes_of,
    overlay_screens,
)
from kiosk.content.positions import Document, document_of, read_document
from kiosk.content.problems import START, Position, Problem, any_error, problem_at
from kiosk.content.source import shown_path
from kiosk.content.tree import Data, KeyPath
from kiosk.content.validation import Subject, quoted, validated
from kiosk.domain.lesson import MAX_ELEMENTS, MAX_SCREENS, MAX_STEPS, Lesson, LessonHead
from kiosk.domain.phone_make import Make
from kiosk.domain.screen import Element, Screen
from kiosk.domain.step import Step
from kiosk.phone import element_kinds

FIRST_SCREEN = "man-hinh-1"
"""Suggested where nothing is left of a screen's name."""
PARTS = ("screens", "steps", PHONES)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The result of reading a lesson file."""

    path: Path
    lesson: Lesson | None
    """None when the file has an error."""
    problems: tuple[Problem, ...]
    number: int | None = None
    """The lesson's number, set even if the lesson cannot be used."""
    number_at: Position = START

    @property
    def sound(self) -> bool:
        """Whether the lesson can be taught."""
        return self.lesson is not None


def read_lesson(path: Path, media: Media) -> ReadResult:
    """Reads a lesson file and reports all its problems; never raises."""
    return reading_of(read_document(path), path, media)


def reading_of(document: Document, path: Path, media: Media) -> ReadResult:
    """Reads the lesson in a document and reports all its problems; never raises."""
    if not document.whole:
        return ReadResult(path, None, document.problems)
    if not isinstance(document.data, dict):
        code = "file_empty" if document.data is None else "not_a_lesson"
        return ReadResult(path, None, (*document.problems, document.problem((), code)))
    return _Reader(document, path, media).reading(document.data)


def sound_lesson(text: str, path: Path) -> Lesson | None:
    """Reads a text that was validated before, without cross-checks; None if it is invalid."""
    document = document_of(text, shown_path(path))
    if not isinstance(document.data, dict):
        return None
    return _Reader(document, path, Media(frozenset(), frozenset())).lesson(document.data)


class _Reader:
    """Reads one document and collects its problems."""

    def __init__(self, document: Document, path: Path, media: Media) -> None:
        self._document = document
        self._path = path
        self._media = media
        self._problems = list(document.problems)

    def reading(self, data: Mapping[str, Data]) -> ReadResult:
        """The lesson and its problems, sorted by position."""
        self._problems += _empties(self._document)
        self._check_name()
        draft = self._draft(data)
        makes = makes_of(self._document)
        self._problems += check_overlays(self._document)
        drafts = {make: self._draft_for(make) for make in makes}
        self._problems += check_draft(draft, _screens_used(drafts.values()))
        for make, other in drafts.items():
            own = frozenset(overlay_screens(self._document, make))
            used = frozenset(draft.screens) | frozenset(other.screens) - own
            self._problems += check_draft(other, used)
        sound = not any_error(self._problems)
        return ReadResult(
            path=self._path,
            lesson=self._whole(draft, drafts) if sound else None,
            problems=tuple(sorted(set(self._problems))),
            number=draft.head.number if draft.head else None,
            number_at=self._document.place(("number",)),
        )

    def lesson(self, data: Mapping[str, Data]) -> Lesson | None:
        """The lesson without cross-checks; None when a part cannot be read."""
        draft = self._draft(data)
        drafts = {make: self._draft_for(make) for make in makes_of(self._document)}
        return None if any_error(self._problems) else self._whole(draft, drafts)

    def _draft_for(self, make: Make) -> Draft:
        """The lesson's variant for one make of phone."""
        reader = _Reader(document_for(self._document, make), self._path, self._media)
        data = reader._document.data
        draft = reader._draft(data if isinstance(data, dict) else {})
        self._problems += reader._problems
        return draft

    def _whole(self, draft: Draft, drafts: Mapping[Make, Draft]) -> Lesson | None:
        """The lesson with its variants for other makes of phone."""
        lesson = self._lesson(draft)
        phones = {make: self._lesson(other, make) for make, other in drafts.items()}
        if lesson is None or None in phones.values():
            return None
        return lesson.model_copy(update={"phones": phones}) if phones else lesson

    def _draft(self, data: Mapping[str, Data]) -> Draft:
        return Draft(
            document=self._document,
            folder=self._path.parent,
            media=self._media,
            head=self._head(data),
            screens=dict(self._screens(data.get("screens"))),
            steps=tuple(self._steps(data)),
        )

    def _lesson(self, draft: Draft, make: Make = Make.ANDROID) -> Lesson | None:
        if draft.head is None:
            return None
        written = {
            name: Screen(name, tuple(part.element for part in parts if part.element))
            for name, parts in draft.screens.items()
        }
        drawn = dict(_drawn_screens(draft))
        steps = (
            step.model_copy(update={"screen": _drawn_name(at)}) if at in drawn else step
            for at, step in enumerate(draft.steps)
            if step
        )
        return Lesson(
            id=self._path.stem,
            make=make,
            folder=str(self._path.parent),
            head=draft.head,
            screens={**written, **{screen.name: screen for screen in drawn.values()}},
            steps=tuple(steps),
        )

    def _check_name(self) -> None:
        name = self._path.name
        if better := better_name(name):
            if self._path.suffix == ENDING:
                self._report((), "file_name", name=quoted(self._path.stem), better=better)
            else:
                self._problems.append(
                    problem_at(self._document.path, START, "wrong_ending", better=better)
                )

    def _check_length(self, steps: list[Data]) -> None:
        if len(steps) > MAX_STEPS:
            count, most = str(len(steps)), str(MAX_STEPS)
            self._report_key(("steps",), "too_many_steps", count=count, most=most)

    def _head(self, data: Mapping[str, Data]) -> LessonHead | None:
        own = {name: value for name, value in data.items() if name not in PARTS}
        subject = Subject(LessonHead, "lesson", also=PARTS)
        head, problems = validated(self._document, (), own, subject)
        self._problems += problems
        return head

    def _screens(self, data: Data) -> Iterator[tuple[str, tuple[DraftElement, ...]]]:
        if data is None:
            return
        if not isinstance(data, dict):
            self._report(("screens",), "must_be_fields", name="screens", where="lesson:")
            return
        if len(data) > MAX_SCREENS:
            facts = {"count": str(len(data)), "most": str(MAX_SCREENS)}
            self._report_key(("screens",), "too_many_screens", **facts)
        for name, elements in data.items():
            key_path = ("screens", name)
            if plain_name(name) != name or len(name) > MAX_NAME_LENGTH:
                better = plain_name(name)[:MAX_NAME_LENGTH] or FIRST_SCREEN
                self._report_key(
                    key_path, "bad_name", text=quoted(name), better=better, name="screens"
                )
            if isinstance(elements, list):
                if len(elements) > MAX_ELEMENTS:
                    facts = {"count": str(len(elements)), "most": str(MAX_ELEMENTS)}
                    self._report_key(key_path, "too_many_elements", name=quoted(name), **facts)
                yield name, tuple(self._elements(key_path, elements[:MAX_ELEMENTS]))
            else:
                if elements is not None:
                    self._report(key_path, "screen_not_list", name=quoted(name))
                yield name, ()

    def _elements(self, key_path: KeyPath, elements: list[Data]) -> Iterator[DraftElement]:
        for at, data in enumerate(elements):
            where = (*key_path, at)
            if isinstance(data, dict):
                yield self._element(where, data)
            elif data is not None:
                self._report(where, "element_not_fields", text=quoted(data))

    def _element(self, key_path: KeyPath, data: Mapping[str, Data]) -> DraftElement:
        kind = kind_of_part(self._document, key_path, data, element_kinds())
        said = tuple(value for value in data.values() if isinstance(value, str))
        if isinstance(kind, Problem):
            self._problems.append(kind)
            return DraftElement(key_path, None, said)
        subject: Subject[Element] = Subject(kind, "element", kind.key)
        element, problems = validated(self._document, key_path, data, subject)
        self._problems += problems
        if element is None:
            return DraftElement(key_path, None, said)
        return DraftElement(key_path, element, element.targets)

    def _steps(self, data: Mapping[str, Data]) -> Iterator[Step | None]:
        steps = data.get("steps")
        if not steps:
            misspelt = any(plain_name(key) == "steps" for key in data)
            if ("steps",) not in self._document.empties and not misspelt:
                self._report_key(("steps",), "no_steps")
        elif not isinstance(steps, list):
            self._report(("steps",), "must_be_list", name="steps", where="lesson:")
        else:
            self._check_length(steps)
            for at, step in enumerate(steps[:MAX_STEPS]):
                yield self._step(("steps", at), step)

    def _step(self, key_path: KeyPath, data: Data) -> Step | None:
        if not isinstance(data, dict):
            if data is not None:
                self._report(key_path, "step_not_fields", text=quoted(data))
            return None
        kind = kind_of_part(self._document, key_path, data, steps_by_key())
        if isinstance(kind, Problem):
            self._problems.append(kind)
            return None
        subject: Subject[Step] = Subject(kind, "step", kind.key, also=tuple(steps_by_key()))
        step, problems = validated(self._document, key_path, data, subject)
        self._problems += problems
        return step

    def _report(self, key_path: KeyPath, code: str, /, **facts: str) -> None:
        if key_path not in self._document.reported:
            self._problems.append(self._document.problem(key_path, code, **facts))

    def _report_key(self, key_path: KeyPath, code: str, /, **facts: str) -> None:
        self._problems.append(self._document.problem_of_key(key_path, code, **facts))


def _screens_used(drafts: Iterable[Draft]) -> frozenset[str]:
    """The screens that the variant of any make shows."""
    steps = [step for draft in drafts for step in draft.steps if step]
    return frozenset(name for step in steps for name in (step.screen, step.screen_after) if name)


def _drawn_screens(draft: Draft) -> Iterator[tuple[int, Screen]]:
    """The screens that steps add themselves, by step index."""
    for at, step in enumerate(draft.steps):
        if step and step.drawn():
            yield at, Screen(_drawn_name(at), drawn_elements(step))


def _drawn_name(at: int) -> str:
    return f"_{at}"


def _empties(document: Document) -> Iterator[Problem]:
    """Problems for empty fields and items."""
    for key_path in document.empties:
        if not key_path:
            continue
        if isinstance(key_path[-1], str):
            yield document.problem_of_key(key_path, "field_empty", name=key_path[-1])
        else:
            yield document.problem(key_path, "item_empty")
