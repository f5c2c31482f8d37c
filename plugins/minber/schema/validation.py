"""From plain data to facts, with every fault in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from plugins.minber.problems import Problem, listed
from plugins.minber.schema.documents import Document, Loc
from plugins.minber.schema.marks import Wrong
from plugins.minber.schema.types import LARGEST

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")
_MAPPING = ("must be `key: value` lines", "Indent the lines below the key.")
_RULES = {
    "string_type": (
        "must be text",
        "Put it in quotation marks if it looks like a number, a date, yes or no.",
    ),
    "int_type": ("must be a whole number", "Write digits only, without quotation marks."),
    "bool_type": ("must be true or false", "Write true or false without quotation marks."),
    "dict_type": _MAPPING,
    "dataclass_type": _MAPPING,
    "tuple_type": ("must be a list", "Write it as [a, b], or as lines that begin with a hyphen."),
    "less_than_equal": (
        f"must be a number up to {LARGEST:,}",
        "Correct the number or delete the key.",
    ),
    "greater_than": ("must be a number above 0", "Correct the number or delete the key."),
}


def validated(kind: type[T], document: Document) -> T | list[Problem]:
    """The facts in a document, or all that is wrong with them."""
    # Where everything is kept from an earlier build, nothing needs pydantic.
    from pydantic_core import ValidationError

    try:
        valid: T = _adapter(kind).validate_python(dict(document.data))  # type: ignore[arg-type]
    except ValidationError as error:
        return [_problem(kind, document, detail) for detail in error.errors(include_url=False)]
    return valid


def unknown_key(document: Document, loc: Loc, known: Iterable[str], value: object) -> Problem:
    """A key that nobody reads: most often a slip of the pen."""
    remedy = f"Keys that may stand here: {listed(known)}."
    # What stands behind a comma within { } is a key without a value.
    if value is None:
        remedy += " A value with a comma must stand in quotation marks."
    return document.problem(loc, "only known keys may be used", loc[-1], remedy)


@lru_cache(maxsize=32)
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _problem(kind: type, document: Document, detail: ErrorDetails) -> Problem:
    # Names stand beside the other keys in a file, as columns or as keys of the languages.
    place = tuple(part for part in detail["loc"] if part not in ("[key]", "names"))
    if detail["type"] == "unexpected_keyword_argument":
        return unknown_key(document, place, keys_of(kind, place[:-1]), detail["input"])
    name = f"`{'.'.join(map(str, place))}`"
    if detail["type"] == "missing":
        remedy = f"Add a line `{place[-1]}: …`." if document.lines else "Fill the cell."
        return document.problem(place, f"{name} must be given", "", remedy)
    if detail["input"] is None:
        remedy = "Write it, or delete the key."
        return document.problem(place, f"{name} must not be empty", "", remedy)
    rule, remedy = _wording(detail)
    return document.problem(place, f"{name} {rule}", _shown(detail["input"]), remedy)


def _wording(detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error" if isinstance(error := context["error"], Wrong):
            return error.rule, error.remedy
        case "literal_error":
            return f"must be one of {context['expected']}", "Choose one of them."
        case known if known in _RULES:
            return _RULES[known]
        case _:
            return detail["msg"], ""


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return ", ".join(f"{key}: …" for key in value) or "{}"
        case tuple():
            return f"[{', '.join(map(str, value))}]"
        case _:
            return str(value)


def keys_of(kind: type, place: Loc = ()) -> list[str]:
    """The keys that a fact's class knows at a place inside it."""
    owner = next(_classes_in(kind), kind)
    for part in place:
        owner = next(_classes_in(get_type_hints(owner).get(str(part))), owner)
    return [_alias(field) for field in fields(owner)] if is_dataclass(owner) else []


def _classes_in(hint: object) -> Iterator[type]:
    """The dataclasses named by an annotation, however deeply wrapped."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in getattr(hint, "__args__", ()):
        yield from _classes_in(inner)


def _alias(field: Any) -> str:
    return str(field.metadata.get("alias", field.name))
