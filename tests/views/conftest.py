from __future__ import annotations

import pytest

from plugins.minber.languages.filters import filters
from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.words import read_words
from tests.conftest import ROOT
from tests.languages.rows import LANGUAGES


@pytest.fixture(scope="session")
def interface():
    """The interface words of the site by language."""
    return {
        each.code: read_words(ROOT / "theme/translations" / f"{each.code}.po", each)
        for each in languages_from(LANGUAGES)
    }


@pytest.fixture(scope="session")
def say(interface):
    """Interface words, filled, with plain spaces: `say("kk", "kind.news")`."""
    return lambda code, key, **values: " ".join(interface[code].filled(key, **values).split())


@pytest.fixture(scope="session")
def named(interface):
    """What a filter makes of a value, with plain spaces: `named("kk", "language_in", "ru")`."""
    made = {code: filters(words.language, words) for code, words in interface.items()}
    return lambda code, name, value: " ".join(made[code][name](value).split())
