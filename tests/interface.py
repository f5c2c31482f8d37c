"""The words of the site's interface, which tests of pages look for."""

from __future__ import annotations

from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.words import read_words
from tests.conftest import ROOT
from tests.languages.rows import LANGUAGES

INTERFACE = {
    each.code: read_words(ROOT / f"theme/translations/{each.code}.po", each)
    for each in languages_from(LANGUAGES)
}
"""By language."""
