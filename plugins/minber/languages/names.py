"""Languages by name: each in itself, and within a phrase of another."""

from __future__ import annotations

from typing import Literal

from plugins.minber.languages.words import Words

_THREE = 3


def is_known_language(code: str) -> bool:
    """Whether the code is one whose language can be named: `kk` and `fr` can, `kz` cannot."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code)) == code
    except (ValueError, UnknownLocaleError):
        return False


def own_name(code: str) -> str:
    """The name of any language in itself as CLDR has it: `français`; raises UnknownLocaleError."""
    from babel import Locale

    return Locale.parse(code).get_language_name() or code


def three_letters(code: str) -> str:
    """The code of a language by ISO 639-3, as CLDR has it: `kaz` for `kk`.

    Where it has several (`deu` and `ger`), the one that begins as the short one does.
    """
    from babel.core import get_global

    aliases = get_global("language_aliases").items()
    known = (long for long, short in aliases if short == code and len(long) == _THREE)
    return min(known, key=lambda long: (not long.startswith(code), long), default=code)


def phrase_with_language(phrase: Literal["in", "from"], code: str, words: Words) -> str:
    """`на казахском языке` or `с казахского`: the entry `language.<phrase>.<code>`.

    For a language without such an entry: `language.<phrase>` with CLDR's name as %(language)s.
    """
    key = f"language.{phrase}.{code}"
    if key in words.ids:
        return words.filled(key)
    from babel import Locale

    name = Locale.parse(code).get_language_name(words.language.locale)
    return words.filled(f"language.{phrase}", language=name or code)
