from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.library.links import Target, target_of

HERE = "content/campaigns/net/news/rally"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        # a folder
        ("../march/", Target("content/campaigns/net/news/march", "", "")),
        ("../march", Target("content/campaigns/net/news/march", "", "")),
        ("../../petitions/first/", Target("content/campaigns/net/petitions/first", "", "")),
        ("../../", Target("content/campaigns/net", "", "")),
        ("./", Target(HERE, "", "")),
        # a words file
        ("../march/ru.md", Target("content/campaigns/net/news/march", "ru", "")),
        ("kk.md", Target(HERE, "kk", "")),
        # a heading
        ("../march/#law", Target("content/campaigns/net/news/march", "", "law")),
        ("../march/ru.md#law", Target("content/campaigns/net/news/march", "ru", "law")),
        ("../march/#%D0%B7%D0%B0%D2%A3", Target("content/campaigns/net/news/march", "", "заң")),
        # elsewhere
        ("../../../../../../etc/passwd", Target("../etc/passwd", "", "")),
        ("/etc/passwd", Target("/etc/passwd", "", "")),
    ],
)
def test_a_link_leads_from_the_folder_of_its_file(link, target):
    assert target_of(HERE, link) == target


SEGMENTS = st.sampled_from(
    ["..", ".", "", "a", "ru.md", "%2e%2e", "%2F", "..%2f..", "#", "?", "[", "//", "\\"]
)


@given(st.lists(SEGMENTS, max_size=12).map("/".join))
def test_a_target_in_content_never_leaves_it_again(link):
    path = target_of(HERE, link).path
    assert path == posixpath.normpath(path)
    assert not path.startswith("content/") or ".." not in path.split("/")


@given(st.text())
def test_any_text_has_a_target(link):
    assert isinstance(target_of(HERE, link), Target)
