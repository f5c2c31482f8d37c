"""How annotations say what is checked of a value: marks that pydantic understands.

Its own would be imported with the classes, which takes longer than loading a whole site that is
kept; so pydantic comes in only where something is checked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def written(kind: type[T]) -> type[T]:
    """A frozen dataclass with the keys that may stand in a place, and no others."""
    # Without one, dataclass writes a signature there, which takes as long as all the rest.
    kind.__doc__ = kind.__doc__ or kind.__name__
    made = dataclass(frozen=True, kw_only=True, slots=True)(kind)
    made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return made


class Wrong(ValueError):
    """What a check raises: the rule in plain words, and what to do."""

    def __init__(self, rule: str, remedy: str) -> None:
        self.rule, self.remedy = rule, remedy
        super().__init__(rule)


@dataclass(frozen=True, slots=True)
class Checked:
    """A value of the type goes through a function, which raises `Wrong` or gives what to take."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, kind: Any, schema_of: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, schema_of(kind))


@dataclass(frozen=True, slots=True)
class Made:
    """A function makes the value from whatever is written, or raises `Wrong`."""

    make: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, kind: Any, schema_of: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.make)


@dataclass(frozen=True, slots=True)
class Strict:
    """A value is of the type as it is written, above a number, and at most another."""

    above: int | None = None
    most: int | None = None

    def __get_pydantic_core_schema__(self, kind: Any, schema_of: Callable[[Any], Any]) -> Any:
        limits = {"gt": self.above, "le": self.most}
        given = {key: limit for key, limit in limits.items() if limit is not None}
        return schema_of(kind) | {"strict": True} | given
