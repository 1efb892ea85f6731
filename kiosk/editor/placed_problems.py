"""The problems of a lesson with their key path, and a fix where it is certain."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.positions import mended_text
from kiosk.content.problems import Problem, Severity
from kiosk.content.source import LINE_BREAK
from kiosk.content.tree import KeyPath
from kiosk.editor import edits
from kiosk.editor.extents import EditRefusedError
from kiosk.editor.history import Change
from kiosk.editor.splices import Splice, applied
from kiosk.editor.structure import Structure, structure_of
from kiosk.editor.trainer_words import hint_for_trainer, message_for_trainer

REMOVED = frozenset(
    {"screen_unused", "trouble_unused", "field_unknown", "field_empty", "item_empty"}
)
"""Problems that are fixed by removing the part."""
RENAMED_KEYS = frozenset({"field_unknown"})
"""Problems whose near match replaces the key rather than the value."""


@dataclass(frozen=True, slots=True)
class PlacedProblem:
    """A problem as shown in the editor."""

    key_path: KeyPath
    """The part with the problem."""
    message: str
    hint: str
    severity: Severity
    line: int
    fix_label: str = ""
    """The caption of the button that fixes it; empty when there is no certain fix."""
    fix: Change | None = None


def placed_problems(
    at: Structure, problems: Iterable[Problem], free_number: int
) -> tuple[PlacedProblem, ...]:
    """Adds the key path and the fix to each problem."""
    return tuple(_note(at, problem, free_number) for problem in problems)


def key_path_at(at: Structure, line: int, column: int) -> KeyPath:
    """The innermost part at a position; lines and columns count from 1."""
    place = (line - 1, column - 1)
    best: KeyPath = ()
    for key_path, node in at.key_paths():
        parent = at.at(key_path[:-1])
        begin = node.start
        if key_path and isinstance(key_path[-1], str) and parent is not None:
            begin = parent.keys[parent.index_of(key_path[-1])].start
        if begin <= place <= max(node.end, begin):
            best = key_path
    return best


def _note(at: Structure, problem: Problem, free_number: int) -> PlacedProblem:
    key_path = key_path_at(at, problem.line, problem.column)
    fix_label, fix = _fix_of(at, problem, key_path, free_number)
    return PlacedProblem(
        key_path=key_path,
        message=_sentence(message_for_trainer(problem)),
        hint=_sentence(hint_for_trainer(problem)),
        severity=problem.severity,
        line=problem.line,
        fix_label=fix_label,
        fix=fix,
    )


def _fix_of(
    at: Structure, problem: Problem, key_path: KeyPath, free_number: int
) -> tuple[str, Change | None]:
    """The caption and the change of a certain fix; an empty caption when there is none."""
    line = problem.line - 1
    if line in at.mended:
        return "Sửa dòng này", lambda now: _with_mended_line(now, line)
    facts = dict(problem.facts)
    if problem.code == "number_twice":
        return f"Lấy số {free_number}", lambda now: edits.set_value(now, ("number",), free_number)
    better = facts.get("better" if problem.code == "bad_name" else "near", "")
    if not better or "|" in better or not key_path:
        if problem.code in REMOVED and key_path:
            return "Bỏ đi", lambda now: edits.remove(now, key_path)
        return "", None
    node = at.at(key_path)
    begins = node.start if node else (0, 0)
    if problem.code in RENAMED_KEYS or (line, problem.column - 1) < begins:
        return "Sửa lại", lambda now: edits.rename_key(now, key_path, better)
    return f"Đổi thành {better}", lambda now: edits.set_value(now, key_path, better)


def _with_mended_line(at: Structure, line: int) -> Structure:
    better, _ = mended_text(at.text, "")
    lines = LINE_BREAK.split(better)
    if line >= len(lines) or line + 1 >= len(at.lines):
        raise EditRefusedError
    splice = Splice(at.lines[line], at.line_end(line), lines[line])
    return structure_of(applied(at.text, [splice]))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
