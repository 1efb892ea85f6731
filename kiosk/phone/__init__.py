"""Elements of the simulated phone: each has a Python and a QML file here, found by scanning.

`<name>.py` holds the class `ELEMENT`, `<Name>Element.qml` beside it draws it, and
`<name>-example.yaml` is the smallest lesson that shows it.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.domain.screen import Element


@cache
def element_kinds() -> Mapping[str, type[Element]]:
    """Returns the class of each kind of element, by its key in lesson files."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    )
    kinds = {module.ELEMENT.key: module.ELEMENT for module in modules}
    return MappingProxyType(dict(sorted(kinds.items())))


def view_of(element: Element) -> Path:
    """Returns the QML file that draws an element, beside its class."""
    return _view_of_kind(type(element))


@cache
def _view_of_kind(kind: type[Element]) -> Path:
    module = module_of(kind)
    return module.with_name(f"{module.stem.title().replace('_', '')}Element.qml")


def module_of(kind: type[Element]) -> Path:
    """Returns the file that contains the class of an element."""
    return Path(str(sys.modules[kind.__module__].__file__))
