"""Step kinds: every folder here is one kind, found by scanning. Nothing else names them."""

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
    """The class of each kind by the name of its folder."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return MappingProxyType(
        {name: importlib.import_module(f"{__name__}.{name}.step").STEP for name in names}
    )


def kind_of(step: Step) -> str:
    return step.__class__.__module__.split(".")[-2]  # `type` is a kind here


def folder_of(kind: str) -> Path:
    """The folder of a kind: its model, its view model, its view and its example."""
    for root in __path__:
        folder = Path(root) / kind
        if folder.is_dir():
            return folder
    raise KeyError(kind)


def view_of(kind: str) -> Path | None:
    """The QML file of a kind's own view; none where the words and the phone say it all."""
    if step_kinds()[kind].place is ViewPlace.NOWHERE:
        return None
    return folder_of(kind) / f"{kind.title().replace('_', '')}View.qml"


def view_model_of(kind: str) -> Any:  # noqa: ANN401 - the core does not know Qt's types
    """The class of a kind's own view model; the common one where the kind has no view."""
    if view_of(kind) is None:
        return importlib.import_module(f"{__name__}.step_view_model").StepViewModel
    return importlib.import_module(f"{__name__}.{kind}.{kind}_view_model").VIEW_MODEL
