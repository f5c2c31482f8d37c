from __future__ import annotations

from urllib.parse import quote

import pytest

from plugins.minber.search import script_files
from tests.conftest import ROOT, write_files
from tests.content import NEWS, PETITION, STATEMENT, add
from tests.reading.conftest import opened, serve
from tests.search.reader import MANY, answered
from tests.texts import built_once, facts, words

__all__ = ["modules", "opened", "serve"]


def write_search(folder, index):
    """A site with nothing but the scripts of the search, and the files of an index by path."""
    files = script_files(ROOT / "theme/scripts", ["kk"])
    files |= {f"search/{path}": data for path, data in index.items()}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    page = '<!doctype html><html lang="kk"><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(page)


@pytest.fixture(scope="module")
def modules(tmp_path_factory, serve, browser):
    """A page that can import the scripts of the search, and nothing else."""
    folder = tmp_path_factory.mktemp("scripts")
    write_search(folder, {})
    page = browser.new_page()
    page.goto(serve(folder))
    yield page
    page.close()


def furnish(content):
    add(content, f"{PETITION}/kk.md", "\nӘр азаматтың желіге құқығы бар.\n")
    add(content, f"{PETITION}/ru.md", "\nПраво ребёнка на сеть.\n")
    add(content, f"{PETITION}/en.md", "\nA right to the network & `<b>` of it.\n")
    add(content, f"{NEWS}/ru.md", "\nДепутат Закиева.\n")
    add(content, f"{STATEMENT}/ru.md", "\nЗаконопроект законных норм.\n")
    folder = content / NEWS
    for number in range(MANY):
        files = {"facts.yaml": facts(f"2021-01-{number + 1:02}"), "en.md": words(f"Rally {number}")}
        write_files(folder.with_name(f"rally-{number}"), files)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A site that is searched."""
    site = built_once(tmp_path_factory, furnish, SEARCH=True)
    assert site.problems == ()
    return site


@pytest.fixture(scope="module")
def base(built, serve):
    return serve(built.output)


@pytest.fixture
def searching(base, opened):
    """A page on which something was searched, and what went wrong."""

    def search(language, query):
        page, faults = opened(base)
        page.goto(f"{base}{language}/search.html#q={quote(query)}")
        answered(page)
        return page, faults

    return search
