from __future__ import annotations

import pytest

from plugins.minber.search import script_files
from tests.conftest import ROOT
from tests.reading.conftest import opened, serve

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
