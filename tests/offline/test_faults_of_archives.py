"""What archives hold is inspected too: a fault that rewriting made stops the build."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from plugins.minber.cache.progress import untold
from plugins.minber.offline import links, making
from plugins.minber.offline.archives import Archive
from plugins.minber.offline.making import Bindery, Shelf
from plugins.minber.pages.plan import Rendered
from tests.conftest import SITES, build_site, write_files
from tests.offline.conftest import SITEURL

FORM = '<form method="post" action="https://f.example/">'
PAGE = f"""<h2 id="p">x</h2>
<a href="c.html#p">y</a> <a href="b.html#p">z</a> <a href="../d.html#p">out</a>
<a href="https://a.example/">far</a> <img src="../../pictures/x.png"> {FORM}
"""
NAMES = {"kk/a/b.html": "a/b.html", "kk/a/c.html": "a/c.html"}
ZIP = Archive("offline/site_kk.zip", "", NAMES, {"pictures/x.png"}, "kk/")
SINGLE = Archive("offline/a/b-kk.html", "", {"kk/a/b.html": "offline/a/b-kk.html"})

NO_FILE = "a link must lead to a file of the site"
NO_PLACE = "a link must lead to a place that is on the page"
LOADED = "what a page loads must be a file of the site"
RUNS = "a page must hold no script, frame, form or style attribute"
ONCE = "an id must stand only once on a page"
ASTRAY = "a link in an archive must lead where it leads on the site"
REMEDY = (
    "This is a fault of what makes archives (plugins/minber/offline); report it."
    " OFFLINE = False in the settings builds the site without archives."
)
A = "https://e.org"


@pytest.fixture
def told(tmp_path):
    """What is told of an archive of two pages."""
    pages = {"kk/a/b.html": PAGE, "kk/a/c.html": '<p id="p">', "kk/d.html": '<p id="p">'}
    write_files(tmp_path, {**pages, "pictures/x.png": "x"})

    def of(archive, url=A):
        site: Any = SimpleNamespace(url=url, library=SimpleNamespace(languages=()))
        shelf = Shelf(tmp_path, tmp_path)
        bindery = Bindery(site, shelf, tmp_path, lambda _: Rendered("", ()))
        return [str(problem) for problem in making.make([archive], bindery, untold)]

    return of


@pytest.fixture
def plant(monkeypatch):
    """Let a piece of the page be another once it was rewritten."""

    def planted(piece, fault):
        def as_held(text, place):
            held, needed = links.as_held(text, place)
            assert piece in held or place.path != "kk/a/b.html"
            return held.replace(piece, fault), needed

        monkeypatch.setattr(making, "as_held", as_held)

    return planted


@pytest.mark.parametrize("url", ["", A])
@pytest.mark.parametrize("archive", [ZIP, SINGLE], ids=["zip", "single"])
def test_of_a_page_that_is_rewritten_well_nothing_is_told(told, archive, url):
    assert told(archive, url) == []


@pytest.mark.parametrize(
    ("piece", "fault", "line", "rule", "found"),
    [
        ("c.html#p", "e.html", 2, NO_FILE, "e.html"),
        ("c.html#p", "../../kk/a/c.html", 2, NO_FILE, "../../kk/a/c.html"),
        ("c.html#p", "c.html#q", 2, NO_PLACE, "c.html#q"),
        ("c.html#p", "/c.html", 2, "a link within the site must be relative", "/c.html"),
        (f"{A}/kk/d.html#p", f"{A}/d.html#p", 2, ASTRAY, f"{A}/d.html#p"),
        ("https://a.example/", "https://b.example/", 3, ASTRAY, "https://b.example/"),
        ("../pictures/x.png", "../../pictures/x.png", 3, LOADED, "../../pictures/x.png"),
        ("../pictures/x.png", "data:image/png;base64,AA", 3, LOADED, "data:image/png;base64,AA"),
        (FORM, FORM + FORM, 3, RUNS, FORM),
        (FORM, "<script>", 3, RUNS, "<script>"),
        ('href="c', 'id="p" href="c', 1, ONCE, "p"),
    ],
)
def test_a_fault_of_a_page_in_an_archive_is_told(told, plant, piece, fault, line, rule, found):
    plant(piece, fault)
    where = f"offline/site_kk.zip/a/b.html:{line}"
    assert told(ZIP) == [f"{where}: {rule}, found “{found}”. {REMEDY}"]


@pytest.mark.parametrize(
    ("piece", "fault", "line", "rule", "found"),
    [
        ("#p", "b.html#p", 2, NO_FILE, "b.html#p"),
        ("data:image/png;base64,eA==", "../x.png", 3, LOADED, "../x.png"),
        ("data:image/png", "data:text/html", 3, LOADED, "data:text/html;base64,eA=="),
    ],
)
def test_a_single_page_may_lead_to_no_file_and_load_none(
    told, plant, piece, fault, line, rule, found
):
    plant(f'"{piece}', f'"{fault}')
    where = f"offline/a/b-kk.html:{line}"
    assert told(SINGLE) == [f"{where}: {rule}, found “{found}”. {REMEDY}"]


@pytest.mark.parametrize("archive", [ZIP, SINGLE], ids=["zip", "single"])
@pytest.mark.parametrize(
    ("name", "mutated"),
    [
        ("resolved", lambda link, folder: link.lstrip("./")),
        ("absolute", lambda path, url: f"{url}{path}"),
        ("Place.address", lambda place, link: link),
        ("_Rewriter.tag", lambda rewriter, found: found[0]),
    ],
)
def test_no_part_of_the_rewriting_can_go_wrong_unseen(told, monkeypatch, name, mutated, archive):
    monkeypatch.setattr(f"{links.__name__}.{name}", mutated)
    assert told(archive) != []


def test_a_fault_in_archives_is_told_of_each_and_no_site_comes_about(tmp_path, monkeypatch):
    def as_held(text, place):
        held, needed = links.as_held(text, place)
        wrong = "<script>" if place.path == "kk/open-net/first.html" else ""
        return wrong + held, needed

    monkeypatch.setattr(making, "as_held", as_held)
    content = SITES / "three-languages" / "content"
    built = build_site(content, tmp_path / "output", OFFLINE=True, SITEURL=SITEURL)
    names = ("open-net.zip/kk", "open-net/first-kk.html", "site.zim/kk", "site_kk.zip")
    paths = [
        f"offline/{n}" if n.endswith("l") else f"offline/{n}/open-net/first.html" for n in names
    ]
    told = [f"{path}:1: {RUNS}, found “<script>”. {REMEDY}" for path in sorted(paths)]
    assert [str(problem) for problem in built.problems] == told
    assert not (tmp_path / "output").exists()
