"""`Record`: like `Model`, for values needed by the first frame; validation is loaded lazily.

pydantic takes as long to load as the rest of the domain. A record is a plain frozen
dataclass; the `Annotated` types of its fields hold the constraints that pydantic checks later.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from enum import Enum
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    Self,
    dataclass_transform,
    get_type_hints,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter
    from pydantic.fields import FieldInfo
    from pydantic_core import CoreSchema


def described(
    *,
    default: Any = MISSING,  # noqa: ANN401 - as dataclasses.field
    default_factory: Any = MISSING,  # noqa: ANN401
    description: str,
) -> Any:  # noqa: ANN401
    """A dataclass field with its description for authors of the file: Vietnamese | English."""
    return field(
        default=default, default_factory=default_factory, metadata={"description": description}
    )


class Limits:
    """`Annotated` metadata: numeric and length limits of pydantic's `Field`, such as ge and le."""

    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, **limits: int) -> None:
        self._limits = limits

    def __iter__(self) -> Iterator[object]:
        from pydantic import Field as LimitedField  # noqa: PLC0415 - not for the first frame

        limited: Any = LimitedField
        yield from limited(**self._limits).metadata


class ChangedBefore:
    """`Annotated` metadata: converts the raw value before it is validated."""

    def __init__(self, change: Callable[[Any], object]) -> None:
        self._change = change

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        from pydantic_core import core_schema  # noqa: PLC0415 - not for the first frame

        return core_schema.no_info_before_validator_function(self._change, handler(source))


class CheckedAfter:
    """`Annotated` metadata: a check of the validated value that may raise ValueError."""

    def __init__(self, check: Callable[[Any], object]) -> None:
        self._check = check

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        from pydantic_core import core_schema  # noqa: PLC0415 - not for the first frame

        return core_schema.no_info_after_validator_function(self._check, handler(source))


class _ModelFields:
    """Descriptor: the fields as pydantic `FieldInfo`, by name."""

    def __get__(self, _record: object, kind: type) -> Mapping[str, "FieldInfo"]:
        return _fields(kind)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(described, field))
class Record:
    """An immutable value; validation rejects unknown fields."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    model_fields: ClassVar = _ModelFields()

    def __init_subclass__(cls) -> None:
        """Turns each subclass into a frozen, keyword-only dataclass."""
        dataclass(frozen=True, kw_only=True)(cls)

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """Validates data read from a file.

        Raises:
            pydantic.ValidationError: the data is invalid.
        """
        kind: type = cls
        value: Self = _adapter(kind).validate_python(data)
        return value

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """A copy with some fields replaced; the new values are not validated."""
        return replace(self, **update)

    def model_dump(self, *, mode: Literal["python", "json"] = "python") -> dict[str, Any]:
        """The fields by name; nested records become dictionaries too."""
        kind: type = type(self)
        fields: dict[str, Any] = _adapter(kind).dump_python(self, mode=mode)
        return fields

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> Self:
        """Rebuilds a record from the JSON of its `asdict`, without validating it again.

        Raises:
            TypeError, ValueError, LookupError: the data is not that of such a record.
        """
        return cls(**{each.name: _restored(each.default, kept[each.name]) for each in fields(cls)})


def _restored(default: object, kept: object) -> object:
    """Converts a JSON value back to the type of the field's default (record, enum, tuple)."""
    if isinstance(default, Record) and isinstance(kept, dict):
        return type(default).restored(kept)
    if isinstance(default, Enum):
        return type(default)(kept)
    return tuple(kept) if isinstance(kept, list) else kept


@cache
def _adapter(kind: type) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - not for the first frame

    return TypeAdapter(kind)


@cache
def _fields(kind: Any) -> Mapping[str, "FieldInfo"]:  # noqa: ANN401 - a class of records
    from pydantic.fields import FieldInfo  # noqa: PLC0415 - not for the first frame

    hints = get_type_hints(kind, include_extras=True)
    return {
        each.name: FieldInfo.from_annotated_attribute(hints[each.name], each)
        for each in fields(kind)
    }
