"""The kinds of value that facts and words are made of."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated
from urllib.parse import urlsplit

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

from plugins.minber.languages.when import When

CONFIG = ConfigDict(extra="forbid")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_FILE = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9]+")


def wrong(rule: str, remedy: str) -> PydanticCustomError:
    """What a validator raises: the rule in plain words, and what to do."""
    return PydanticCustomError("minber", "{rule}", {"rule": rule, "remedy": remedy})


def _checked_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise wrong("must be an id of a–z, 0–9 and single hyphens", "Rename the id.")
    return value


def _checked_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_whole = False
    if not is_whole or any(character.isspace() for character in value):
        raise wrong("must be a whole web address", "Begin it with https:// and the host.")
    return value


def _checked_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise wrong("must be an e-mail address", "Write it as name@example.org.")
    return value


def _checked_file(value: str) -> str:
    if not _FILE.fullmatch(value):
        raise wrong("must be the name of a file in this folder", "Use Latin letters and digits.")
    return value


def _checked_words(value: str) -> str:
    if not value.strip():
        raise wrong("must not be empty", "Write the words, or delete the key.")
    return value.strip()


def _checked_country(value: str) -> str:
    if value not in Locale("en").territories or not value.isalpha():
        raise wrong("must be a country's code of two capital letters", "Kazakhstan is KZ.")
    return value


def _when(value: object) -> object:
    """A day, or a month as `2021-10`, which YAML leaves as text."""
    if isinstance(value, When):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return When.of(value)
    try:
        return When.parse(str(value))
    except ValueError:
        raise wrong("must be a date", "Write it as 2021-10-01, or 2021-10 for a month.") from None


Id = Annotated[str, AfterValidator(_checked_id)]
Url = Annotated[str, AfterValidator(_checked_url)]
Email = Annotated[str, AfterValidator(_checked_email)]
FileName = Annotated[str, AfterValidator(_checked_file)]
Country = Annotated[str, AfterValidator(_checked_country)]
"""ISO 3166-1 alpha-2; the name in each language comes from CLDR."""
Text = Annotated[str, AfterValidator(_checked_words)]
DayOrMonth = Annotated[When, BeforeValidator(_when)]
Names = dict[str, Text]
"""A text in each language of the site, by code."""
Whole = Annotated[int, Strict(), Field(gt=0)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, Strict()]
Moment = Annotated[datetime, Strict()]
