"""The pages of the staff area: each subpackage is one page, found by scanning."""

import importlib
import pkgutil
from functools import cache, partial
from pathlib import Path

from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.ui.staff.openable_page import StaffTile


@cache
def page_kinds() -> tuple[type[PageModel], ...]:
    """The class of each page, in the order of their tiles."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    kinds = (importlib.import_module(f"{__name__}.{name}.page").PAGE for name in names)
    return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name())))


def view_of(kind: type[PageModel]) -> Path:
    """The QML file that shows a page."""
    name = kind.name()
    for root in __path__:
        view = Path(root) / name / f"{name.title().replace('_', '')}Page.qml"
        if view.is_file():
            return view
    raise KeyError(name)


def register_pages(context: StaffContext) -> None:
    """Registers the tiles of all pages; a page is created when it is first opened."""
    context.staff.register(
        {
            kind.name(): StaffTile(kind, view_of(kind), partial(kind, context, context.staff))
            for kind in page_kinds()
        }
    )
