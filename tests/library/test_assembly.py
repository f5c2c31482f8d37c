from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.content import CAMPAIGN, NEWS, PETITION, add, edit, opened, told
from tests.texts import facts, item, words


def keys(content, **choice):
    return sorted(opened(content, **choice).library.by_key)


ALL = ["open-net", "open-net/event", "open-net/first", "open-net/letter", "pages/about"]


def without_references(content):
    """Take out what leads to the news piece and the petition, so that they may hide."""
    edit(content, f"{PETITION}/facts.yaml", ("related: [open-net/event]\n", ""))
    for language in ("kk", "ru", "en"):
        edit(content, f"{CAMPAIGN}/{language}.md", ("(petitions/first/)", "(statements/letter/)"))


@pytest.mark.parametrize(
    ("old", "new", "is_there"),
    [
        ("published: 2022-03-10", "published: 2022-03-10\ndraft: true", False),
        ("published: 2022-03-10", "published: 2022-03-10\ndraft: false", True),
        # the day in Kazakhstan decides: 15 April
        ("published: 2022-03-10", "published: 2022-04-15", True),
        ("published: 2022-03-10", "published: 2022-04-15 23:59:59", True),
        ("published: 2022-03-10", "published: 2022-04-15T18:00:00Z", False),
        ("published: 2022-03-10", "published: 2022-04-16", False),
        # a month is published on its first day
        ("published: 2022-03-10", "published: 2022-04", True),
        ("published: 2022-03-10", "published: 2022-05", False),
        # what was withdrawn keeps its address
        ("published: 2022-03-10", "published: 2022-03-10\nwithdrawn: 2022-04-01", True),
    ],
)
def test_a_draft_and_what_is_of_the_future_are_not_in_the_library(site, old, new, is_there):
    content = site("three-languages")
    without_references(content)
    edit(content, f"{NEWS}/facts.yaml", (old, new))
    assert told(content) == []
    assert ("open-net/event" in keys(content)) is is_there


def test_what_was_withdrawn_is_in_no_list(site):
    content = site("three-languages")
    add(content, f"{NEWS}/facts.yaml", "withdrawn: 2022-04-01\n")
    assert not opened(content).library.by_key["open-net/event"].is_listed


def test_a_draft_campaign_hides_its_items(site):
    content = site("three-languages")
    add(content, f"{CAMPAIGN}/facts.yaml", "draft: true\n")
    assert told(content) == []
    assert keys(content) == ["pages/about"]


def test_an_editor_may_see_drafts(site):
    content = site("three-languages")
    add(content, f"{CAMPAIGN}/facts.yaml", "draft: true\n")
    edit(content, f"{NEWS}/facts.yaml", ("2022-03-10", "2030-03-10"))
    assert keys(content, with_drafts=True) == ALL


def test_a_page_needs_no_facts(site):
    assert opened(site("three-languages")).library.by_key["pages/about"].facts is None


def test_items_come_newest_first_and_by_key_on_one_day(tmp_path):
    write_files(
        tmp_path,
        {
            **item("net", "2020-01-01"),
            **item("net/news/old", "2021-01-31"),
            **item("net/news/sometime", "2021-01"),
            **item("net/news/b", "2022-01-01"),
            **item("net/news/a", "2022-01-01 20:00:00"),
        },
    )
    [campaign] = opened(tmp_path).library.campaigns
    # A petition opens before it is reported: a month comes after its days.
    assert [each.slug for each in campaign.items] == ["a", "b", "sometime", "old"]


def test_campaigns_come_by_their_newest_item(tmp_path):
    write_files(
        tmp_path,
        {
            **item("a", "2020-01-01"),
            **item("b", "2019-01-01"),
            **item("b/news/x", "2022-01-01"),
            **item("c", "2021-01-01"),
        },
    )
    library = opened(tmp_path).library
    assert [campaign.item.slug for campaign in library.campaigns] == ["b", "c", "a"]


def test_a_text_with_problems_of_its_own_is_not_in_the_library(site):
    content = site("three-languages")
    (content / NEWS / "kk.md").write_text("no front matter", "utf-8")
    assert keys(content) == [key for key in ALL if key != "open-net/event"]


def test_mistakes_in_one_file_do_not_hide_those_in_another(tmp_path):
    write_files(
        tmp_path,
        {
            "pages/a/en.md": words(body="[x](../nowhere/)"),
            "pages/a/ru.md": words("Заголовок", "<b>"),
            "campaigns/c/facts.yaml": facts(topics=["net"], gaol=5),
            "campaigns/c/en.md": words(alt={"a.jpg": "A"}, body="![a](a.jpg)"),
        },
    )
    assert [line.split(": ")[0] for line in told(tmp_path)] == [
        "content/campaigns/c/en.md:6",
        "content/campaigns/c/facts.yaml:3",
        "content/pages/a:1",
        "content/pages/a/en.md:5",
        "content/pages/a/ru.md:5",
    ]
