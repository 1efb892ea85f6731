"""Checks what QML takes from rows of typed lists, and from the elements of the phone.

qmllint knows what a delegate declares, but not what its model has, nor what is in a map. So:

* a delegate requires only fields of the rows of its list, with their types. Which list it is, is
  followed through the view models, as in `model: root.visit.home.tiles`; a component that is given
  its list says above it whose rows they are: "Rows of `FindingRow`." One that is given its delegate
  with the list has a `model`, and is checked where it is used.
* `<Name>Element.qml` reads only fields of the element beside it, `element.fields.label`, and of
  what that is made of, `modelData.label`.

Usage: qml_roles.py FOLDER, with the Python and QML files below it. Exit code 1 with problems.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LIST = "TypedListModel"
DECLARES = re.compile(r"ShownList$|_shows|_has$")
"""What declares a property in one line."""
QML_TYPES = {
    "str": {"string"},
    "bool": {"bool"},
    "int": {"int", "real"},
    "float": {"real"},
    "tuple[str, ...]": {"list<string>"},
    "tuple[bool, ...]": {"list<bool>"},
}
ALWAYS = {"index", "model"}
MODEL = re.compile(r"^ *model: (?:.* \? )?((?:\w+\.)+\w+)(?: : null)?$", re.MULTILINE)
"""`model: root.page.rows`: where the list is found."""
DECLARED = re.compile(r"property (\w+) (\w+)\b")
ROWS_OF = re.compile(rf"//! Rows of `(\w+)`.*\n *(?:required )?property {LIST} (\w+)\b")
REQUIRED = re.compile(r"^required (?:property (\S+) )?(\w+)$")
"""`required property string title`, or `required title` where the delegate's type has it."""
OPENS = re.compile(r"^(?:delegate: )?[A-Z]\w* \{$")
OF_ELEMENT = re.compile(r"\belement\.(?:fields|before)\.(\w+)")
OF_PART = re.compile(r"\bmodelData\.(\w+)")

Fields = dict[str, str]


@dataclass
class Classes:
    """What the Python files below a folder define."""

    fields: dict[str, Fields] = field(default_factory=dict)
    """By class: its fields in camelCase, with the annotation of each."""
    getters: dict[str, dict[str, str]] = field(default_factory=dict)
    """By class: what its methods return."""
    bases: dict[str, list[str]] = field(default_factory=dict)

    def returned(self, owner: str, name: str) -> str:
        """What a property of a class, or of one that it inherits from, returns."""
        own = self.getters.get(owner, {})
        if name in own:
            return own[name]
        inherited = (self.returned(base, name) for base in self.bases.get(owner, ()))
        return next((each for each in inherited if each), "")

    def all_fields(self, owner: str) -> set[str]:
        """The fields of a class with those that it inherits."""
        inherited = (self.all_fields(base) for base in self.bases.get(owner, ()))
        return set(self.fields.get(owner, {})).union(*inherited)


def camel_case(name: str) -> str:
    """A field's name as QML sees it."""
    first, *others = name.split("_")
    return first + "".join(each.title() for each in others)


def classes_below(folder: Path) -> Classes:
    """Read every class of the Python files."""
    found = Classes()
    for file in folder.rglob("*.py"):
        for owner in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(owner, ast.ClassDef):
                continue
            found.bases[owner.name] = [
                each.id for each in owner.bases if isinstance(each, ast.Name)
            ]
            found.fields[owner.name] = {
                camel_case(each.target.id): ast.unparse(each.annotation)
                for each in owner.body
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
            } | {
                camel_case(each.name): ast.unparse(each.returns)
                for each in owner.body
                if isinstance(each, ast.FunctionDef) and each.returns and is_computed(each)
            }
            found.getters[owner.name] = {
                each.name: ast.unparse(each.returns).removesuffix(" | None")
                for each in owner.body
                if isinstance(each, ast.FunctionDef) and each.returns is not None
            } | {
                each.targets[0].id: declared_kind(each.value)
                for each in owner.body
                if isinstance(each, ast.Assign)
                and isinstance(each.value, ast.Call)
                and DECLARES.match(ast.unparse(each.value.func))
            }
    return found


def declared_kind(call: ast.Call) -> str:
    """What a property that is declared in one line returns."""
    kind = ast.unparse(call.args[0])
    return f"{LIST}[{kind}]" if ast.unparse(call.func) == "ShownList" else kind


def is_computed(method: ast.FunctionDef) -> bool:
    """Whether it is a field of pydantic's that is computed from the others."""
    return any(ast.unparse(each).startswith("computed_field") for each in method.decorator_list)


def row_class(chain: str, declared: Fields, rows_of: Fields, classes: Classes) -> str:
    """Return the class of the rows of a list; empty where it is not known or no typed list."""
    names = chain.split(".")
    if names[0] not in declared:
        names = names[1:]  # the id of the object that has it
    if not names or names[0] not in declared:
        return ""
    kind = declared[names[0]]
    if kind == LIST:
        return rows_of.get(names[0], "")
    for name in names[1:]:
        kind = classes.returned(kind, name)
    return kind.removeprefix(f"{LIST}[").removesuffix("]") if kind.startswith(LIST) else ""


def required_by_delegate(
    lines: list[str], after: int, components: dict[str, list[str]]
) -> Iterator[tuple[int, str | None, str]]:
    """Yield line, type and name of what the first object after a `model:` requires.

    So does what its component requires, as far as the object itself does not give it.
    """
    begin = next((at for at in range(after, len(lines)) if OPENS.match(lines[at].strip())), None)
    if begin is None:
        return
    depth = len(lines[begin]) - len(lines[begin].lstrip())
    given = set()
    for at in range(begin + 1, len(lines)):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent <= depth:
            break
        if indent == depth + 4:
            given.add(line.strip().split(":")[0])
            found = REQUIRED.match(line.strip())
            if found:
                yield at + 1, found.group(1), found.group(2)
    component = lines[begin].strip().removeprefix("delegate: ").removesuffix(" {")
    for line in components.get(component, ()):
        found = REQUIRED.match(line.strip())
        if found and line.startswith("    required") and found.group(2) not in given:
            yield begin + 1, found.group(1), found.group(2)


def problems_of_lists(
    file: Path, text: str, classes: Classes, components: dict[str, list[str]]
) -> Iterator[str]:
    """Say what the delegates of a QML file require and their rows do not have."""
    declared = {name: kind for kind, name in DECLARED.findall(text)}
    rows_of = {name: kind for kind, name in ROWS_OF.findall(text)}
    for name, kind in declared.items():
        if kind == LIST and name != "model" and rows_of.get(name) not in classes.fields:
            yield f"{file}: say above `{name}` whose rows they are: //! Rows of `SomeRow`."
            return
    for use in MODEL.finditer(text):
        row = row_class(use.group(1), declared, rows_of, classes)
        if not row:
            continue
        fields = classes.fields[row]
        after = text.count("\n", 0, use.end()) + 1
        for line, kind, name in required_by_delegate(text.splitlines(), after, components):
            if name in ALWAYS:
                continue
            if name not in fields:
                yield f"{file}:{line}: {row} has no field {name} (it has {', '.join(fields)})"
            elif kind and kind not in QML_TYPES.get(fields[name], {"string", kind}):
                yield f"{file}:{line}: {name} of {row} is {fields[name]}, not {kind}"


def problems_of_element(file: Path, text: str, classes: Classes) -> Iterator[str]:
    """Say what the view of a phone's element reads that neither it nor its parts have."""
    module = file.with_name(snake_case(file.stem.removesuffix("Element")) + ".py")
    if not file.stem.endswith("Element") or not module.exists():
        return
    tree = ast.parse(module.read_text(encoding="utf-8"))
    own = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    *parts, element = own
    known = {
        OF_ELEMENT: (element, classes.all_fields(element)),
        OF_PART: (", ".join(parts), set().union(*map(classes.all_fields, parts))),
    }
    for pattern, (owner, fields) in known.items():
        for use in pattern.finditer(text):
            if camel_case(use.group(1)) not in fields:
                line = text.count("\n", 0, use.start()) + 1
                yield f"{file}:{line}: {owner} has no field {use.group(1)}"


def snake_case(name: str) -> str:
    """The name of the file of a class."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def main() -> int:
    """Print every problem; return how the program ends."""
    folder = Path(sys.argv[1])
    classes = classes_below(folder)
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.qml"))}
    components = {file.stem: text.splitlines() for file, text in texts.items()}
    found = [
        problem
        for file, text in texts.items()
        for problem in (
            *problems_of_lists(file, text, classes, components),
            *problems_of_element(file, text, classes),
        )
    ]
    for problem in found:
        print(problem)  # noqa: T201 - what the command is for
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
