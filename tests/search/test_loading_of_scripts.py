"""In how many rounds the search page loads its scripts: each is a wait on a slow connection."""

from __future__ import annotations

import re

from tests.conftest import ROOT

SCRIPTS = ROOT / "theme/scripts"
IMPORT = re.compile(r"""(?:from |import\()"\./([a-z]+)\.js\"""")
BESIDE = re.compile(r"for \(const name of \[([^\]]+)\]\)")


def imports_of(names):
    """What scripts of the theme import; one of Pagefind imports none."""
    texts = [path.read_text("utf-8") for path in SCRIPTS.glob("*.js") if path.stem in names]
    return {name for text in texts for name in IMPORT.findall(text)}


def test_all_scripts_come_in_two_rounds_behind_the_first():
    [beside] = BESIDE.findall((SCRIPTS / "search.js").read_text("utf-8"))
    first = imports_of({"search"}) | set(re.findall("[a-z]+", beside))
    loaded = {"search"} | first | imports_of(first)
    assert loaded == {path.stem for path in SCRIPTS.glob("*.js")} | {"pagefind"}
