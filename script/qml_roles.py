"""Checks the delegates of typed lists: they require only fields of the rows, with their types.

qmllint knows what a delegate declares, but not what its model has.
Usage: qml_roles.py FOLDER, with the Python and QML files below it. Exit code 1 with problems.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LIST = "TypedListModel"
QML_TYPES = {
    "str": {"string"},
    "bool": {"bool"},
    "int": {"int", "real"},
    "float": {"real"},
    "tuple[str, ...]": {"list<string>"},
}
ALWAYS = {"index", "model"}
MODEL = re.compile(r"^ *model: (?:\w+\.)*?(\w+)\.(\w+)$", re.MULTILINE)
"""`model: root.page.rows`: what has the list, and the list."""
REQUIRED = re.compile(r"^required (?:property (\S+) )?(\w+)$")
"""`required property string title`, or `required title` where the delegate's type has it."""
OPENS = re.compile(r"^(?:delegate: )?[A-Z]\w* \{$")

Fields = dict[str, str]
Lists = dict[tuple[str, str], str]
"""Row classes by the class of the view model and its property."""


def camel_case(name: str) -> str:
    """A field's name as QML sees it."""
    first, *others = name.split("_")
    return first + "".join(each.title() for each in others)


def rows_and_lists(folder: Path) -> tuple[dict[str, Fields], Lists]:
    """Return the fields of every dataclass, and the row class of every list."""
    rows: dict[str, Fields] = {}
    lists: Lists = {}
    for file in folder.rglob("*.py"):
        for owner in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(owner, ast.ClassDef):
                continue
            rows[owner.name] = {
                camel_case(each.target.id): ast.unparse(each.annotation)
                for each in owner.body
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
            }
            for method in owner.body:
                returned = ast.unparse(method.returns) if is_getter(method) else ""
                if returned.startswith(f"{LIST}["):
                    lists[owner.name, method.name] = returned.removeprefix(f"{LIST}[").removesuffix(
                        "]"
                    )
    return rows, lists


def is_getter(node: ast.stmt) -> bool:
    """Whether it is a function that says what it returns."""
    return isinstance(node, ast.FunctionDef) and node.returns is not None


def required_by_delegate(lines: list[str], after: int) -> Iterator[tuple[int, str | None, str]]:
    """Yield line, type and name of what the first object after a `model:` requires."""
    begin = next((at for at in range(after, len(lines)) if OPENS.match(lines[at].strip())), None)
    if begin is None:
        return
    depth = len(lines[begin]) - len(lines[begin].lstrip())
    for at in range(begin + 1, len(lines)):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent <= depth:
            return
        found = REQUIRED.match(line.strip())
        if found and indent == depth + 4:
            yield at + 1, found.group(1), found.group(2)


def problems_of(file: Path, rows: dict[str, Fields], lists: Lists) -> Iterator[str]:
    """Say what the delegates of a QML file require and their rows do not have."""
    text = file.read_text(encoding="utf-8")
    for use in MODEL.finditer(text):
        owner = re.search(rf"property (\w+) {use.group(1)}\b", text)
        row = lists.get((owner.group(1), use.group(2))) if owner else None
        if row is None:
            continue
        fields = rows[row]
        after = text.count("\n", 0, use.end()) + 1
        for line, kind, name in required_by_delegate(text.splitlines(), after):
            if name in ALWAYS:
                continue
            if name not in fields:
                yield f"{file}:{line}: {row} has no field {name} (it has {', '.join(fields)})"
            elif kind and kind not in QML_TYPES.get(fields[name], {"string", kind}):
                yield f"{file}:{line}: {name} of {row} is {fields[name]}, not {kind}"


def main() -> int:
    """Print every problem; return how the program ends."""
    folder = Path(sys.argv[1])
    rows, lists = rows_and_lists(folder)
    found = [
        problem
        for file in sorted(folder.rglob("*.qml"))
        for problem in problems_of(file, rows, lists)
    ]
    for problem in found:
        print(problem)  # noqa: T201 - what the command is for
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
