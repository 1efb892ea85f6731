"""The rooms of the staff area: every folder here is one, found by scanning."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from kiosk.rooms.house import House
from kiosk.rooms.room import Room


@cache
def room_kinds() -> tuple[type[Room], ...]:
    """The class of each room, in the order of their doors."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    kinds = (importlib.import_module(f"{__name__}.{name}.room").ROOM for name in names)
    return tuple(sorted(kinds, key=lambda kind: (kind.order, kind.name())))


def view_of(kind: type[Room]) -> Path:
    """The QML file that shows a room."""
    name = kind.name()
    for root in __path__:
        view = Path(root) / name / f"{name.title().replace('_', '')}Room.qml"
        if view.is_file():
            return view
    raise KeyError(name)


def furnish(house: House) -> None:
    """Put the doors of all rooms into the staff area; a room is made when it is first opened."""
    house.staff.furnish(
        {kind.name(): (kind, view_of(kind)) for kind in room_kinds()},
        lambda kind: kind(house, house.staff),
    )
