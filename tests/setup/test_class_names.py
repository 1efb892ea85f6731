"""A class name is unique in the program."""

import ast
from collections import Counter

from kiosk.folders import CHECKOUT


def test_no_public_class_name_is_given_twice():
    given = Counter(
        node.name
        for path in (CHECKOUT / "kiosk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert given, "there are classes"
    assert [name for name, count in given.items() if count > 1] == []
