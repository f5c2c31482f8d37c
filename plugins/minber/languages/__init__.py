"""The languages of the site: dates, numbers, lists, alphabetical order, words of the interface.

Knows no content and no other room.  A language is one row of settings and one .po file.
"""

from __future__ import annotations

from plugins.minber.languages.catalogues import (
    CatalogueProblem,
    catalogue_problems,
    is_open,
    used_ids,
)
from plugins.minber.languages.dates import phrase_with_date, written_date, written_number
from plugins.minber.languages.filters import filters
from plugins.minber.languages.letters import (
    MixedWord,
    OtherLanguage,
    mixed_words,
    other_language,
)
from plugins.minber.languages.names import is_known_language, own_name, phrase_with_language
from plugins.minber.languages.order import first_letter, order_key
from plugins.minber.languages.settings import Language, languages_from
from plugins.minber.languages.when import When
from plugins.minber.languages.words import MissingWord, Words, read_words

__all__ = [
    "CatalogueProblem",
    "Language",
    "MissingWord",
    "MixedWord",
    "OtherLanguage",
    "When",
    "Words",
    "catalogue_problems",
    "filters",
    "first_letter",
    "is_known_language",
    "is_open",
    "languages_from",
    "mixed_words",
    "order_key",
    "other_language",
    "own_name",
    "phrase_with_date",
    "phrase_with_language",
    "read_words",
    "used_ids",
    "written_date",
    "written_number",
]
