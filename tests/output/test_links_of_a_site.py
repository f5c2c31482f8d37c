"""Every link of a released site leads somewhere, whichever pages were made anew."""

from __future__ import annotations

import pytest

from plugins.minber.inspection.pages import inspect_page
from plugins.minber.output.check import Whole, link_problems

HOME = '<a href="a.html#part">there</a>'
PART = '<h2 id="part">here</h2>'


def problems(new, kept, released=None):
    """What is told of a site, by the HTML of its new pages and of those that stand."""
    before = kept if released is None else released
    whole = Whole(
        new={path: inspect_page(path, text)[0] for path, text in new.items()},
        kept=dict(kept),
        others=("robots.txt",),
        released={**before, "robots.txt": "robots"},
    )
    pages = {**kept, **new}
    found = link_problems(
        whole,
        # A page's key is its text here.
        lambda text: inspect_page("a.html", text)[0] if "href" not in text else None,
        lambda path: pages[path],
    )
    return [f"{problem.path} {problem.found}" for problem in found]


@pytest.mark.parametrize(
    ("new", "kept", "released", "said"),
    [
        # all is new, or nothing
        ({"index.html": HOME, "a.html": PART}, {}, {}, []),
        ({}, {"index.html": HOME, "a.html": PART}, None, []),
        # a new page leads to one that stands
        ({"index.html": HOME}, {"a.html": PART}, None, []),
        ({"index.html": HOME}, {"a.html": ""}, None, ["index.html “a.html#part”"]),
        ({"index.html": HOME}, {}, None, ["index.html “a.html#part”"]),
        # a page that stands leads to one that has gone, or has changed
        ({}, {"index.html": HOME}, {"index.html": HOME, "a.html": PART}, ["index.html"]),
        (
            {"a.html": ""},
            {"index.html": HOME},
            {"index.html": HOME, "a.html": PART},
            ["index.html"],
        ),
        ({"a.html": PART}, {"index.html": HOME}, {"index.html": HOME, "a.html": PART}, []),
        # to another kind of file
        ({"index.html": '<a href="robots.txt">robots</a>'}, {}, {}, []),
    ],
)
def test_a_link_that_leads_nowhere_is_found(new, kept, released, said):
    found = problems(new, kept, released)
    assert [each.partition(" ")[0] for each in found] == [each.partition(" ")[0] for each in said]


def test_pages_that_stand_are_not_looked_at_where_nothing_has_gone():
    def never(_path):
        raise AssertionError

    new = {"b.html": inspect_page("b.html", PART)[0]}
    whole = Whole(new, {"index.html": "key"}, (), {"index.html": "key"})
    assert link_problems(whole, never, never) == []
