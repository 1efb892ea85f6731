"""The centre's settings: `config.yaml`, and what staff changed in `config.local.yaml`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.near import near_matches
from kiosk.content.positions import Document, read_document
from kiosk.content.problems import Problem
from kiosk.content.tree import Data
from kiosk.content.validation import Subject, quoted, validated
from kiosk.domain.model import Model
from kiosk.domain.settings import Settings, Wifi


@dataclass(frozen=True, slots=True)
class _Section:
    """What one file says in one section."""

    document: Document
    name: str
    data: dict[str, Data]


def local_overlay(path: Path) -> Path:
    """The file beside the settings whose fields win over theirs."""
    return path.with_name(f"{path.stem}.local{path.suffix}")


def read_settings(
    path: Path, overlays: Sequence[Path] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, with the default for every field that is missing or wrong; never raises.

    `overlays`: files whose fields win, the last most of all; by default the one beside.
    """
    problems: list[Problem] = []
    sections: list[_Section] = []
    for file in (path, *((local_overlay(path),) if overlays is None else overlays)):
        if file.exists():
            sections += _sections(read_document(file), problems)
    values: dict[str, Model] = {}
    for name, field in Settings.model_fields.items():
        model = type(field.default) if isinstance(field.default, Model) else Wifi
        given = [section for section in sections if section.name == name]
        fields = _good_fields(model, given, problems)
        default = field.default.model_dump() if isinstance(field.default, Model) else {}
        value = _section_value(model, {**default, **fields}, given, problems)
        if fields and value:
            values[name] = value
    return Settings.model_validate(values), tuple(sorted(problems))


def _sections(document: Document, problems: list[Problem]) -> Iterator[_Section]:
    problems += document.problems
    if not document.whole or document.data is None:
        return
    if not isinstance(document.data, dict):
        problems.append(document.problem((), "settings_not_fields"))
        return
    for name, data in document.data.items():
        if name not in Settings.model_fields:
            problems.append(_unknown_section(document, name))
        elif isinstance(data, dict):
            yield _Section(document, name, _written(document, name, data))
        elif data is not None:
            problems.append(
                document.problem((name,), "must_be_fields", name=name, text=quoted(data))
            )


def _unknown_section(document: Document, name: str) -> Problem:
    return document.problem_of_key(
        (name,),
        "field_unknown",
        where="settings:",
        name=name,
        near="|".join(near_matches(name, Settings.model_fields)),
        fields=", ".join(Settings.model_fields),
    )


def _written(document: Document, name: str, data: dict[str, Data]) -> dict[str, Data]:
    """The fields after whose colon something is written; the others keep their defaults."""
    return {
        key: value
        for key, value in data.items()
        if value is not None and (name, key) not in document.told
    }


def _good_fields(
    model: type[Model], sections: list[_Section], problems: list[Problem]
) -> dict[str, Data]:
    """The fields of a section that are right by themselves; a later file's win."""
    fields: dict[str, Data] = {}
    for section in sections:
        trail = (section.name,)
        for key, value in section.data.items():
            subject = Subject(model, "settings", section.name)
            _, found = validated(section.document, trail, {key: value}, subject)
            wrong = [problem for problem in found if problem.code != "field_missing"]
            problems += wrong
            if not wrong:
                fields[key] = value
    return fields


def _section_value(
    model: type[Model],
    fields: dict[str, Data],
    sections: list[_Section],
    problems: list[Problem],
) -> Model | None:
    """The section as a whole; None where a field is missing that has no default."""
    if not sections:
        return None
    section = sections[-1]
    subject = Subject(model, "settings", section.name)
    value, found = validated(section.document, (section.name,), fields, subject)
    guessed = {dict(problem.facts).get("near") for problem in problems}
    problems += (problem for problem in found if dict(problem.facts)["name"] not in guessed)
    return None if found else value
