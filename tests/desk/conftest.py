from __future__ import annotations

import pytest

from tests.conftest import content_of
from tests.content import ROOT
from tests.languages.rows import LANGUAGES

SETTINGS = "PATH = 'content'\nTHEME = {theme!r}\nLANGUAGES = {rows!r}\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """An editor's folder with the tiny site, where the tools are called; gives its content."""
    settings = SETTINGS.format(theme=str(ROOT / "theme"), rows=LANGUAGES)
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    return content_of("three-languages", tmp_path)
