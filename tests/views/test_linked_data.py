"""What pages say of themselves to search engines and to services that show links."""

from __future__ import annotations

import json

import pytest

from tests.conftest import SITES, build_site, write_files
from tests.document import document
from tests.reading.snippets import SNIPPETS
from tests.texts import add_to_facts, built_once, item, words
from tests.vocabulary import faults

SITE = "https://example.org/net"
PETITION = "open-net/first.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    def change(content):
        first = content / "campaigns/open-net/petitions/first"
        rows = "date,platform,count,kind,source\n2022-04-01,avaaz,4200,online,\n"
        write_files(first, {"signatures.csv": rows})
        (content / "campaigns/open-net/news/event/ru.md").unlink()
        add_to_facts(content / "campaigns/open-net/news/event/facts.yaml", updated="2022-03-19")
        write_files(content, item("open-net/news/gone", withdrawn="2022-04-01"))
        write_files(content, item("open-net/news/some-day", "2022-02"))

    site = built_once(tmp_path_factory, change, SITEURL=SITE, CARDS=True)
    assert site.problems == ()
    return site


def data_of(text):
    """The nodes of a page by type; none where it has no linked data."""
    blocks = list(document(text).iter("script"))
    assert [block.get("type") for block in blocks] == ["application/ld+json"][: len(blocks)]
    nodes = json.loads(blocks[0].text or "")["@graph"] if blocks else []
    return {node["@type"]: node for node in nodes}


def meta_of(text):
    pairs = [(e.get("property"), e.get("content")) for e in document(text).iter("meta")]
    return [(name, value) for name, value in pairs if name]


def test_linked_data_are_in_the_terms_of_the_vocabulary(built):
    pages = [path for path in built.files if path.endswith(".html")]
    nodes = {path: data_of(built.text(path)) for path in pages}
    assert {(p, f) for p, of in nodes.items() for n in of.values() for f in faults(n)} == set()
    assert {type_ for of in nodes.values() for type_ in of} == {
        "Article",
        "BreadcrumbList",
        "CollectionPage",
        "NewsArticle",
        "WebPage",
        "WebSite",
    }


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Petition"}, ": no type 'Petition'"),
        ({"@type": "Article", "titel": "x"}, "/Article.titel: no such property"),
        (
            {"@type": "Article", "datePublished": "1 May"},
            "/Article.datePublished: '1 May' is none of ['date', 'datetime']",
        ),
        (
            {"@type": "Article", "author": {"@type": "Place"}},
            "/Article.author: no Place, but ['Organization', 'Person']",
        ),
    ],
)
def test_the_check_of_linked_data_finds_faults(node, fault):
    assert next(iter(faults(node))) == fault


def test_a_news_piece_says_what_it_is_in_its_language(built):
    found = data_of(built.text("kk/open-net/event.html"))["NewsArticle"]
    assert found["inLanguage"] == "kk"
    assert found["url"] == f"{SITE}/kk/open-net/event.html"
    assert (found["datePublished"], found["dateModified"]) == ("2022-03-10", "2022-03-19")
    publisher = {"name": "Еркін желі", "url": f"{SITE}/kk/index.html"}
    assert found["publisher"] == {"@type": "Organization", **publisher}


def test_of_a_text_without_known_authors_none_is_named(built):
    assert "author" not in data_of(built.text("kk/open-net/event.html"))["NewsArticle"]


def test_a_text_is_described_once(built):
    text = built.text("kk/open-net/event.html")
    [summary] = [
        e.get("content") for e in document(text).iter("meta") if e.get("name") == "description"
    ]
    assert "description" not in data_of(text)["NewsArticle"]
    assert summary == "Не болды."


def test_a_petition_says_how_many_have_signed_and_that_one_can(built):
    found = data_of(built.text(f"en/{PETITION}"))["Article"]
    assert found["interactionStatistic"]["userInteractionCount"] == 4200
    target = f"{SITE}/en/{PETITION}"
    assert found["potentialAction"] == {"@type": "EndorseAction", "target": target}


def test_breadcrumbs_lead_from_the_home_page_to_the_campaign(built):
    steps = data_of(built.text(f"ru/{PETITION}"))["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2]
    assert [step.get("item") for step in steps] == [
        f"{SITE}/ru/index.html",
        f"{SITE}/ru/open-net/index.html",
    ]


@pytest.mark.parametrize("path", ["ru/open-net/event.html", "en/open-net/gone.html", "404.html"])
def test_what_is_not_indexed_has_no_linked_data(built, path):
    assert data_of(built.text(path)) == {}


def test_without_a_fixed_place_a_page_says_nothing_to_services(tmp_path):
    built = build_site(SITES / "three-languages/content", tmp_path / "output")
    for path in (path for path in built.files if path.endswith(".html")):
        assert data_of(built.text(path)) == {}
        assert meta_of(built.text(path)) == []


def test_open_graph_names_the_locale_of_the_words_and_those_of_the_other_editions(built):
    def locales(path):
        found = meta_of(built.text(path))
        return [value for name, value in found if name.startswith("og:locale")]

    assert locales(f"kk/{PETITION}") == ["kk_KZ", "ru_RU", "en_GB"]
    assert locales(f"en/{PETITION}") == ["en_GB", "kk_KZ", "ru_RU"]
    # There is no Russian edition: its page shows the original.
    assert locales("ru/open-net/event.html") == ["kk_KZ", "en_GB"]


def test_open_graph_is_whole(built):
    found = dict(meta_of(built.text("en/open-net/event.html")))
    image = found.pop("og:image")
    assert image.startswith(f"{SITE}/en/open-net/event.png?")
    assert found == {
        "og:title": "An event",
        "og:type": "article",
        "og:site_name": "Open Net",
        "og:locale": "en_GB",
        "og:locale:alternate": "kk_KZ",
        "og:description": "What happened.",
        "og:url": f"{SITE}/en/open-net/event.html",
        "article:published_time": "2022-03-10",
        "article:modified_time": "2022-03-19",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "News: An event",
    }


def test_of_a_text_whose_day_is_not_known_the_month_is_told_to_readers_alone(built):
    text = built.text("en/open-net/some-day.html")
    assert '<time datetime="2022-02">February 2022</time>' in text
    assert "article:published_time" not in dict(meta_of(text))
    assert "datePublished" not in data_of(text)["NewsArticle"]


def test_no_text_ends_the_block_of_data(tmp_path_factory):
    titles = [
        text for text in SNIPPETS if "\n" not in text and "\t" not in text and "!" not in text
    ]

    def change(content):
        for number, title in enumerate(titles):
            folder = f"campaigns/open-net/news/n{number}"
            facts = {f"{folder}/facts.yaml": "published: 2022-03-01\n"}
            write_files(content, {**facts, f"{folder}/en.md": words(title)})

    built = built_once(tmp_path_factory, change, SITEURL=SITE)
    assert built.problems == ()
    for number, _ in enumerate(titles):
        found = data_of(built.text(f"en/open-net/n{number}.html"))
        assert set(found) == {"NewsArticle", "BreadcrumbList"}
