"""Checks across the parts of a lesson: whether the names used in it are defined."""

from collections.abc import Iterator, Mapping

from kiosk.content.draft import Draft, DraftElement
from kiosk.content.kinds import drawn_elements
from kiosk.content.media import is_file_name, pictures_beside, stays_inside
from kiosk.content.problems import Problem
from kiosk.content.routes import check_routes
from kiosk.content.tree import KeyPath
from kiosk.content.validation import near_names, quoted
from kiosk.domain.screen import NAVIGATION
from kiosk.domain.step import SCREEN_KEYS, Reference
from kiosk.pictures.names import file_named

OWN_NETWORK = "wifi"


def check_draft(draft: Draft, used: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """All problems between the parts of a lesson.

    `used`: screens that are shown by a variant for another make of phone.
    """
    yield from _check_head_icon(draft)
    yield from _check_screens(draft)
    names = draft.step_names()
    yield from _check_step_names(draft, names)
    for at, step in enumerate(draft.steps):
        key_path: KeyPath = ("steps", at)
        yield from _check_screen_name(draft, (*key_path, "screen"))
        for reference in step.references() if step else ():
            yield from _check_reference(draft, key_path, reference, names)
        if step and isinstance(step.note, str) and step.note != OWN_NETWORK:
            near = near_names(step.note, (OWN_NETWORK,))
            yield draft.document.problem(
                (*key_path, "note"), "note_unknown", text=quoted(step.note), near=near
            )
    yield from check_routes(draft, names)
    yield from _check_unused_screens(draft, used)
    yield from _check_unused_troubles(draft)


def _check_head_icon(draft: Draft) -> Iterator[Problem]:
    if draft.head and "icon" in draft.head.model_fields_set:
        reference = Reference(sort="icon", name=draft.head.icon, at=("icon",))
        yield from _check_drawing(draft, (), reference)


def _check_screens(draft: Draft) -> Iterator[Problem]:
    for elements in draft.screens.values():
        seen: dict[str, KeyPath] = {}
        for part in elements:
            for reference in part.element.references() if part.element else ():
                yield from _check_drawing(draft, part.key_path, reference)
            for name in part.element.targets if part.element else ():
                key_path = _key_path_of_target(draft, part, name)
                if name in seen:
                    first = str(draft.document.place(seen[name]).line)
                    yield draft.document.problem(key_path, "target_twice", name=name, first=first)
                seen.setdefault(name, key_path)


def _key_path_of_target(draft: Draft, part: DraftElement, name: str) -> KeyPath:
    data = draft.document.at(part.key_path)
    keys = [key for key, value in data.items() if value == name] if isinstance(data, dict) else []
    return (*part.key_path, keys[0]) if keys else part.key_path


def _check_step_names(draft: Draft, names: Mapping[str, int]) -> Iterator[Problem]:
    for at in range(len(draft.steps)):
        key_path = ("steps", at, "name")
        name = draft.text_at(key_path)
        if name and names[name] != at:
            first = str(draft.document.place(("steps", names[name], "name")).line)
            yield draft.document.problem(key_path, "step_name_twice", name=name, first=first)


def _check_screen_name(draft: Draft, at: KeyPath) -> Iterator[Problem]:
    name = draft.text_at(at)
    if name and name not in draft.screens and at not in draft.document.reported:
        yield draft.document.problem(
            at, "screen_unknown", name=quoted(name), near=near_names(name, draft.screens)
        )


def _check_reference(
    draft: Draft, key_path: KeyPath, reference: Reference, names: Mapping[str, int]
) -> Iterator[Problem]:
    if reference.sort == "target":
        yield from _check_target(draft, key_path, reference)
    elif reference.sort == "screen":
        yield from _check_screen_name(draft, (*key_path, *reference.at))
    elif reference.sort == "trouble":
        known = draft.head.troubles if draft.head else (reference.name,)
        if reference.name not in known:
            near = near_names(reference.name, known)
            at = (*key_path, *reference.at)
            yield draft.document.problem(at, "trouble_unknown", name=reference.name, near=near)
    elif reference.sort == "step":
        if reference.name not in names:
            near = near_names(reference.name, names)
            at = (*key_path, *reference.at)
            yield draft.document.problem(at, "goto_nowhere", name=reference.name, near=near)
        else:
            yield from _check_group(draft, key_path, reference, names[reference.name])
    else:
        yield from _check_drawing(draft, key_path, reference)


def _check_group(
    draft: Draft, key_path: KeyPath, reference: Reference, to: int
) -> Iterator[Problem]:
    """Only steps of the same rehearsal may lead into it, because a run may not include it."""
    group = draft.text_at(("steps", to, "group"))
    if group and group != draft.text_at((*key_path, "group")):
        at = (*key_path, *reference.at)
        yield draft.document.problem(at, "goto_other_group", name=reference.name, group=group)


def _check_target(draft: Draft, key_path: KeyPath, reference: Reference) -> Iterator[Problem]:
    if reference.name in NAVIGATION:
        return
    screen = draft.text_at((*key_path, "screen"))
    at = key_path[-1]
    step = draft.steps[at] if isinstance(at, int) else None
    if step and step.drawn():
        names = [name for each in drawn_elements(step) for name in each.targets]
        yield from _check_drawn_target(draft, key_path, reference, names)
        return
    if screen not in draft.screens:
        return
    targets = [name for part in draft.screens[screen] for name in part.names]
    if reference.name in targets:
        return
    sound = [name for part in draft.screens[screen] if part.element for name in part.names]
    yield draft.document.problem(
        (*key_path, *reference.at),
        "target_unknown" if sound else "target_on_empty_screen",
        name=reference.name,
        screen=screen,
        known=", ".join(sound[:8]),
        near=near_names(reference.name, targets),
    )


def _check_drawn_target(
    draft: Draft, key_path: KeyPath, reference: Reference, names: list[str]
) -> Iterator[Problem]:
    if reference.name not in names:
        yield draft.document.problem(
            (*key_path, *reference.at),
            "target_unknown",
            name=reference.name,
            screen="điện thoại",
            known=", ".join(names),
            near=near_names(reference.name, names),
        )


def _check_drawing(draft: Draft, key_path: KeyPath, reference: Reference) -> Iterator[Problem]:
    name, at = reference.name, (*key_path, *reference.at)
    if reference.sort == "icon":
        if name not in draft.media.icons:
            near = near_names(name, draft.media.icons)
            yield draft.document.problem(at, "icon_missing", name=name, near=near)
        return
    if not is_file_name(name):
        if name not in draft.media.pictures:
            near = near_names(name, draft.media.pictures)
            yield draft.document.problem(at, "picture_missing", name=quoted(name), near=near)
            return
    elif not stays_inside(name, draft.folder):
        yield draft.document.problem(at, "picture_outside", name=quoted(name))
        return
    elif file_named(draft.folder, name) is None:
        near = near_names(name, (*pictures_beside(draft.folder), *draft.media.pictures))
        yield draft.document.problem(at, "picture_file_missing", name=quoted(name), near=near)
        return
    if refusal := draft.media.refusal_of(name, draft.folder):
        facts = {**dict(refusal.facts), "name": quoted(name)}
        yield draft.document.problem(at, refusal.code, **facts)


def _check_unused_screens(draft: Draft, elsewhere: frozenset[str]) -> Iterator[Problem]:
    steps = range(len(draft.steps))
    used = elsewhere | {draft.text_at(("steps", at, key)) for at in steps for key in SCREEN_KEYS}
    for name in draft.screens:
        if name not in used:
            key_path = ("screens", name)
            yield draft.document.problem_of_key(key_path, "screen_unused", name=quoted(name))


def _check_unused_troubles(draft: Draft) -> Iterator[Problem]:
    used = {name for step in draft.steps if step for name in step.troubles}
    for name in draft.head.troubles if draft.head else ():
        if name not in used:
            yield draft.document.problem_of_key(("troubles", name), "trouble_unused", name=name)
