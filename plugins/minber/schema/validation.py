"""From plain data to facts, with every fault in plain words."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from plugins.minber.problems import Problem, listed
from plugins.minber.schema.documents import Document, Loc

T = TypeVar("T")
_RULES = {
    "string_type": ("must be text", "Put it in quotation marks if it looks like a number or date."),
    "int_type": ("must be a whole number", "Write digits only, without quotation marks."),
    "bool_type": ("must be true or false", "Write true or false without quotation marks."),
    "dict_type": ("must be `key: value` lines", "Indent the lines below the key."),
    "tuple_type": ("must be a list", "Write it as [a, b], or as lines that begin with a hyphen."),
    "dataclass_type": ("must be `key: value` lines", "Indent the lines below the key."),
    "greater_than": ("must be a number above 0", "Correct the number or delete the key."),
}


def validated(kind: type[T], document: Document) -> T | list[Problem]:
    """The facts in a document, or all that is wrong with them."""
    try:
        valid: T = _adapter(kind).validate_python(dict(document.data))  # type: ignore[arg-type]
    except ValidationError as error:
        details = error.errors(include_url=False)
        unique = {_place(d["loc"]): d for d in reversed(details)}
        return [_problem(kind, document, unique[place]) for place in sorted(unique, key=str)]
    return valid


@lru_cache(maxsize=32)
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _place(loc: Loc) -> Loc:
    """A fault's place in the document, without the branches of a union that pydantic adds."""
    branches = ("datetime", "date")
    return loc[:-1] if len(loc) > 1 and loc[-1] in branches else loc


def _problem(kind: type, document: Document, detail: ErrorDetails) -> Problem:
    place = tuple(part for part in _place(detail["loc"]) if part != "[key]")
    name = f"`{'.'.join(map(str, place))}`"
    if detail["type"] == "missing":
        return document.problem(place, f"{name} must be given", "", f"Add a line `{place[-1]}: …`.")
    if detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        remedy = f"Keys that may stand here: {listed(_keys(kind, place[:-1]))}."
        return document.problem(place, "only known keys may be used", str(place[-1]), remedy)
    if detail["input"] is None:
        return document.problem(
            place, f"{name} must not be empty", "", "Write it, or delete the key."
        )
    rule, remedy = _wording(detail)
    return document.problem(place, f"{name} {rule}", _shown(detail["input"]), remedy)


def _wording(detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "minber":
            return context["rule"], context["remedy"]
        case "literal_error":
            return f"must be one of {context['expected']}", "Choose one of them."
        case "string_too_long":
            return f"must have at most {context['max_length']} characters", "Shorten it."
        case known if known in _RULES:
            return _RULES[known]
        case dates if dates.startswith("date"):
            return "must be a date", "Write it as 2021-10-01."
        case _:
            return detail["msg"], ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int, float)) else _brief(value)


def _brief(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value) or "{}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value)


def _keys(kind: type, place: Loc) -> list[str]:
    """The keys that a fact's class knows at a place inside it."""
    for part in place:
        kind = next(_classes_in(_type_of(kind, part)), kind)
    return [_alias(field) for field in fields(kind)] if is_dataclass(kind) else []


def _type_of(kind: type, part: object) -> object:
    return get_type_hints(kind).get(str(part)) if is_dataclass(kind) else None


def _classes_in(hint: object) -> Iterator[type]:
    """The dataclasses named by an annotation, however deeply wrapped."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in getattr(hint, "__args__", ()):
        yield from _classes_in(inner)


def _alias(field: Any) -> str:
    return getattr(field.default, "alias", None) or str(field.name)
