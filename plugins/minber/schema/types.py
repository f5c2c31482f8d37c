"""The kinds of value that facts and words are made of."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, TypeVar

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainValidator, Strict
from pydantic_core import PydanticCustomError

from plugins.minber.languages.names import is_known_language
from plugins.minber.languages.when import When
from plugins.minber.source.addresses import address_fault
from plugins.minber.source.characters import unsafe_character
from plugins.minber.source.files import is_file_name

CONFIG = ConfigDict(extra="forbid")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_ALIAS = re.compile(r"(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)*\.html", re.ASCII)
_YEARS = range(1900, 2200)
D = TypeVar("D", date, When)


def wrong(rule: str, remedy: str) -> PydanticCustomError:
    """What a validator raises: the rule in plain words, and what to do."""
    return PydanticCustomError("minber", "{rule}", {"rule": rule, "remedy": remedy})


def _checked_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise wrong("must be an id of a–z, 0–9 and single hyphens", "Rename the id.")
    return value


def _checked_url(value: str) -> str:
    if fault := address_fault(value):
        raise wrong(fault, "Begin it with https:// and the host.")
    return value


def _checked_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise wrong("must be an e-mail address", "Write it as name@example.org.")
    return value


def _checked_file(value: str) -> str:
    if not is_file_name(value):
        raise wrong("must be the name of a file in this folder", "Write it as rally.jpg.")
    return value


def _checked_alias(value: str) -> str:
    path = value.removeprefix("/")
    if not _ALIAS.fullmatch(path):
        rule = "must be a path within the site that ends in .html"
        raise wrong(rule, "Write it as kk/old/path.html, in a–z, A–Z, 0–9, - and _.")
    return path


def _checked_words(value: str) -> str:
    if not value.strip():
        raise wrong("must not be empty", "Write the words, or delete the key.")
    # YAML can write any character in other characters.
    if unsafe := unsafe_character(value):
        raise wrong(f"must not hold the invisible character {unsafe[0]}", "Delete it.")
    return unicodedata.normalize("NFC", value.strip())


def _checked_language(value: str) -> str:
    if not is_known_language(value):
        raise wrong("must be a language's code", "Kazakh is kk, Russian ru, English en.")
    return value


def _checked_country(value: str) -> str:
    if value not in Locale("en").territories or not value.isalpha():
        raise wrong("must be a country's code of two capital letters", "Kazakhstan is KZ.")
    return value


def _when(value: object) -> object:
    """A day, or a month as `2021-10`, which YAML leaves as text."""
    try:
        return When.parse(str(value))
    except ValueError:
        raise wrong("must be a date", "Write it as 2021-10-01, or 2021-10 for a month.") from None


def _day(value: object) -> object:
    """A day of YAML, or one that stands in a key, which is text."""
    try:
        when = When.parse(str(value))
    except ValueError:
        when = None
    if when is None or when.day is None:
        raise wrong("must be a date", "Write it as 2021-10-01.")
    return when.first_day


def _checked_moment(value: object) -> date:
    if not isinstance(value, date):
        remedy = "Write it as 2021-10-01, or as 2021-10-01 09:00:00 with the time in Kazakhstan."
        raise wrong("must be a date", remedy)
    return value


def _checked_year(value: D) -> D:
    if value.year not in _YEARS:
        rule = f"must be of the years {_YEARS[0]} to {_YEARS[-1]}"
        raise wrong(rule, "Correct the year.")
    return value


Id = Annotated[str, AfterValidator(_checked_id)]
Url = Annotated[str, AfterValidator(_checked_url)]
Email = Annotated[str, AfterValidator(_checked_email)]
FileName = Annotated[str, AfterValidator(_checked_file)]
Alias = Annotated[str, AfterValidator(_checked_alias)]
"""An old address, from the root of the site."""
Country = Annotated[str, AfterValidator(_checked_country)]
"""ISO 3166-1 alpha-2; the name in each language comes from CLDR."""
Text = Annotated[str, AfterValidator(_checked_words)]
LanguageCode = Annotated[str, AfterValidator(_checked_language)]
"""Any language that can be named, not only those of the site."""
DayOrMonth = Annotated[When, BeforeValidator(_when), AfterValidator(_checked_year)]
Names = dict[str, Text]
"""A text in each language of the site, by code."""
Whole = Annotated[int, Strict(), Field(gt=0)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_checked_year)]
DayOrMoment = Annotated[date, PlainValidator(_checked_moment), AfterValidator(_checked_year)]
"""A date or a date-time, which is a date too."""
