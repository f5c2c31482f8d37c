from __future__ import annotations

import pytest

from plugins.minber.search import script_files
from tests.conftest import ROOT
from tests.reading.conftest import opened, serve

__all__ = ["modules", "opened", "serve"]


@pytest.fixture(scope="module")
def modules(tmp_path_factory, serve, browser):
    """A page that can import the scripts of the search, and nothing else."""
    folder = tmp_path_factory.mktemp("scripts")
    (folder / "search").mkdir()
    for path, data in script_files(ROOT / "theme/scripts", ["kk"]).items():
        (folder / path).write_bytes(data)
    (folder / "index.html").write_text("<!doctype html><link rel=icon href='data:,'>")
    page = browser.new_page()
    page.goto(serve(folder))
    yield page
    page.close()
