"""Checks which fields QML reads from rows of typed lists, and from the elements of the phone.

qmllint checks what a delegate declares, but not the fields of its model, nor the keys of a map. So:

* a delegate requires only fields of the rows of its list, with their types. The list is resolved
  through the view models, as in `model: root.visit.home.tiles`; a component that receives its list
  declares the class of the rows in a comment: "Rows of `FindingRow`." A component that receives
  its delegate with the list has a `model`, and is checked where it is used.
* `<Name>Element.qml` reads only fields of the element class beside it, `element.fields.label`, and
  of its nested models, `modelData.label`.

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
"""Callables that declare a property in one line."""
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
"""`model: root.page.rows`: the path of the list."""
DECLARED = re.compile(r"property (\w+) (\w+)\b")
ROWS_OF = re.compile(rf"//! Rows of `(\w+)`.*\n *(?:required )?property {LIST} (\w+)\b")
REQUIRED = re.compile(r"^required (?:property (\S+) )?(\w+)$")
"""`required property string title`, or `required title` if the delegate's type declares it."""
OPENS = re.compile(r"^(?:delegate: )?[A-Z]\w* \{$")
OF_ELEMENT = re.compile(r"\belement\.(?:fields|before)\.(\w+)")
OF_PART = re.compile(r"\bmodelData\.(\w+)")

Fields = dict[str, str]


@dataclass
class Classes:
    """The classes defined in the Python files below a folder."""

    fields: dict[str, Fields] = field(default_factory=dict)
    """For each class: the annotations of its fields, by their names in camelCase."""
    getters: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each class: the return types of its methods."""
    bases: dict[str, list[str]] = field(default_factory=dict)

    def returned(self, owner: str, name: str) -> str:
        """Returns the type of a property, own or inherited; empty when unknown."""
        own = self.getters.get(owner, {})
        if name in own:
            return own[name]
        inherited = (self.returned(base, name) for base in self.bases.get(owner, ()))
        return next((each for each in inherited if each), "")

    def all_fields(self, owner: str) -> set[str]:
        """Returns the fields of a class and of its bases."""
        inherited = (self.all_fields(base) for base in self.bases.get(owner, ()))
        return set(self.fields.get(owner, {})).union(*inherited)


def camel_case(name: str) -> str:
    """Converts a field's name to its name in QML."""
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
    """Returns the type of a property that is declared in one line."""
    kind = ast.unparse(call.args[0])
    return f"{LIST}[{kind}]" if ast.unparse(call.func) == "ShownList" else kind


def is_computed(method: ast.FunctionDef) -> bool:
    """Whether the method is a computed field of pydantic."""
    return any(ast.unparse(each).startswith("computed_field") for each in method.decorator_list)


def row_class(chain: str, declared: Fields, rows_of: Fields, classes: Classes) -> str:
    """Return the class of the rows of a list; empty when unknown or not a typed list."""
    names = chain.split(".")
    if names[0] not in declared:
        names = names[1:]  # the id of the object that has the property
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
    """Yield line, type and name of each required property of the first object after a `model:`.

    Those of its component are included unless the object itself sets them.
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
    """Yield problems of delegates that require fields which their rows lack."""
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
    """Yield fields that the view of an element reads and neither element nor parts have."""
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
    """Converts the name of a class to that of its file."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def main() -> int:
    """Print every problem; return the exit code."""
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
        print(problem)  # noqa: T201 - the output of the command
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
