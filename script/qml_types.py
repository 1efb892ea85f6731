"""Describes the Python classes that QML may name, for qmllint: one QML module.

pyside6-project processes one file at a time, and so loses classes that inherit from another file,
and all but one of the files with the same name. This script reads all at once, bases first.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import PySide6

MODULE = "TutorialKiosk.Backend"
MADE_IN_PYTHON = {"QML.Creatable": "false", "QML.UncreatableReason": "made in Python"}
DECLARED = {
    "qml_type": MADE_IN_PYTHON,
    "qml_singleton": {"QML.Singleton": "true"},
    "qml_creatable": {},
}
"""For each decorator of `kiosk.qt.properties`: the class infos for QML besides the name."""
QT_NAME = {"list": "QVariantList", "dict": "QVariantMap", "str": "QString", "float": "double"}
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"


def run_tool(name: str, *arguments: str) -> str:
    """Run one of PySide6's tools and return what it printed."""
    command = [f"pyside6-{name}", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def classes_of(file: Path) -> dict[str, list[str]]:
    """Return the base names of each class that the file defines."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.name: [base.id for base in node.bases if isinstance(base, ast.Name)]
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def declared_in(file: Path) -> dict[str, dict[str, str]]:
    """Return the class infos of the classes that the file registers for QML, by class."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.name: {"QML.Element": "auto", **DECLARED[decorator.id]}
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Name) and decorator.id in DECLARED
    }


def files_with_types(root: Path) -> list[Path]:
    """Return the files with classes for QML and those with their bases, bases first."""
    classes = {file: classes_of(file) for file in sorted(root.rglob("*.py"))}
    home = {name: file for file, found in classes.items() for name in found}
    needed: dict[Path, set[Path]] = {}
    open_files = [file for file in classes if declared_in(file)]
    while open_files:
        file = open_files.pop()
        if file in needed:
            continue
        bases = {home[base] for found in classes[file].values() for base in found if base in home}
        needed[file] = bases - {file}
        open_files.extend(needed[file])
    return list(TopologicalSorter(needed).static_order())


def names_in(annotation: ast.expr | None) -> set[str]:
    """Return the names in a return annotation, quoted or not."""
    if annotation is None:
        return set()
    tree = ast.parse(ast.unparse(annotation).strip("'\""), mode="eval")
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def returned_names(file: Path) -> dict[tuple[str, str], set[str]]:
    """Return the names in the return annotation of each method, by class and method."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        (owner.name, method.name): names_in(method.returns)
        for owner in tree.body
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
    }


def constant_properties(file: Path) -> set[tuple[str, str]]:
    """Return class and name of each property that is declared with `constant=True`."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        (owner.name, method.name)
        for owner in tree.body
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
        for call in method.decorator_list
        if isinstance(call, ast.Call)
        and any(
            word.arg == "constant" and ast.unparse(word.value) == "True" for word in call.keywords
        )
    }


def declared_properties(file: Path) -> Iterator[tuple[str, dict]]:
    """Yield class and description of each `ShownList` and each property of `Properties`."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for owner in tree.body:
        if not isinstance(owner, ast.ClassDef):
            continue
        makers: dict[str, dict] = {"ShownList": {"constant": True}}
        for each in owner.body:
            if isinstance(each, ast.AnnAssign) and ast.unparse(each.annotation).startswith(
                "Proper"
            ):
                signals = [ast.unparse(signal) for signal in each.value.args]
                makers[each.target.id] = {"notify": signals[0]} if signals else {"constant": True}
            elif isinstance(each, ast.Assign) and isinstance(each.value, ast.Call):
                maker, name = ast.unparse(each.value.func), each.targets[0].id
                if maker in makers:
                    kind = ast.unparse(each.value.args[0]).split("[")[0]
                    kind = "TypedListModel" if maker == "ShownList" else kind
                    yield owner.name, {"name": name, "type": kind, "read": name, **makers[maker]}


def resolve_types(units: list[dict]) -> None:
    """Replace Python types by Qt's names, and QObject by the class in the getter's annotation.

    Also mark constant properties, which metaobjectdump of PySide6 6.11 omits.
    """
    known = {each["className"] for unit in units for each in unit["classes"] if each.get("object")}
    for unit in units:
        returned = returned_names(Path(unit["inputFile"]))
        constant = constant_properties(Path(unit["inputFile"]))
        declared = declared_in(Path(unit["inputFile"]))
        one_liners = list(declared_properties(Path(unit["inputFile"])))
        for owner in unit["classes"]:
            class_info = declared.get(owner["className"], {})
            if class_info:
                owner["classInfos"] = [
                    {"name": key, "value": class_info[key]} for key in class_info
                ]
            for entry in owner.get("properties", []):
                named = returned.get((owner["className"], entry["name"]), set()) & known
                entry["type"] = QT_NAME.get(entry["type"], entry["type"])
                if (owner["className"], entry["name"]) in constant:
                    entry["constant"] = True
                if entry["type"] == "QObject" and len(named) == 1:
                    entry["type"] = f"{named.pop()}*"
            for found in (found for name, found in one_liners if name == owner["className"]):
                properties = owner.setdefault("properties", [])
                kind = QT_NAME.get(found["type"], found["type"])
                pointer = "*" if kind in known else ""
                properties.append({**found, "type": kind + pointer, "index": len(properties)})
            for slot in owner.get("slots", []):
                slot["returnType"] = QT_NAME.get(slot["returnType"], slot["returnType"])


def foreign_types(units: list[dict]) -> list[Path]:
    """Return the descriptions of the Qt modules that the files import."""
    modules = {module for unit in units for module in unit.get("QT_MODULES", [])}
    patterns = [f"qt6{module[2:].lower()}_*metatypes.json" for module in sorted(modules)]
    return [file for pattern in patterns for file in sorted(METATYPES.glob(pattern))[:1]]


def write_module(units: list[dict], out: Path) -> None:
    """Write the QML module with every class of the units."""
    folder = out.joinpath(*MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metatypes.json").write_text(json.dumps(units), encoding="utf-8")
    foreign = ",".join(str(file) for file in foreign_types(units))
    wanted = ["--generate-qmltypes", str(folder / "module.qmltypes")]
    wanted += ["-o", str(folder / "registrations.cpp"), "--import-name", MODULE]
    wanted += ["--major-version", "1", "--minor-version", "0", f"--foreign-types={foreign}"]
    run_tool("qmltyperegistrar", *wanted, str(folder / "metatypes.json"))
    # Python classes may inherit from Item.
    qmldir = f"module {MODULE}\ntypeinfo module.qmltypes\ndepends QtQuick\n"
    (folder / "qmldir").write_text(qmldir, encoding="utf-8")


def main() -> None:
    """Write the module of the sources in the first argument into the folder of the second."""
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    files = files_with_types(root)
    if not files:
        return
    units = json.loads(run_tool("metaobjectdump", "--quiet", *map(str, files)))
    resolve_types(units)
    write_module(units, out)


main()
