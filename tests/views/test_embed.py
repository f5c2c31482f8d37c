"""What other people's sites can take: a page a campaign, to which its petitions lead."""

from __future__ import annotations

from html import unescape

import pytest

from plugins.minber.views.badge import HEIGHT, WIDTH
from tests.conftest import write_files
from tests.content import NEWS, PETITION
from tests.document import document, with_class, words_of
from tests.texts import add_to_facts, built_once, item, replace_in

URL = "https://example.org"
EMBED = "open-net/embed.html"
CODES = ("kk", "ru", "en")


def two_petitions(content):
    """A later one that was withdrawn, and one of which nothing but the Russian words are there."""
    write_files(content, item("open-net/petitions/gone", "2022-01-01", withdrawn="2022-02-01"))
    (content / PETITION / "en.md").unlink()
    replace_in(content / NEWS / "en.md", "first/en.md", "first/")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    site = built_once(tmp_path_factory, two_petitions, SITEURL=URL)
    assert site.problems == ()
    return site


def sections(built, path):
    return [*next(document(built.text(path)).iter("main")).iter("section")]


@pytest.mark.parametrize("code", CODES)
def test_it_offers_the_petitions_that_are_listed(built, code):
    [offer] = sections(built, f"{code}/{EMBED}")
    title = {"kk": "Бірінші петиция"}.get(code, "Первая петиция")
    assert words_of(next(offer.iter("h2"))) == title


@pytest.mark.parametrize(("code", "title", "spoken"), [
    ("kk", "Бірінші петиция", "kk"),
    ("ru", "Первая петиция", "ru"),
    ("en", "Первая петиция", "ru"),
])  # fmt: skip
def test_the_html_to_copy_shows_the_badge_of_the_language_and_leads_to_its_page(
    built, code, title, spoken
):
    [field] = document(built.text(f"{code}/{EMBED}")).iter("textarea")
    assert unescape(str(field.text)) == (
        f'<a href="{URL}/{code}/open-net/first.html">'
        f'<img src="{URL}/{code}/open-net/first.svg" '
        f'width="{WIDTH}" height="{HEIGHT}" alt="{title}" lang="{spoken}"></a>'
    )


@pytest.mark.parametrize("code", CODES)
def test_the_field_to_copy_from_has_a_label_and_says_of_which_petition_it_is(built, say, code):
    page = document(built.text(f"{code}/{EMBED}"))
    [label] = page.iter("label")
    assert str(label.text).strip() == say(code, "embed.code")
    [field], [heading] = label, next(page.iter("main")).iter("h2")
    assert field.get("aria-describedby") == heading.get("id")


@pytest.mark.parametrize(
    ("code", "campaign"), [("kk", ": Ашық желі"), ("ru", ": Открытая сеть"), ("en", ": Open net")]
)
def test_its_title_names_the_campaign_where_that_has_one_in_the_language(
    built, say, code, campaign
):
    title = words_of(next(document(built.text(f"{code}/{EMBED}")).iter("title")))
    assert title.startswith(say(code, "embed.heading") + campaign)


def test_it_shows_the_badge_and_leads_to_the_data(built):
    [offer] = sections(built, f"ru/{EMBED}")
    assert [image.get("src") for image in offer.iter("img")] == ["first.svg"]
    assert [link.get("href") for link in offer.iter("a")] == [
        "first.html",
        "first.svg",
        "../../data/open-net/first.json",
        "../../data/open-net/first.csv",
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_petition_leads_to_its_part_of_the_page(built, say, code):
    links = document(built.text(f"{code}/open-net/first.html")).iter("a")
    [link] = [each for each in links if "embed.html" in str(each.get("href"))]
    assert words_of(link) == say(code, "embed.heading")
    [heading] = next(document(built.text(f"{code}/{EMBED}")).iter("main")).iter("h2")
    assert link.get("href") == f"embed.html#{heading.get('id')}"


def test_nothing_else_leads_there(built):
    leading = [
        path for path in built.files if path.endswith(".html") and "embed.html#" in built.text(path)
    ]
    assert leading == [f"{code}/open-net/first.html" for code in sorted(CODES)]


def test_search_engines_are_not_sent_there(built):
    assert '<meta name="robots" content="noindex">' in built.text(f"kk/{EMBED}")
    assert "embed.html" not in built.text("sitemap.xml")


def withdrawn(content):
    add_to_facts(content / PETITION / "facts.yaml", withdrawn="2022-04-01")


@pytest.mark.parametrize(
    ("change", "settings"),
    [
        (None, {"OPEN_DATA": False}),
        (withdrawn, {}),
    ],
    ids=["no data", "no petition"],
)
def test_where_there_is_nothing_to_take_there_is_no_page(tmp_path_factory, change, settings):
    built = built_once(tmp_path_factory, change, SITEURL=URL, **settings)
    assert built.problems == ()
    assert [path for path in built.files if "embed" in path] == []
    assert "embed.html" not in built.text("kk/open-net/first.html")


def test_without_a_fixed_place_there_is_no_html_to_copy(tmp_path_factory):
    built = built_once(tmp_path_factory)
    page = document(built.text(f"en/{EMBED}"))
    assert [*page.iter("textarea"), *with_class(page, "lead")] == []
    links = [link.get("href") for link in next(page.iter("main")).iter("a")]
    assert links[1:] == [
        "first.svg",
        "../../data/open-net/first.json",
        "../../data/open-net/first.csv",
    ]
