from __future__ import annotations

import pytest

from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, add, edit, opened, told
from tests.texts import facts, words

KK = f"content/{ABOUT}/kk.md"
FACTS = f"content/{PETITION}/facts.yaml"
NO_TEXT = (
    "a link must lead to a text of content, found “{}”. "
    "Check the path from this file: it leads to a folder, or to a words file in one."
)
HIDDEN_LINK = (
    "a link must lead to a published text, found “{}”. "
    "It is a draft or not published yet; publish it or take the link out."
)


# Links


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("../nowhere/", NO_TEXT),
        ("../../campaigns/", NO_TEXT),
        ("../about.md", NO_TEXT),
        ("../../../../../etc/passwd", NO_TEXT),
        ("%2e%2e/%2e%2e/%2e%2e/etc/passwd", NO_TEXT),
        ("../../registry/topics.yaml", NO_TEXT),
        (
            "../../campaigns/open-net/kz.md",
            (
                "a link to a words file needs that file, found “{}”. "
                "Link to the folder, or to one of: en, kk, ru."
            ),
        ),
        (
            "../../campaigns/open-net/petitions/first/#nope",
            (
                f"#nope must be a heading in content/{PETITION}/kk.md, found “{{}}”. "
                "Write {{#nope}} behind that heading in each language."
            ),
        ),
        (
            "#nope",
            "a link within the text must lead to one of its headings, found “{}”. There are: none.",
        ),
    ],
)
def test_a_broken_link_is_a_problem_at_its_line(site, link, said):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"\n[Сілтеме]({link})\n")
    assert told(content) == [f"{KK}:7: {said.format(link)}"]


@pytest.mark.parametrize(
    "link",
    [
        "./",
        "kk.md",
        "ru.md",
        "../../campaigns/open-net/",
        "../../campaigns/open-net/news/event",
        "../../campaigns/open-net/petitions/first/en.md#demands",
        "https://x.example/nowhere",
    ],
)
def test_a_link_that_leads_somewhere_is_none(site, link):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", f"\n[Сілтеме]({link})\n")
    assert told(content) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("](petitions/first/)", "](frist/)", 10), ("Себебі маңызды.", '"[Себебі](frist/)"', 12)],
)
def test_links_in_actions_and_answers_are_followed_too(site, old, new, line):
    content = site("three-languages")
    edit(content, f"{CAMPAIGN}/kk.md", (old, new))
    assert told(content) == [f"content/{CAMPAIGN}/kk.md:{line}: {NO_TEXT.format('frist/')}"]


def test_a_link_is_found_where_it_stands_alone(site):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", "\n[a](https://x.example/../b/c)\n\n[a](../b/)\n")
    assert told(content) == [f"{KK}:9: {NO_TEXT.format('../b/')}"]


# What facts name


REGISTER = (
    "must be an id of registry/{}.yaml, found “{}”. Add it to the registry, or use one of: {}."
)
ITEM = (
    "must be campaign/item of a {}, found “{}”. "
    "Write it as the names of the two folders, such as open-internet/first."
)
ANY = "petition or statement or news"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("[internet]", "[net]", 2, "`topics.0` " + REGISTER.format("topics", "net", "internet")),
        (
            "[president]",
            "[president, premier]",
            3,
            "`addressees.1` " + REGISTER.format("bodies", "premier", "president"),
        ),
        # a name in place of the id
        (
            "[president]",
            "[ҚР Президентіне]",
            3,
            "`addressees.0` " + REGISTER.format("bodies", "ҚР Президентіне", "president"),
        ),
        (
            "  - {kind: paper",
            "  - {kind: form, platform: Avaaz}\n  - {kind: paper",
            12,
            "`routes.1.platform` " + REGISTER.format("platforms", "Avaaz", "avaaz"),
        ),
        (
            "  - {kind: paper",
            "  - {kind: email, address: net.example.org}\n  - {kind: paper",
            12,
            (
                "`routes.1.address` must be an e-mail address, as mail is sent to it, "
                "found “net.example.org”. Write it as name@example.org, or correct the `kind`."
            ),
        ),
        (
            "[union]",
            "[unoin]",
            4,
            "`started_by.0` " + REGISTER.format("organisations", "unoin", "union"),
        ),
        (
            "  - {kind: paper",
            "  - {kind: form, platform: form}\n  - {kind: paper",
            12,
            "`routes.1.platform` " + REGISTER.format("platforms", "form", "avaaz"),
        ),
        (
            "[no-law]",
            "[no-law, no-tax]",
            5,
            (
                "`demands.1` must be a demand of the campaign, found “no-tax”. "
                "The campaign has: no-law, openness."
            ),
        ),
        (
            "[open-net/event]",
            "[open-net/evnt]",
            13,
            "`related.0` " + ITEM.format(ANY, "open-net/evnt"),
        ),
        ("[open-net/event]", "[open-net]", 13, "`related.0` " + ITEM.format(ANY, "open-net")),
        ("[open-net/event]", "[pages/about]", 13, "`related.0` " + ITEM.format(ANY, "pages/about")),
        (
            "related:",
            "superseded_by: open-net/event\nrelated:",
            13,
            "`superseded_by` " + ITEM.format("petition", "open-net/event"),
        ),
    ],
)
def test_an_id_that_is_unknown_is_a_problem_at_its_line(site, old, new, line, said):
    content = site("three-languages")
    edit(content, f"{PETITION}/facts.yaml", (old, new))
    assert told(content) == [f"{FACTS}:{line}: {said}"]


def test_a_campaign_has_facts_and_words_of_its_own(site):
    content = site("three-languages")
    add(content, "campaigns/other/news/rally/facts.yaml", facts())
    add(content, "campaigns/other/news/rally/en.md", words())
    assert told(content) == [
        (
            "content/campaigns/other:1: the campaign of an item must have facts and words of its "
            "own. "
            "Run `python3 tasks.py new campaign` with its name."
        )
    ]


def test_a_picture_in_a_text_is_a_file_of_its_folder(site):
    content = site("three-languages")
    add(content, f"{NEWS}/kk.md", "\n![Адамдар](rally.jpg)\n")
    assert told(content) == [
        (
            f"content/{NEWS}/kk.md:8: a picture in the text must be a file of this folder, "
            "found “rally.jpg”. There are: none."
        )
    ]


def test_a_page_shows_no_pictures(site):
    content = site("three-languages")
    add(content, f"{ABOUT}/kk.md", "\n![Адамдар](rally.jpg)\n")
    add(content, f"{ABOUT}/rally.jpg", "picture")
    assert told(content) == [
        (
            f"{KK}:7: a page must not show pictures, found “rally.jpg”. "
            "Delete it, or show it in an item."
        ),
        (
            f"content/{ABOUT}/rally.jpg:1: a picture must stand in the folder of a campaign or an "
            "item, found “rally.jpg”. Move it there, or delete it."
        ),
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('actions: ["Қараңыз: ![a](rally.jpg)"]', "actions"),
        ('questions: [{ask: Не?, answer: "![a](rally.jpg)"}]', "questions"),
    ],
)
def test_a_picture_stands_in_no_text_but_the_body(site, line, key):
    content = site("three-languages")
    edit(content, f"{PETITION}/ru.md", ("thresholds:", f"{line}\nthresholds:"))
    assert told(content) == [
        (
            f"content/{PETITION}/ru.md:4: a picture must stand in the text, not in `{key}`, found "
            "“rally.jpg”. Put it on a line of its own in the text."
        )
    ]


def test_a_picture_in_a_link_is_told_at_its_line(site):
    content = site("three-languages")
    add(content, f"{NEWS}/kk.md", "\nа\n\n[![a](b.jpg)](https://x.example/)\n")
    add(content, f"{NEWS}/b.jpg", "picture")
    add(content, f"{NEWS}/facts.yaml", "pictures: {b.jpg: {credit: A}}\n")
    for language in ("kk", "ru", "en"):
        edit(content, f"{NEWS}/{language}.md", ("dateline:", "alt: {b.jpg: ok}\ndateline:"))
    assert told(content) == [
        (
            f"content/{NEWS}/kk.md:11: a picture must not stand in a link, found “b.jpg”. "
            "Put it on a line of its own, and the link into words."
        )
    ]


# What is not published yet


@pytest.mark.parametrize("hiding", ["draft: true\n", "published: 2022-04-16\n"])
def test_a_published_text_does_not_lead_to_a_hidden_one(site, hiding):
    content = site("three-languages")
    text = (content / NEWS / "facts.yaml").read_text("utf-8").replace("published: 2022-03-10\n", "")
    shown = "" if "published" in hiding else "published: 2022-03-10\n"
    (content / NEWS / "facts.yaml").write_text(text + shown + hiding, "utf-8")
    add(content, f"{ABOUT}/kk.md", "\n[a](../../campaigns/open-net/news/event/)\n")
    assert told(content) == [
        (
            f"{FACTS}:13: `related.0` must be a published item, found “open-net/event”. "
            "It is a draft or not published yet; publish it or take the reference out."
        ),
        f"{KK}:7: {HIDDEN_LINK.format('../../campaigns/open-net/news/event/')}",
    ]


def test_a_draft_may_lead_to_a_draft(site):
    content = site("three-languages")
    for folder in (NEWS, PETITION):
        add(content, f"{folder}/facts.yaml", "draft: true\n")
    edit(
        content,
        f"{NEWS}/kk.md",
        ("[Петиция](../../petitions/first/kk.md#demands)", "[Петиция](../../petitions/first/)"),
    )
    for language in ("kk", "ru", "en"):
        name = {"kk": "petitions/first/", "ru": "petitions/first/", "en": "petitions/first/"}
        edit(content, f"{CAMPAIGN}/{language}.md", (f"({name[language]})", "(statements/letter/)"))
    assert told(content) == []


def test_a_broken_link_of_a_draft_is_a_problem_before_it_is_published(site):
    content = site("three-languages")
    edit(content, f"{PETITION}/facts.yaml", ("related: [open-net/event]\n", ""))
    add(content, f"{NEWS}/facts.yaml", "draft: true\n")
    add(content, f"{NEWS}/kk.md", "[a](../nowhere/)\n")
    assert told(content) == [f"content/{NEWS}/kk.md:7: {NO_TEXT.format('../nowhere/')}"]


def test_a_preview_with_drafts_shows_links_to_them(site):
    content = site("three-languages")
    add(content, f"{NEWS}/facts.yaml", "draft: true\n")
    assert opened(content, with_drafts=True).problems == ()
