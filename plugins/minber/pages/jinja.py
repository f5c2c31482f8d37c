"""What Jinja is given: the templates as they were read, and what a site's settings add."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, FunctionLoader

from plugins.minber.pages.templates import Source


def loader_of(templates: Mapping[str, Source], others: BaseLoader | None) -> BaseLoader:
    """Gives templates as they were read; what is not among them comes from another loader."""

    def source(name: str) -> tuple[str, str, None] | None:
        with suppress(KeyError, UnicodeDecodeError):
            return templates[name].data.decode(), templates[name].path, None
        return None

    return ChoiceLoader([FunctionLoader(source), *([others] if others else [])])


def of_jinja(settings: Mapping[str, Any]) -> Iterator[str]:
    """What a site's settings add to the templates."""
    for key in ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS"):
        for name, value in sorted(settings[key].items()):
            yield from (key, name, _told(value))


def _told(value: object) -> str:
    """A value that is all in its words; another one for every build where there may be more to it.

    What a function does cannot be told by looking at it.
    """
    if isinstance(value, (list, tuple)):
        return " ".join(map(_told, value))
    is_plain = value is None or isinstance(value, (bool, float, int, str))
    is_known = isinstance(value, type) and value.__module__.startswith("jinja2.")
    return repr(value) if is_plain or is_known else os.urandom(8).hex()
