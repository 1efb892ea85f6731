"""Step kinds: every subfolder is one kind, found by scanning; no other module names them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kiosk.domain.placement import ViewPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.domain.step import Step


@cache
def step_kinds() -> Mapping[str, type[Step]]:
    """Returns the class of each kind, by the name of its folder."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return MappingProxyType(
        {name: importlib.import_module(f"{__name__}.{name}.step").STEP for name in names}
    )


def kind_of(step: Step) -> str:
    return step.__class__.__module__.split(".")[-2]  # `type` is a kind here


def folder_of(kind: str) -> Path:
    """Returns the folder of a kind: its model, view model, view and example."""
    for root in __path__:
        folder = Path(root) / kind
        if folder.is_dir():
            return folder
    raise KeyError(kind)


def view_of(kind: str) -> Path | None:
    """Returns the QML file of a kind's own view; None when the kind has no view."""
    if step_kinds()[kind].place is ViewPlace.NOWHERE:
        return None
    return folder_of(kind) / f"{kind.title().replace('_', '')}View.qml"


def view_model_of(kind: str) -> Any:  # noqa: ANN401 - the core does not import Qt
    """Returns the class of a kind's view model; the common one when the kind has no view."""
    if view_of(kind) is None:
        return importlib.import_module(f"{__name__}.step_view_model").StepViewModel
    return importlib.import_module(f"{__name__}.{kind}.{kind}_view_model").VIEW_MODEL
