from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.feeds.subscribed import NEWS, furnish, made
from tests.texts import facts, replace_in, words


@pytest.fixture(scope="session")
def placed(tmp_path_factory):
    """A site with a place in the web."""
    folder = tmp_path_factory.mktemp("feeds")
    return made(furnish(folder), folder / "output")


@pytest.fixture(scope="session")
def moved(tmp_path_factory):
    """The same content at two other places, with one more text and another title."""
    folder = tmp_path_factory.mktemp("moved")
    content = furnish(folder)
    write_files(content / NEWS, {"new/facts.yaml": facts("2024-03-02"), "new/en.md": words("New")})
    replace_in(content / NEWS / "winter/en.md", '"Winter', '"Late winter')
    places = ("http://b.example", "https://кампания.example/b/c")
    return [
        made(content, folder / f"output{number}", SITEURL=place)
        for number, place in enumerate(places)
    ]
