"""Validates a part of a file against its model, with problems at positions."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk.content.near import near_matches, plain_name
from kiosk.content.positions import Document
from kiosk.content.problems import MAX_PROBLEMS, Problem
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.model import Model
from kiosk.domain.record import Record

M = TypeVar("M", bound=Model | Record)
Kind: TypeAlias = type[BaseModel | Record]
UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
"""pydantic's error types for unknown fields of a model and of a record."""
MAX_QUOTE_LENGTH = 40
SHAPES = {
    "tuple_type": "must_be_list",
    "list_type": "must_be_list",
    "dict_type": "must_be_fields",
    "model_type": "must_be_fields",
    "string_type": "must_be_text",
}
TYPES = {
    **SHAPES,
    "int_type": "must_be_whole_number",
    "int_parsing": "must_be_whole_number",
    "int_parsing_size": "must_be_whole_number",
    "float_type": "must_be_number",
    "float_parsing": "must_be_number",
    "bool_type": "must_be_true_or_false",
    "bool_parsing": "must_be_true_or_false",
    "date_type": "must_be_date",
    "date_from_datetime_parsing": "must_be_date",
    "date_from_datetime_inexact": "must_be_date",
    "date_parsing": "must_be_date",
    "string_too_short": "text_empty",
}
LIMITS = {
    "greater_than_equal": ("number_too_small", "ge"),
    "less_than_equal": ("number_too_big", "le"),
    "too_short": ("list_too_short", "min_length"),
    "too_long": ("list_too_long", "max_length"),
    "string_too_long": ("text_too_long", "max_length"),
}


@dataclass(frozen=True, slots=True)
class Subject(Generic[M]):
    """What a part of a file is validated as."""

    model: type[M]
    sort: str
    """One of: lesson, step, element, settings."""
    name: str = ""
    """The kind of step or element, or the section of the settings."""
    also: tuple[str, ...] = ()
    """Words allowed here that are not fields of the model."""

    def made_of(self, data: Mapping[str, object]) -> M:
        """Validates the data.

        Raises:
            ValidationError: the data is invalid.
        """
        model: Any = self.model
        made: M = model.model_validate(data)
        return made


class Validated(NamedTuple, Generic[M]):
    """The result of validating a part of a file."""

    value: M | None
    """The value; with problems, the value of the valid fields only, or None."""
    problems: tuple[Problem, ...]


def validated(
    document: Document, key_path: KeyPath, data: Mapping[str, object], subject: Subject[M]
) -> Validated[M]:
    """Validates the part, and reports all its problems."""
    try:
        return Validated(subject.made_of(data), ())
    except ValidationError as error:
        faults = list(_settled_unions(error.errors(include_url=False)[:MAX_PROBLEMS]))
    problems = tuple(_problems(document, key_path, subject, faults))
    at_fault = {str(loc[0]) for loc, _ in faults if loc}
    rest = {name: value for name, value in data.items() if name not in at_fault}
    try:
        return Validated(subject.made_of(rest), problems)
    except ValidationError:
        return Validated(None, problems)


class _Fault(NamedTuple):
    loc: KeyPath
    """The key path inside the part, without pydantic's names of union branches."""
    error: ErrorDetails


def _settled_unions(errors: Iterable[ErrorDetails]) -> Iterator[_Fault]:
    """Keeps only the errors of one union branch, preferably one of matching shape."""
    for _, group in groupby(errors, key=lambda error: error["loc"][:1]):
        faults = list(group)
        branches = {error["loc"][1] for error in faults if _branched(error["loc"])}
        wrong_shape = {
            error["loc"][1]
            for error in faults
            if len(error["loc"]) == 2 and error["type"] in SHAPES
        }
        fitting = [branch for branch in branches if branch not in wrong_shape]
        chosen = fitting[0] if fitting else min(branches, key=str, default=None)
        for error in faults:
            if not branches or error["loc"][1] == chosen:
                yield _Fault(_in_document(error["loc"]), error)


def _branched(loc: tuple[int | str, ...]) -> bool:
    """Whether the second item of the location is pydantic's name of a union branch."""
    return len(loc) > 1 and isinstance(loc[1], str) and loc[1].endswith(("]", "-str"))


def _in_document(loc: tuple[int | str, ...]) -> KeyPath:
    return (loc[0], *loc[2:]) if _branched(loc) else loc


def _problems(
    document: Document, key_path: KeyPath, subject: Subject[M], faults: list[_Fault]
) -> Iterator[Problem]:
    unknown: defaultdict[KeyPath, set[str]] = defaultdict(set)
    for loc, error in faults:
        if error["type"] in UNKNOWN:
            known = _fields(_model_at(cast("Kind", subject.model), loc[:-1]))
            unknown[loc[:-1]].update(near_matches(str(loc[-1]), known))
    for loc, error in faults:
        whole = (*key_path, *loc)
        if whole in document.empties or whole in document.reported:
            continue
        if error["type"] == "missing" and loc[-1] in unknown[loc[:-1]]:
            continue
        if error["type"] == "too_short" and _really_long_enough(document, whole, error):
            continue
        yield _problem(document, key_path, subject, _Fault(loc, error))


def _problem(document: Document, key_path: KeyPath, subject: Subject[M], fault: _Fault) -> Problem:
    loc, error = fault
    whole = (*key_path, *loc)
    model = _model_at(cast("Kind", subject.model), loc[:-1])
    facts = {"where": _where(subject, loc), "name": _last_name(loc)}
    if error["type"] in UNKNOWN:
        known = (*_fields(model), *(subject.also if len(loc) == 1 else ()))
        facts["fields"] = ", ".join(_fields(model))
        facts["near"] = near_names(facts["name"], known)
        return document.problem_of_key(whole, "field_unknown", **facts)
    facts["about"] = _description(model, facts["name"])
    if error["type"] == "missing":
        return document.problem(whole[:-1], "field_missing", **facts)
    value = document.at(whole)
    code, more = _code_of(error, value)
    if code == "must_be_text" and isinstance(value, dict):
        name = next((key for key, inner in value.items() if inner is not None), "")
        if name:  # `- Nhớ: hỏi cán bộ` was meant as one sentence
            return document.problem_of_key((*whole, name), "colon_in_text")
    return document.problem(whole, code, **{**facts, **more})


def _code_of(error: ErrorDetails, value: Data) -> tuple[str, dict[str, str]]:
    """The problem code for an error, with the facts specific to that code."""
    kind, context = error["type"], error.get("ctx", {})
    facts = {"text": quoted(value) or ("[…]" if isinstance(value, list | dict) else "")}
    if kind in LIMITS:
        code, limit = LIMITS[kind]
        count = str(len(value)) if isinstance(value, str | list) else ""
        return code, {**facts, "limit": f"{context[limit]:g}", "count": count}
    if kind == "string_pattern_mismatch":
        return _letters(str(context["pattern"]), str(value))
    if kind in ("enum", "literal_error"):
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        near = near_names(str(value), choices)
        return "must_be_one_of", {**facts, "choices": ", ".join(choices), "near": near}
    if kind == "value_error":
        return str(context["error"]), {**facts, "letters": _odd_letters(value)}
    code = TYPES.get(kind, "value_refused")
    if code == "must_be_date" and isinstance(value, str):
        facts["near"] = _iso_date(value)
    return code, facts


def _iso_date(text: str) -> str:
    """The date that a text means, year first; empty when it is none."""
    numbers = re.findall(r"\d+", text[:MAX_QUOTE_LENGTH])
    if len(numbers) == 3 and len(numbers[2]) == 4:
        numbers.reverse()
    if [len(number) > 2 for number in numbers] != [True, False, False]:
        return ""
    try:
        return date(*map(int, numbers)).isoformat()
    except ValueError:
        return ""


def _letters(pattern: str, value: str) -> tuple[str, dict[str, str]]:
    better = plain_name(value)
    if better and re.search(pattern, better) and better != value and "A-Z" not in pattern:
        return "bad_name", {"text": quoted(value), "better": better[:60].strip("-")}
    refused = sorted({letter for letter in value if not re.search(pattern, letter)})
    letters = " ".join(_with_code_point(letter) for letter in refused)
    return "bad_letters", {"text": quoted(value), "letters": letters[:MAX_QUOTE_LENGTH]}


def _with_code_point(letter: str) -> str:
    """A non-Vietnamese letter is shown with its code point, because it may look like another."""
    vietnamese = unicodedata.normalize("NFD", letter)[0].isascii() or letter in "đĐ"
    return letter if vietnamese else f"{letter} (U+{ord(letter):04X})"


def _odd_letters(value: Data) -> str:
    """The non-ASCII characters of a value, with their code points."""
    odd = dict.fromkeys(letter for letter in str(value) if not " " <= letter <= "~")
    shown = (f"{letter if letter.isprintable() else ''} (U+{ord(letter):04X})" for letter in odd)
    return ", ".join(each.strip() for each in shown)[: 2 * MAX_QUOTE_LENGTH]


def near_names(word: str, known: Iterable[str]) -> str:
    """The near matches as a fact of a problem; empty when there are none."""
    composed = unicodedata.normalize("NFC", word)
    near = near_matches(word, known)
    return "|".join(name for name in near if unicodedata.normalize("NFC", name) != composed)


def quoted(value: Data) -> str:
    """A value as quoted in a message: one line of at most 40 characters."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= MAX_QUOTE_LENGTH else f"{text[: MAX_QUOTE_LENGTH - 1]}…"


def _really_long_enough(document: Document, key_path: KeyPath, error: ErrorDetails) -> bool:
    """Whether a list is only too short because invalid items were left out."""
    value = document.at(key_path)
    return isinstance(value, list) and len(value) >= error.get("ctx", {})["min_length"]


def _where(subject: Subject[M], loc: KeyPath) -> str:
    parts = [part for part in loc[:-1] if isinstance(part, str)]
    return f"part:{parts[-1]}" if parts else f"{subject.sort}:{subject.name}"


def _last_name(loc: KeyPath) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def _fields(model: Kind | None) -> tuple[str, ...]:
    if model is None:
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _description(model: Kind | None, name: str) -> str:
    field = model.model_fields.get(name) if model else None
    return (field.description if field else None) or ""


def _model_at(model: Kind, loc: KeyPath) -> Kind | None:
    """The model at a location inside another model."""
    found: Kind | None = model
    for part in loc:
        if isinstance(part, str) and found:
            field = found.model_fields.get(part)
            found = _model_in(field.annotation) if field else None
    return found


def _model_in(annotation: Any) -> Kind | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Record):
        return annotation
    inner = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in inner if model), None)
