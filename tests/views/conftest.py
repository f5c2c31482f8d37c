from __future__ import annotations

import pytest

from plugins.minber.languages.filters import filters
from tests.interface import INTERFACE


@pytest.fixture(scope="session")
def say():
    """Interface words, filled, with plain spaces: `say("kk", "kind.news")`."""
    return lambda code, key, **values: " ".join(INTERFACE[code].filled(key, **values).split())


@pytest.fixture(scope="session")
def named():
    """What a filter makes of a value, with plain spaces: `named("kk", "language_in", "ru")`."""
    made = {code: filters(words.language, words) for code, words in INTERFACE.items()}
    return lambda code, name, value: " ".join(made[code][name](value).split())
