"""Elements of the simulated phone: each is a file pair here, found by scanning.

`<name>.py` holds the class `ELEMENT`, `<Name>Element.qml` beside it draws it.
"""

import importlib
import pkgutil
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kiosk.domain.screen import Element


@cache
def element_kinds() -> Mapping[str, type[Element]]:
    """The class of each kind of element by the key that tells it."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    )
    kinds = {module.ELEMENT.key: module.ELEMENT for module in modules}
    return MappingProxyType(dict(sorted(kinds.items())))


def view_of(element: Element) -> Path:
    """The QML file that draws an element, beside its class."""
    module = Path(str(sys.modules[type(element).__module__].__file__))
    return module.with_name(f"{module.stem.title().replace('_', '')}Element.qml")
