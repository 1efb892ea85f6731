"""Every error that a docstring lists exists, so that renaming an error includes docstrings."""

import ast
import builtins
import re

from kiosk.folders import CHECKOUT

RAISES = re.compile(r"^Raises:\n((?:    .*\n?|\n)+)", re.MULTILINE)
RAISED = re.compile(r"^    ([A-Z][A-Za-z, ]+):", re.MULTILINE)
"""One error or several; errors of other packages are written with their package."""


def test_every_error_that_a_docstring_names_is_one():
    trees = {path: ast.parse(path.read_text("utf-8")) for path in CHECKOUT.glob("kiosk/**/*.py")}
    nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    known = {node.name for _, node in nodes if isinstance(node, ast.ClassDef | ast.alias)}
    messages = [
        (f"{path.relative_to(CHECKOUT)}: {node.name}", error)
        for path, node in nodes
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        for part in RAISES.findall(ast.get_docstring(node) or "")
        for names in RAISED.findall(part)
        for error in names.split(", ")
        if not error.isupper()  # REFUSALS: several errors, by the name of their tuple
    ]
    assert len(messages) > 100
    assert not [each for each in messages if not (each[1] in known or hasattr(builtins, each[1]))]
