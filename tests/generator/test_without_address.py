"""A site that is to be published tells whoever built it that it has no address."""

from __future__ import annotations

import pytest

from tests.conftest import write_files

LINE = (
    "SITEURL is not set: there are no feeds, no sitemap and no ways to share texts."
    " README.md says how to set it.\n"
)
ABOUT = "---\ntitle: Біз\nsummary: Біз туралы\n---\nБіз.\n"


@pytest.fixture
def content(tmp_path):
    """No more than a page, so that its index and its archives are made in no time."""
    write_files(tmp_path, {"content/pages/about/kk.md": ABOUT})
    return tmp_path / "content"


@pytest.mark.parametrize("name", ["SEARCH", "OFFLINE"])
def test_a_build_to_be_published_ends_with_what_the_site_lacks(content, build, name):
    assert build(content, **{name: True}).said.endswith(f" s\n{LINE}")


@pytest.mark.parametrize("settings", [{}, {"SEARCH": True, "SITEURL": "https://example.org"}])
def test_any_other_build_says_in_one_line_what_it_did(content, build, settings):
    [line] = build(content, **settings).said.splitlines()
    assert line.endswith(" s")
