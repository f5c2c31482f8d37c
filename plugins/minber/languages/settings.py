"""A language of the site is one row of settings; what a row leaves out comes from CLDR."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

    Default = Callable[[Locale], str]

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"

# Countries whose code is taken for the language's.
_MEANT = {"kz": "kk", "ua": "uk", "cz": "cs"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site: how its words are named, sorted, dated, quoted and spaced."""

    code: str
    """Primary subtag of BCP 47, as in the path and in the `lang` attribute: `kk`."""
    name: str
    """In the language itself, as a switcher shows it: `Қазақша`."""
    locale: str
    """For Babel, such as `en_GB`; its language is the code's."""
    og: str
    """For Open Graph's og:locale, such as `kk_KZ`."""
    alphabet: str
    """Lower-case letters that sort apart, in order; "" = the Unicode order of base letters.
    A letter that is another with a mark (Russian ё, French é) sorts with its base unless named."""
    quotes: tuple[str, str, str, str]
    """Outer open, outer close, inner open, inner close."""
    long_day: str
    long_month: str
    medium_day: str
    medium_month: str
    """Date patterns of CLDR (UTS 35), with U+00A0 where a line must not break."""
    proclitics: tuple[str, ...]
    """Short words and abbreviations bound to the word after them, in lower case."""
    enclitics: tuple[str, ...]
    """Short words bound to the word before them, in lower case."""

    def __hash__(self) -> int:
        """Of the code alone, as what is made for a language is looked up for every sentence."""
        return hash(self.code)


_KEYS = tuple(field.name for field in fields(Language))
_REQUIRED = ("code", "name", "locale")
_QUOTES = ("outer open", "outer close", "inner open", "inner close")
_LISTS = ("proclitics", "enclitics")


def languages_from(rows: Sequence[Mapping[str, Any]]) -> tuple[Language, ...]:
    """The languages of the site in the order of the rows.

    A row needs `code`, `name` and `locale`; the other fields of `Language` may be given.
    `proclitics` and `enclitics` are words separated by spaces, `quotes` four characters.
    Raises ValueError, in words for the person who writes the settings.
    """
    languages = tuple(_language(row, f"LANGUAGES[{at}]") for at, row in enumerate(rows))
    codes = [language.code for language in languages]
    if not codes:
        raise ValueError("LANGUAGES must have at least one row")
    for code in codes:
        if codes.count(code) > 1:
            raise ValueError(f"LANGUAGES: each language has one row, {code!r} has several")
    return languages


def _language(row: Mapping[str, Any], place: str) -> Language:
    _check_keys(row, place)
    _check_code(row["code"], place)
    locale = _locale(row["locale"], row["code"], place)
    left_out = {key: default(locale) for key, default in _DEFAULTS.items() if key not in row}
    given: dict[str, Any] = {**left_out, **row, "locale": str(locale)}
    given |= {key: tuple(given[key].split()) for key in _LISTS}
    given["quotes"] = _quotes(given["quotes"], place)
    _check_alphabet(given["alphabet"], place)
    return Language(**given)


def _check_keys(row: Mapping[str, Any], place: str) -> None:
    unknown = [key for key in row if key not in _KEYS]
    if unknown:
        raise ValueError(f"{place}: {unknown[0]!r} is not a key; the keys are {', '.join(_KEYS)}")
    for key in (*_REQUIRED, *row):
        if not row.get(key) and key in _REQUIRED:
            raise ValueError(f"{place}: {key} is missing; a row needs {', '.join(_REQUIRED)}")
        if type(row[key]) is not str:
            raise ValueError(f"{place}: {key} must be text, not {row[key]!r}")


def _check_code(code: str, place: str) -> None:
    if code in _MEANT or not re.fullmatch("[a-z]{2,3}", code):
        hint = f"; the language is {_MEANT[code]!r}" if code in _MEANT else ""
        raise ValueError(
            f"{place}: code must be a language's own code of BCP 47, two or three small letters"
            f" such as 'kk', not {code!r}{hint}"
        )


def _locale(name: str, code: str, place: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(name)
    except (ValueError, UnknownLocaleError):
        raise ValueError(
            f"{place}: locale must be one that Babel knows, such as 'kk' or 'en_GB', not {name!r}"
        ) from None
    # Babel answers with another script or region than asked for, and says nothing.
    if str(locale) != name:
        raise ValueError(f"{place}: Babel has no locale {name!r}, the nearest is {str(locale)!r}")
    if code != locale.language:
        raise ValueError(f"{place}: the locale {name!r} is not of the language {code!r}")
    return locale


def _quotes(written: str, place: str) -> tuple[str, ...]:
    quotes = tuple(written)
    if len(quotes) != len(_QUOTES):
        raise ValueError(
            f"{place}: quotes are four characters ({', '.join(_QUOTES)}), not {written!r}"
        )
    return quotes


def _check_alphabet(alphabet: str, place: str) -> None:
    for letter in alphabet:
        if not letter.isalpha() or letter != letter.lower() or alphabet.count(letter) > 1:
            raise ValueError(
                f"{place}: alphabet is small letters in order, each once; see {letter!r}"
            )


def _territory(locale: Locale) -> str:
    if locale.territory:
        return locale.territory
    from babel.core import get_global

    likely = get_global("likely_subtags").get(str(locale), "")
    return likely.rpartition("_")[2] or locale.language.upper()


def _of_days(length: str) -> Default:
    return lambda locale: _tidy(locale.date_formats[length].pattern)


def _of_months(skeleton: str) -> Default:
    return lambda locale: _tidy(locale.datetime_skeletons[skeleton].pattern)


def _tidy(pattern: str) -> str:
    return pattern.replace(NARROW_NBSP, NBSP)


# What CLDR says of a language is looked up only where a row leaves it out.
_DEFAULTS: Mapping[str, Default] = {
    "og": lambda locale: f"{locale.language}_{_territory(locale)}",
    "alphabet": lambda _: "",
    "quotes": lambda _: "“”‘’",
    "long_day": _of_days("long"),
    "long_month": _of_months("yMMMM"),
    "medium_day": _of_days("medium"),
    "medium_month": _of_months("yMMM"),
    "proclitics": lambda _: "",
    "enclitics": lambda _: "",
}
