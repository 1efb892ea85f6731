"""Which words stand on what can be touched."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from kiosk.domain.screen import Element, Screen


def labels(screen: Screen) -> Mapping[str, str]:
    """The words on each thing that can be touched, by its target; those that bear none are not."""
    return {target: label for each in screen.elements for target, label in _labels(each)}


def _labels(element: Element) -> Iterator[tuple[str, str]]:
    for part in _parts(element):
        label = getattr(part, "label", None)
        for _, value in part:
            if label and isinstance(value, str) and value in element.targets:
                yield value, label


def _parts(model: BaseModel) -> Iterator[BaseModel]:
    """An element, and its single buttons or tabs."""
    yield model
    for _, value in model:
        if isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, BaseModel))
