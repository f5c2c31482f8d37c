"""The kinds of value that facts and words are made of."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, TypeVar

from plugins.minber.languages.when import When
from plugins.minber.schema.days import ZONE, Moment, day_of
from plugins.minber.schema.marks import Checked, Made, Strict, Wrong
from plugins.minber.source.addresses import address_fault
from plugins.minber.source.characters import unsafe_character
from plugins.minber.source.files import is_file_name

D = TypeVar("D", date, When)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_ALIAS = re.compile(r"(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)*\.html", re.ASCII)
_YEARS = range(1900, 2200)
LARGEST = 999_999_999
"""No count, goal or number of days is above it."""


def _checked_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise Wrong("must be an id of a–z, 0–9 and single hyphens", "Rename the id.")
    return value


def _checked_url(value: str) -> str:
    if fault := address_fault(value):
        raise Wrong(fault, "Begin it with https:// and the host.")
    return value


def is_email(value: str) -> bool:
    """Whether mail can be written to it, as far as its form tells."""
    return bool(_EMAIL.fullmatch(value))


def _checked_email(value: str) -> str:
    if not is_email(value):
        raise Wrong("must be an e-mail address", "Write it as name@example.org.")
    return value


def _checked_file(value: str) -> str:
    if not is_file_name(value):
        raise Wrong("must be the name of a file in this folder", "Write it as rally.jpg.")
    return value


def _checked_alias(value: str) -> str:
    path = value.removeprefix("/")
    if not _ALIAS.fullmatch(path):
        rule = "must be a path within the site that ends in .html"
        raise Wrong(rule, "Write it as kk/old/path.html, in a–z, A–Z, 0–9, - and _.")
    return path


def _checked_words(value: str) -> str:
    if not value.strip():
        raise Wrong("must not be empty", "Write the words, or delete the key.")
    # YAML can write any character in other characters.
    if unsafe := unsafe_character(value):
        raise Wrong(f"must not hold the invisible character {unsafe[0]}", "Delete it.")
    return unicodedata.normalize("NFC", value.strip())


def _checked_language(value: str) -> str:
    from plugins.minber.languages.names import is_known_language

    if not is_known_language(value):
        raise Wrong("must be a language's code", "Kazakh is kk, Russian ru, English en.")
    return value


def _checked_country(value: str) -> str:
    if value not in _countries():
        raise Wrong("must be a country's code of two capital letters", "Kazakhstan is KZ.")
    return value


@cache
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(code for code in map(str, Locale("en").territories) if code.isalpha())


def at_most(length: int) -> Checked:
    """A mark: no more characters than that."""

    def check(value: str) -> str:
        if len(value) > length:
            raise Wrong(f"must have at most {length} characters", "Shorten it.")
        return value

    return Checked(check)


def _when(value: object) -> When:
    """A day, or a month as `2021-10`, which YAML leaves as text."""
    return _dated(value, "Write it as 2021-10-01, or 2021-10 for a month.")


def _day(value: object) -> date:
    """A day of YAML, or one that stands in a key, which is text."""
    remedy = "Write it as 2021-10-01."
    when = _dated(value, remedy)
    if when.day is None:
        raise Wrong("must be a date", remedy)
    return when.first_day


def _moment(value: object) -> Moment:
    if not isinstance(value, datetime):
        known = "Write it as 2021-10-01, as 2021-10 where only the month is known, or"
        return Moment(_dated(value, f"{known} as 2021-10-01 09:00:00 with the time in Kazakhstan."))
    _in_years(value)
    at = value if value.tzinfo else value.replace(tzinfo=ZONE)
    return Moment(When.of(day_of(value)), at.astimezone(UTC))


def _dated(value: object, remedy: str) -> When:
    try:
        when = When.parse(str(value))
    except ValueError:
        raise Wrong("must be a date", remedy) from None
    return _in_years(when)


def _in_years(value: D) -> D:
    if value.year not in _YEARS:
        rule = f"must be of the years {_YEARS[0]} to {_YEARS[-1]}"
        raise Wrong(rule, "Correct the year.")
    return value


Id = Annotated[str, Checked(_checked_id)]
Url = Annotated[str, Checked(_checked_url)]
Email = Annotated[str, Checked(_checked_email)]
FileName = Annotated[str, Checked(_checked_file)]
Alias = Annotated[str, Checked(_checked_alias)]
"""An old address, from the root of the site."""
Country = Annotated[str, Checked(_checked_country)]
"""ISO 3166-1 alpha-2; the name in each language comes from CLDR."""
Text = Annotated[str, Checked(_checked_words)]
RegistryId = Text
"""An id of the registry: looked up there, where a problem can name those that there are."""
LanguageCode = Annotated[str, Checked(_checked_language)]
"""Any language that can be named, not only those of the site."""
DayOrMonth = Annotated[When, Made(_when)]
Names = dict[str, Text]
"""A text in each language of the site, by code."""
Whole = Annotated[int, Strict(above=0, most=LARGEST)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, Made(_day)]
DayOrMoment = Annotated[Moment, Made(_moment)]
