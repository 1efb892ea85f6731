"""The centre's settings: `config.yaml`, and the changes by staff in `config.local.yaml`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from kiosk.content.near import near_matches
from kiosk.content.positions import Document, read_document
from kiosk.content.problems import Problem
from kiosk.content.tree import Data
from kiosk.content.validation import Subject, quoted, validated
from kiosk.domain.settings import Section, Settings, Wifi
from kiosk.folders import Folders

WIFI = "wifi"
SECTIONS: Mapping[str, type[Section]] = {
    field.name: type(field.default) if isinstance(field.default, Section) else Wifi
    for field in fields(Settings)
    if field.name != "refused"
}


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of one file."""

    document: Document
    name: str
    data: Mapping[str, Data]
    unsure: bool
    """Whether a YAML problem in the section's lines was found before its fields were validated."""


def local_overlay(path: Path) -> Path:
    """The local file beside the settings file, whose fields take precedence."""
    return path.with_name(f"{path.stem}.local{path.suffix}")


def read_settings(
    path: Path, overlays: Sequence[Path] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, with defaults for missing or invalid fields, and the problems; never raises.

    `overlays`: files that take precedence, the last one most; by default the local file.
    """
    problems: list[Problem] = []
    sections: list[_Section] = []
    for file in (path, *((local_overlay(path),) if overlays is None else overlays)):
        if file.exists() or file.is_symlink():
            sections += _sections(read_document(file), problems)
    values: dict[str, Section] = {}
    refused: list[str] = []
    usual = Settings()
    for name, model in SECTIONS.items():
        given = [section for section in sections if section.name == name]
        good, wrong = _good_fields(model, given, problems)
        instead = [held for key, held in model.when_refused.items() if key in wrong]
        good |= {key: value for held in instead for key, value in held.items()}
        default = {} if name == WIFI else getattr(usual, name).model_dump()
        readable = [section for section in given if section.data or instead]
        value = _section_value(model, {**default, **good}, readable, wrong, problems)
        left_out = model.left_out_when_refused and bool(given) and (bool(wrong) or value is None)
        if instead or left_out:
            refused.append(name)
        if good and value and not left_out:
            values[name] = value
    settings = usual.model_copy(update={**values, "refused": tuple(refused)})
    return settings, tuple(sorted(set(problems)))


def settings_at(folders: Folders) -> Settings:
    """The centre's settings with the changes by staff, and defaults for invalid fields."""
    return read_settings(folders.config, folders.local_configs)[0]


def _sections(document: Document, problems: list[Problem]) -> Iterator[_Section]:
    problems += document.problems
    if not document.whole:
        for name in SECTIONS:
            yield _Section(document, name, {}, unsure=True)
        return
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        problems.append(document.problem((), "settings_not_fields"))
        return
    doubtful = _doubtful(document)
    for name, data in document.data.items():
        if name not in SECTIONS:
            problems.append(_unknown_section(document, name))
            for near in near_matches(name, SECTIONS):
                yield _Section(document, near, {}, unsure=True)
        elif isinstance(data, dict):
            problems += _nothing_after_colon(document) if name == WIFI else ()
            yield _section(document, name, data, unsure=name in doubtful)
        elif data is not None:
            problems.append(
                document.problem((name,), "must_be_fields", name=name, text=quoted(data))
            )
            yield _Section(document, name, {}, unsure=True)


def _section(document: Document, name: str, data: dict[str, Data], *, unsure: bool) -> _Section:
    """A section with the fields that have a value and no reported problem."""
    reported = {
        key_path[1]
        for key_path in document.reported
        if key_path[:1] == (name,) and len(key_path) > 1
    }
    fields = {
        key: value for key, value in data.items() if value is not None and key not in reported
    }
    return _Section(
        document, name, fields, unsure or bool(reported) or (name,) in document.reported
    )


def _doubtful(document: Document) -> set[str]:
    """The names of the sections in whose lines the YAML reader found problems."""
    begins = sorted((at.line, str(key[0])) for key, at in document.keys.items() if len(key) == 1)
    return {
        next((name for line, name in reversed(begins) if line <= problem.line), "")
        for problem in document.problems
    }


def _nothing_after_colon(document: Document) -> Iterator[Problem]:
    """Problems for Wi-Fi fields without a value, which could be read as an intended empty value."""
    for key_path in sorted(document.empties, key=str):
        if key_path[:1] == (WIFI,) and len(key_path) == 2:
            yield document.problem_of_key(key_path, "wifi_field_empty", name=str(key_path[1]))


def _unknown_section(document: Document, name: str) -> Problem:
    return document.problem_of_key(
        (name,),
        "field_unknown",
        where="settings:",
        name=name,
        near="|".join(near_matches(name, SECTIONS)),
        fields=", ".join(SECTIONS),
    )


def _good_fields(
    model: type[Section], sections: list[_Section], problems: list[Problem]
) -> tuple[dict[str, object], set[str]]:
    """The fields of a section that are valid by themselves, and the names of refused fields.

    A field of a later file takes precedence; if it is refused, the earlier file's field stays.
    If a file is unreadable, or has an unknown field similar to none, every field counts as
    refused that no later file sets.
    """
    fields: dict[str, object] = {}
    refused: set[str] = set()
    for section in sections:
        if section.unsure:
            refused = set(model.model_fields)
        for key, value in section.data.items():
            subject = Subject(model, "settings", section.name)
            _, found = validated(section.document, (section.name,), {key: value}, subject)
            wrong = [problem for problem in found if problem.code != "field_missing"]
            problems += wrong
            if wrong:
                meant = near_matches(key, model.model_fields) or tuple(model.model_fields)
                refused.update([key] if key in model.model_fields else set(meant) - fields.keys())
            else:
                fields[key] = value
                if not model.left_out_when_refused:
                    refused.discard(key)
    return fields, refused


def _section_value(
    model: type[Section],
    fields: dict[str, object],
    sections: list[_Section],
    refused: set[str],
    problems: list[Problem],
) -> Section | None:
    """The validated section; None if it is invalid or lacks a field without default."""
    if not sections:
        return None
    section = sections[-1]
    subject = Subject(model, "settings", section.name)
    value, found = validated(section.document, (section.name,), fields, subject)
    missing = (problem for problem in found if dict(problem.facts)["name"] not in refused)
    problems += missing
    return None if found else value
