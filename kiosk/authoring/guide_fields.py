"""Tables of the fields of a step or element for authors, in Vietnamese."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.authoring.schema import NAME, VISIBLE, Schema
from kiosk.content.wording import described


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one level."""

    under: str
    """The field that contains these fields; empty for the part itself."""
    rows: tuple[str, ...]


def field_rows(
    schema: Schema, defs: Mapping[str, Any], *, first: str, without: Iterable[str] = ()
) -> tuple[Table, ...]:
    """The table of a part, followed by those of nested parts.

    Args:
        schema: the part's definition.
        defs: all definitions of the lesson schema.
        first: the field in the first row.
        without: fields that are described elsewhere.
    """
    fields = {name: field for name, field in schema["properties"].items() if name not in without}
    required = frozenset(schema.get("required", ()))
    names = sorted(fields, key=lambda name: (name != first, name not in required))
    rows = tuple(_row(name, fields[name], defs, must=name in required) for name in names)
    inner = (table for name in names for table in _inner(name, fields[name], defs))
    return (Table("", rows), *inner)


def _inner(name: str, field: Schema, defs: Mapping[str, Any]) -> Iterator[Table]:
    for part in _parts(field, defs):
        (own, *deeper) = field_rows(part, defs, first=next(iter(part["properties"])))
        yield Table(name, own.rows)
        yield from deeper


def _parts(field: Schema, defs: Mapping[str, Any]) -> Iterator[Schema]:
    """The definitions, with fields of their own, to which a field refers."""
    for branch in field.get("anyOf", (field,)):
        inside = branch.get("items", branch.get("additionalProperties") or branch)
        if "$ref" in inside:
            part = _followed(inside, defs)
            if "properties" in part:
                yield part


def _row(name: str, field: Schema, defs: Mapping[str, Any], *, must: bool) -> str:
    meaning = described(field["description"]).replace("|", "\\|")
    cells = (f"`{name}`", "có" if must else "", _taken(field, defs), meaning)
    return f"| {' | '.join(cells)} |"


def _taken(field: Schema, defs: Mapping[str, Any]) -> str:
    """The values that are allowed after the colon, in Vietnamese."""
    if "anyOf" in field:
        return " hoặc ".join(_taken(branch, defs) for branch in field["anyOf"])
    field = _followed(field, defs)
    if "enum" in field:
        return "một trong: " + ", ".join(f"`{word}`" for word in field["enum"])
    if field.get("type") == "array":
        return f"danh sách{_how_many(field)}: {_taken(field['items'], defs)}"
    if "properties" in field:
        return "các dòng con, xem dưới"
    return _plainly_taken(field)


def _plainly_taken(field: Schema) -> str:
    if field.get("format") == "date":
        return 'ngày, ví dụ `"2026-11-20"`'
    if field["type"] == "object":
        return "các tên, mỗi tên có các dòng con, xem dưới"
    if field["type"] == "boolean":
        return "`true` hoặc `false`"
    if field["type"] == "integer":
        return f"số, {field['minimum']}–{field['maximum']}"
    if field.get("pattern") == NAME:
        return "tên không dấu, như `ten-cho`"
    letters = f"chữ, nhiều nhất {field['maxLength']} chữ cái"
    return letters if field.get("pattern") == VISIBLE else f"{letters}, chỉ chữ dùng được"


def _how_many(field: Schema) -> str:
    least, most = field.get("minItems"), field.get("maxItems")
    if least and most:
        return f" {least}–{most} mục"
    if most:
        return f" nhiều nhất {most} mục"
    return f" ít nhất {least} mục" if least else ""


def _followed(schema: Schema, defs: Mapping[str, Any]) -> Schema:
    if "$ref" not in schema:
        return schema
    found: Schema = defs[str(schema["$ref"]).rsplit("/", 1)[-1]]
    return found
