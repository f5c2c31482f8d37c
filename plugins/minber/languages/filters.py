"""The Jinja filters of one language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from urllib.parse import urlsplit

from plugins.minber.languages.dates import (
    Style,
    phrase_with_date,
    when_of,
    written_date,
    written_number,
)
from plugins.minber.languages.names import own_name, phrase_with_language
from plugins.minber.languages.settings import Language
from plugins.minber.languages.when import When
from plugins.minber.languages.words import Words

Day = datetime.date | When


def filters(
    language: Language, words: Words, languages: Sequence[Language] = ()
) -> dict[str, Callable[..., str]]:
    """The filters for an environment of one language; `languages` gives the names of the site's."""

    # The same days and numbers stand on many pages; those of a site are few enough to keep.
    @cache
    def date(value: Day, style: Style = "long") -> str:
        return written_date(value, language, style)

    @cache
    def number(value: float) -> str:
        return written_number(value, language)

    def joined(items: Iterable[str]) -> str:
        return words.joined(tuple(items))

    names = {each.code: each.name for each in (language, *languages)}
    return {
        "date": date,
        "iso": lambda value: when_of(value).iso,
        "until": lambda value: phrase_with_date("until", value, words),
        "as_of": lambda value: phrase_with_date("as-of", value, words),
        "since": lambda value: phrase_with_date("since", value, words),
        "number": number,
        "joined": joined,
        "host": host,
        "capitalised": lambda phrase: phrase[:1].upper() + phrase[1:],
        "language_name": lambda code: names.get(code) or own_name(code),
        "language_in": lambda code: phrase_with_language("in", code, words),
        "language_from": lambda code: phrase_with_language("from", code, words),
    }


def host(url: str) -> str:
    """The bare name of the host: `avaaz.org` of `https://www.avaaz.org/x`; "" when there is none.

    A name in other letters stays in its `xn--` form, so look-alikes cannot pass for another.
    """
    return (urlsplit(url).hostname or "").removeprefix("www.")
