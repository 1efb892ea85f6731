"""The labels of the targets on a screen."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from kiosk.domain.screen import Element, Screen


def labels(screen: Screen) -> Mapping[str, str]:
    """The label of each target that has one."""
    return {target: label for each in screen.elements for target, label in _labels(each)}


def _labels(element: Element) -> Iterator[tuple[str, str]]:
    for part in _parts(element):
        label = getattr(part, "label", None)
        for _, value in part:
            if label and isinstance(value, str) and value in element.targets:
                yield value, label


def _parts(model: BaseModel) -> Iterator[BaseModel]:
    """The element itself, and its buttons or tabs."""
    yield model
    for _, value in model:
        if isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, BaseModel))
