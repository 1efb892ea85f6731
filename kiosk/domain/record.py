"""Values that the first frame needs: as a `Model`, but what checks them is loaded only to check.

pydantic takes as long to load as everything else of the domain. A record is a plain frozen
dataclass; its fields say in `Annotated` what pydantic is to check once they are read from a file.
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
    """A field, and what is told of it to who writes the file: Vietnamese | English."""
    return field(
        default=default, default_factory=default_factory, metadata={"description": description}
    )


class Limits:
    """Stands in an `Annotated`: the limits that pydantic's `Field` knows, such as ge and le."""

    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, **limits: int) -> None:
        self._limits = limits

    def __iter__(self) -> Iterator[object]:
        from pydantic import Field as LimitedField  # noqa: PLC0415 - not for the first frame

        limited: Any = LimitedField
        yield from limited(**self._limits).metadata


class ChangedBefore:
    """Stands in an `Annotated`: a function of the raw value, whose answer is checked instead."""

    def __init__(self, change: Callable[[Any], object]) -> None:
        self._change = change

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        from pydantic_core import core_schema  # noqa: PLC0415 - not for the first frame

        return core_schema.no_info_before_validator_function(self._change, handler(source))


class CheckedAfter:
    """Stands in an `Annotated`: a function of the good value; it may refuse it (ValueError)."""

    def __init__(self, check: Callable[[Any], object]) -> None:
        self._check = check

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        from pydantic_core import core_schema  # noqa: PLC0415 - not for the first frame

        return core_schema.no_info_after_validator_function(self._check, handler(source))


class _ModelFields:
    """The fields as pydantic sees them, by their names."""

    def __get__(self, _record: object, kind: type) -> Mapping[str, "FieldInfo"]:
        return _fields(kind)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(described, field))
class Record:
    """A value that never changes and says no to fields it does not know."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    model_fields: ClassVar = _ModelFields()

    def __init_subclass__(cls) -> None:
        """Make it a dataclass."""
        dataclass(frozen=True, kw_only=True)(cls)

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """The value that the fields of a file say.

        Raises:
            pydantic.ValidationError: they are wrong.
        """
        kind: type = cls
        value: Self = _adapter(kind).validate_python(data)
        return value

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """A copy in which some fields are others; they are not checked."""
        return replace(self, **update)

    def model_dump(self, *, mode: Literal["python", "json"] = "python") -> dict[str, Any]:
        """The fields by their names, those of records in it too."""
        kind: type = type(self)
        told: dict[str, Any] = _adapter(kind).dump_python(self, mode=mode)
        return told

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> Self:
        """The value of which `asdict` was kept as JSON; it was checked before, and is not now.

        Raises:
            TypeError, ValueError, LookupError: it is none.
        """
        return cls(**{each.name: _restored(each.default, kept[each.name]) for each in fields(cls)})


def _restored(default: object, kept: object) -> object:
    """A kept value, of the type that the default has where JSON has none of that type."""
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
