"""Validates the files that describe languages."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.positions import read_document
from kiosk.content.problems import Problem
from kiosk.content.validation import Subject, validated
from kiosk.i18n.languages import Language


def language_problems(translations: Path) -> Iterator[Problem]:
    """The problems for which a `language.yaml` is ignored."""
    for path in sorted(translations.glob("*/language.yaml")):
        document = read_document(path)
        yield from document.problems
        if not document.whole:
            continue
        if not isinstance(document.data, dict):
            yield document.problem((), "settings_not_fields")
            continue
        fields = {**document.data, "code": path.parent.name}
        subject = Subject(Language, "settings", path.parent.name)
        yield from validated(document, (), fields, subject).problems
