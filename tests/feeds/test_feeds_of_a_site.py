"""What the feeds of a site say, read as programs of readers read them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html

from tests.content import CODES
from tests.document import document
from tests.feeds.subscribed import (
    ATOM,
    SCHEMA,
    URL,
    atoms,
    entries,
    items,
    links_in,
    parsed,
    tree,
)

FIRST = "en/open-net/first.atom"


def contents(built):
    """The HTML of every entry of every feed."""
    found = [(p, e.content[0].value) for p in atoms(built) for e in parsed(built.text(p)).entries]
    for code in CODES:
        path = f"{code}/feed.json"
        found += [(path, item["content_html"]) for item in items(built, path).values()]
    return found


def test_each_language_campaign_and_petition_has_its_feeds(placed):
    feeds = [path for path in placed.files if path.endswith((".atom", "feed.json"))]
    own = ("feed.atom", "feed.json", "open-net/feed.atom", "open-net/first.atom")
    shared = [f"{code}/{path}" for code in CODES for path in (*own, "rivers/feed.atom")]
    # Another petition is in Russian alone, and one was withdrawn.
    assert feeds == sorted([*shared, "ru/rivers/stream.atom"])


@pytest.mark.parametrize(
    "settings",
    [{"SITEURL": ""}, {"FEED_ID": None}, {"WITH_DRAFTS": True}],
    ids=["no place", "no id", "drafts"],
)
def test_without_a_place_or_an_id_and_with_drafts_there_are_none(site, build, settings):
    built = build(site("three-languages"), **{"SITEURL": URL, **settings})
    assert [path for path in built.files if path.endswith((".atom", "feed.json"))] == []
    assert [
        path for path in built.files if path.endswith(".html") and "Atom" in built.text(path)
    ] == []


def test_every_feed_is_as_the_standard_of_atom_says(placed):
    faults = {}
    for path in atoms(placed):
        SCHEMA.validate(tree(placed.text(path)))
        faults[path] = [str(error) for error in SCHEMA.error_log]
    assert {path: found for path, found in faults.items() if found} == {}


def test_a_program_reads_every_feed_without_complaint(placed):
    assert [path for path in atoms(placed) if parsed(placed.text(path)).bozo] == []


@pytest.mark.parametrize("path", ["kk/feed.atom", "en/open-net/feed.atom", FIRST])
def test_a_feed_says_where_it_stands_of_what_it_is_and_in_which_language(placed, path):
    feed = parsed(placed.text(path)).feed
    page = path.replace("feed.atom", "index.html").replace(".atom", ".html")
    links = {link.rel: link.href for link in feed.links}
    assert links == {"self": f"{URL}/{path}", "alternate": f"{URL}/{page}"}
    assert (feed.language, feed.author_detail.href) == (path[:2], f"{URL}/{path[:2]}/index.html")


def test_an_entry_has_its_words_its_page_its_kind_and_its_topics(placed):
    entry = entries(placed, "en/feed.atom")["Winter & <spring>"]
    assert (entry.link, entry.summary) == (f"{URL}/en/open-net/winter.html", "A summary.")
    assert [(tag.term, tag.label) for tag in entry.tags] == [
        ("news", "News"),
        ("internet", "The internet"),
    ]
    assert "A note." in entry.content[0].value


def test_an_entry_of_the_json_feed_is_tagged_with_its_kind_and_its_topics(placed):
    assert items(placed, "en/feed.json")["Winter & <spring>"]["tags"] == ["News", "The internet"]


@pytest.mark.parametrize(
    ("path", "labels"),
    [
        (FIRST, {"news": "News", "petition": "Petition"}),
        (
            "kk/open-net/feed.atom",
            {"news": "Жаңалық", "petition": "Петиция", "statement": "Мәлімдеме"},
        ),
        ("ru/rivers/feed.atom", {"news": "Новость"}),
    ],
)
def test_every_entry_has_its_kind_in_the_language_of_the_feed(placed, path, labels):
    found = [entry.tags[0] for entry in parsed(placed.text(path)).entries]
    assert {tag.term: tag.label for tag in found} == labels


def test_a_feed_has_real_editions_only(placed):
    titles = [entry.title for entry in parsed(placed.text("kk/open-net/feed.atom")).entries]
    assert titles == ["Көктем", "Түзетілген", "Жаңарған", "Оқиға", "Ашық хат", "Бірінші петиция"]


def test_a_feed_has_the_newest_twenty(placed):
    titles = [entry.title for entry in parsed(placed.text("ru/rivers/feed.atom")).entries]
    assert titles == [f"№\u202f{n}".replace("\u202f", "\u00a0") for n in range(30, 10, -1)]


def test_nothing_is_told_of_what_is_hidden_withdrawn_or_to_come(placed):
    feeds = [path for path in placed.files if path.endswith((".atom", ".json", ".xml"))]
    words = ("Secret", "/gone", "/draft", "/later", "planned")
    texts = {path: placed.text(path) for path in feeds if not path.startswith("data/")}
    assert [path for path, text in texts.items() for word in words if word in text] == []


def test_a_petitions_feed_tells_what_happened_to_it_the_newest_first(placed):
    told = [(e.published[:10], e.title) for e in parsed(placed.text(FIRST)).entries]
    assert told == [
        ("2022-12-31", "Signing closed"),
        ("2022-04-12", "Answer received"),
        ("2022-03-12", "Petition registered"),
        ("2022-03-10", "An event"),
        ("2022-03-01", "Demand met: Open debate"),
        ("2022-01-20", "50,000 signatures: Review by a state body"),
        ("2021-10-12", "Over 10,700 signatures collected"),
        ("2021-10-09", "50 signatures: Publication"),
        ("2021-10-01", "Signing opened"),
        ("2021-10-01", "First petition"),
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("kk", "10\u00a0700 қолдан асты"),
        ("ru", "Собрано более 10\u00a0700 подписей"),
    ],
)
def test_a_number_in_the_title_of_an_event_does_not_break(placed, path, title):
    assert title in entries(placed, f"{path}/open-net/first.atom")


@pytest.mark.parametrize(
    ("path", "title"),
    [("kk", "Талап орындалды: Ашық талқылау"), ("ru", "Требование выполнено: Открытое обсуждение")],
)
def test_the_outcome_of_a_demand_is_told_in_words(placed, path, title):
    assert title in entries(placed, f"{path}/open-net/first.atom")


def told(html):
    """The words of an entry, line by line."""
    root = lxml_html.fromstring(f"<div>{html}</div>")
    lines = [" ".join(part.text_content().split()) for part in root.iter("p", "li")]
    return [line.replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "50 signatures: Publication",
            ["Avaaz: 9,200+ as of 9 October 2021, example.org"],
        ),
        (
            "Over 10,700 signatures collected",
            [
                "Avaaz: 9,200+ as of 9 October 2021, example.org",
                "Fair Hand: 1,500 as of 12 October 2021, example.org",
            ],
        ),
        ("Signing closed", []),
        ("Demand met: Open debate", ["Evidence: example.org"]),
    ],
)
def test_an_event_names_the_petition_and_where_signatures_were_gathered(placed, title, lines):
    html = entries(placed, FIRST)[title].content[0].value
    assert told(html) == [title, "Petition First petition", *lines]
    assert links_in(html)[0] == f"{URL}/en/open-net/first.html"


def test_what_names_a_petition_is_told_in_its_feed(placed):
    assert "Көктем" in entries(placed, "kk/open-net/first.atom")


def test_the_answer_stands_in_its_entry(placed):
    html = entries(placed, FIRST)["Answer received"].content[0].value
    assert links_in(html)[-1] == "https://example.org/answer"


def test_the_title_of_a_campaign_says_in_which_language_it_is(placed):
    found = {}
    for path in ("en/rivers/feed.atom", "ru/rivers/feed.atom", "en/open-net/feed.atom"):
        root = tree(placed.text(path))
        found[path] = [
            element.get("{http://www.w3.org/XML/1998/namespace}lang")
            for element in root.xpath("a:title | a:subtitle", namespaces=ATOM)
        ]
    assert list(found.values()) == [["ru", "ru"], [None, None], [None, None]]


# Days are days in Kazakhstan, whose clocks were put back on 1 March 2024.
@pytest.mark.parametrize(
    ("path", "title", "published", "updated"),
    [
        ("en", "Winter & <spring>", "2024-02-29T00:00:00+06:00", "2024-02-29T00:00:00+06:00"),
        ("kk", "Көктем", "2024-03-01T09:30:00+05:00", "2024-03-01T09:30:00+05:00"),
        ("kk", "Жаңарған", "2024-02-01T00:00:00+06:00", "2024-04-01T00:00:00+05:00"),
        ("kk", "Түзетілген", "2024-02-02T00:00:00+06:00", "2024-05-01T00:00:00+05:00"),
    ],
)
def test_an_entry_is_of_the_time_that_the_facts_say(placed, path, title, published, updated):
    entry = entries(placed, f"{path}/feed.atom")[title]
    item = items(placed, f"{path}/feed.json")[title]
    assert (entry.published, entry.updated) == (published, updated)
    assert (item["date_published"], item["date_modified"]) == (published, updated)


@pytest.mark.parametrize(
    ("path", "updated"),
    [
        ("kk/feed.atom", "2024-05-01T00:00:00+05:00"),
        ("en/rivers/feed.atom", "2022-05-02T00:00:00+06:00"),
        # It has no entries.
        ("kk/rivers/feed.atom", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_a_feed_is_as_new_as_its_newest_entry(placed, path, updated):
    assert parsed(placed.text(path)).feed.updated == updated


def test_every_address_in_a_feed_is_absolute(placed):
    found = [(path, link) for path, html in contents(placed) for link in links_in(html)]
    assert len(found) > 0
    assert [(path, link) for path, link in found if urlsplit(link).scheme != "https"] == []


def test_a_picture_is_a_file_of_the_site(placed):
    html = entries(placed, "en/feed.atom")["Winter & <spring>"].content[0].value
    sources = [link for link in links_in(html) if link.endswith((".png", ".webp", ".jpg"))]
    assert {source.removeprefix(f"{URL}/") for source in sources} <= set(placed.files)
    assert html.count("<img ") == 2


def test_a_place_in_a_text_is_on_its_page(placed):
    html = entries(placed, "en/feed.atom")["Winter & <spring>"].content[0].value
    page = f"{URL}/en/open-net/winter.html"
    assert [link for link in links_in(html) if "#" in link] == [
        f"{URL}/en/open-net/first.html#demands",
        f"{page}#more",
        f"{page}#fn:1",
        f"{page}#fnref:1",
    ]
    assert '<code>href="#more"</code>' in html or "<code>href=&quot;#more&quot;</code>" in html


def ids_of(built):
    """The ids of all entries by feed and title, and of all feeds."""
    found: dict[object, str] = {}
    for path in atoms(built):
        feed = parsed(built.text(path))
        found |= {(path, entry.title): entry.id for entry in feed.entries} | {path: feed.feed.id}
    for code in CODES:
        path = f"{code}/feed.json"
        found |= {(path, title): item["id"] for title, item in items(built, path).items()}
    return found


@pytest.mark.parametrize("place", [0, 1])
def test_ids_are_the_same_wherever_the_site_stands_and_whatever_is_added(placed, moved, place):
    before, after = ids_of(placed), ids_of(moved[place])
    renamed = {"Winter & <spring>": "Late winter & <spring>"}
    same = {
        key if isinstance(key, str) else (key[0], renamed.get(key[1], key[1])): id_
        for key, id_ in before.items()
    }
    assert {key: after[key] for key in same} == same
    assert len(after) > len(same)


def test_no_two_things_have_one_id(placed):
    found = ids_of(placed)
    feeds = [id_ for key, id_ in found.items() if isinstance(key, str)]
    of_entries: dict[str, set[object]] = {}
    for key, id_ in found.items():
        if not isinstance(key, str):
            of_entries.setdefault(id_, set()).add((key[0][:2], key[1]))
    assert [titles for titles in of_entries.values() if len(titles) > 1] == []
    assert len({*feeds, *of_entries}) == len(feeds) + len(of_entries)


def test_a_page_offers_the_feed_of_what_it_shows(placed):
    pages = {
        "en/index.html": ["feed.atom", "feed.json"],
        "en/news.html": ["feed.atom"],
        "en/open-net/index.html": ["feed.atom"],
        "en/open-net/first.html": ["first.atom"],
        "en/open-net/winter.html": ["feed.atom"],
        # They have no edition in Russian or in English.
        "ru/open-net/winter.html": ["feed.atom"],
        "en/rivers/stream.html": ["feed.atom"],
        "ru/rivers/stream.html": ["stream.atom"],
        "ru/rivers/gone.html": ["feed.atom"],
        "en/about.html": ["feed.atom"],
        "index.html": [],
        "404.html": [],
    }
    found = {
        path: [
            link.get("href")
            for link in document(placed.text(path)).iter("link")
            if (link.get("type") or "").endswith(("atom+xml", "feed+json"))
        ]
        for path in pages
    }
    assert found == pages


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("kk/news.html", "Барлық мәтіннің арнасы (Atom)"),
        ("ru/news.html", "Лента всех текстов (Atom)"),
        ("en/news.html", "Feed of all texts (Atom)"),
        ("kk/open-net/index.html", "Осы науқанның арнасы (Atom)"),
        ("ru/open-net/index.html", "Лента кампании (Atom)"),
        ("en/open-net/event.html", "Feed of this campaign (Atom)"),
        ("kk/open-net/first.html", "Осы петицияның арнасы (Atom)"),
        ("ru/open-net/first.html", "Лента петиции (Atom)"),
        ("en/open-net/first.html", "Feed of this petition (Atom)"),
    ],
)
def test_a_page_names_its_feed_by_what_it_is_of(placed, path, words):
    page = document(placed.text(path))
    [offered] = [link for link in page.iter("link") if link.get("type") == "application/atom+xml"]
    [found] = [link.get("href") for link in page.iter("a") if link.text == words]
    assert (offered.get("title"), offered.get("href")) == (words, found)


@pytest.mark.parametrize(
    ("found", "told"), [("", ""), ("minber", ", found “minber”"), (7, ", found “7”")]
)
def test_an_id_that_is_no_uuid_is_refused(build, site, found, told):
    rule = "FEED_ID must be a UUID, such as `uuidgen` makes, or None for no feeds"
    built = build(site("three-languages"), FEED_ID=found)
    assert built.problems == (f"settings: {rule}{told}. Correct it; README.md says how.",)
