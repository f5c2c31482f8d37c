"""Dates and numbers as a reader of the language writes them, and dates within a phrase."""

from __future__ import annotations

import datetime
import re
from typing import Literal

from plugins.minber.languages.settings import NARROW_NBSP, NBSP, Language
from plugins.minber.languages.when import When
from plugins.minber.languages.words import Words

Style = Literal["long", "medium"]
Phrase = Literal["until", "as-of", "since"]

_AFTER_A_NUMBER = re.compile(r"(?<=\d) (?=\w)")


def when_of(value: datetime.date | When) -> When:
    """The same day as a `When`."""
    return value if isinstance(value, When) else When.of(value)


def written_date(value: datetime.date | When, language: Language, style: Style = "long") -> str:
    """A date that stands by itself: `2021 ж. 15 қазан`, `октябрь 2021 г.`; month alone if so."""
    from babel.dates import format_date

    when = when_of(value)
    pattern = {
        ("long", True): language.long_day,
        ("long", False): language.long_month,
        ("medium", True): language.medium_day,
        ("medium", False): language.medium_month,
    }[style, when.has_day]
    return format_date(when.first_day, pattern, locale=language.locale)


def phrase_with_date(phrase: Phrase, value: datetime.date | When, words: Words) -> str:
    """A whole phrase such as `до 15 октября 2021 г.`, the month in the case it asks for.

    The entries are `date.<phrase>` with %(date)s, `months.<phrase>` with the twelve months,
    `date.day` and `date.month`. Where a month alone takes another phrase or case than a day,
    as in Russian, `date.<phrase>-month` and `months.<phrase>-month` are used if they are there.
    """
    when = when_of(value)
    month = words.gettext(_id("months", phrase, when, words)).split(" ")[when.month - 1]
    pattern = "date.day" if when.has_day else "date.month"
    date = words.filled(pattern, year=when.year, month=month, day=when.day)
    bound = _AFTER_A_NUMBER.sub(NBSP, date)
    return words.filled(_id("date", phrase, when, words), date=bound)


def written_number(value: float, language: Language) -> str:
    """A number with the language's separators: `9 000` (U+00A0) in Kazakh, `9,000` in English."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language.locale).replace(NARROW_NBSP, NBSP)


def _id(prefix: str, phrase: Phrase, when: When, words: Words) -> str:
    of_month = f"{prefix}.{phrase}-month"
    return of_month if not when.has_day and of_month in words.ids else f"{prefix}.{phrase}"
