"""A site with feeds, and feeds as programs of readers take them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import feedparser
import pytest
from lxml import etree
from PIL import Image

from tests.conftest import build_site, content_of, write_files
from tests.texts import facts, replace_in, words

URL = "https://example.org/a"
MANY = range(10, 31)
NEWS = "campaigns/open-net/news"
PICTURES = {"one.png": {"credit": "A. Author"}, "two.png": {"credit": "B. Author"}}
LATER = 1_790_000_000
"""21 September 2026."""
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = {"a": "http://www.w3.org/2005/Atom"}

PLACES = """About [this](../../petitions/first/#demands), [below](#more) and [there](https://x.example/?a=1&b=2).[^1]

![](one.png)

## More {#more}

`href="#more"` <https://x.example/>

[^1]: A note.
"""


def furnish(folder):
    """The site in full, with news of every sort that a feed must know."""
    content = content_of("in-full", folder)
    write_files(content / NEWS, {**dated_news(), **hidden_news()})
    for name in PICTURES:
        Image.new("RGB", (40, 30), len(name)).save(content / NEWS / "winter" / name)
    answer(content / "campaigns/open-net/petitions/first/facts.yaml")
    write_files(content / "campaigns/rivers", rivers())
    return content


def dated_news():
    """News at the edges of days, and news whose words changed."""
    alt = dict.fromkeys(PICTURES, "A picture")
    return {
        # the last day of one offset, and the first of the other
        "winter/facts.yaml": facts("2024-02-29", pictures=PICTURES, topics=["internet"]),
        "winter/en.md": words("Winter & <spring>", PLACES, alt=alt),
        "spring/facts.yaml": facts("2024-03-01 09:30:00", related=["open-net/first"]),
        "spring/kk.md": words("Көктем", "Мәтін."),
        # what changes the words
        "updated/facts.yaml": facts("2024-02-01", updated="2024-04-01"),
        "updated/kk.md": words("Жаңарған", "Мәтін."),
        "corrected/facts.yaml": facts("2024-02-02", corrected=["2024-05-01"]),
        "corrected/kk.md": words("Түзетілген", corrections={"2024-05-01": "Күні қате еді."}),
    }


def hidden_news():
    """News that nobody may see, not yet or no more."""
    return {
        "gone/facts.yaml": facts("2024-06-01", withdrawn="2024-06-02"),
        "gone/kk.md": words("Secret withdrawn"),
        "draft/facts.yaml": facts("2024-06-01", draft=True),
        "draft/kk.md": words("Secret draft"),
        "later/facts.yaml": facts("2027-06-01"),
        "later/kk.md": words("Secret later"),
    }


def answer(petition):
    """A petition that was registered and answered; its delivery is planned."""
    replace_in(
        petition,
        "goal: 60000",
        "goal: 60000\ndelivery: {planned: 2027-01-01}\nregistered: 2022-03-12\n"
        "answer: {date: 2022-04-12, kind: partly, document: https://example.org/answer}",
    )


def rivers():
    """A campaign without words in English or Kazakh, of which there are texts."""
    return {
        "facts.yaml": facts("2022-05-01"),
        "ru.md": words("Реки"),
        **{f"news/n{n}/facts.yaml": facts(f"2022-06-{n}") for n in MANY},
        **{f"news/n{n}/ru.md": words(f"№ {n}") for n in MANY},
        "petitions/stream/facts.yaml": facts("2022-05-03"),
        "petitions/stream/ru.md": words("Ручей"),
        "petitions/gone/facts.yaml": facts("2022-05-04", withdrawn="2022-05-05"),
        "petitions/gone/ru.md": words("Secret withdrawn"),
        "news/found/facts.yaml": facts("2022-05-02"),
        "news/found/en.md": words("Found"),
    }


def made(content, output, **settings):
    """The site of a content folder, in September 2026."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(LATER))
        built = build_site(content, output, **{"SITEURL": URL, **settings})
    assert built.problems == ()
    return built


def atoms(built):
    """The paths of all feeds of Atom."""
    return [path for path in built.files if path.endswith(".atom")]


def parsed(text):
    """A feed as a program of a reader takes it."""
    # What it cleans is what is looked for here.
    return feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)


def entries(built, path):
    """The entries of a feed by title."""
    return {entry.title: entry for entry in parsed(built.text(path)).entries}


def tree(text):
    return etree.fromstring(text.encode())


def items(built, path):
    """The items of a JSON Feed by title."""
    return {item["title"]: item for item in json.loads(built.text(path))["items"]}


def links_in(html):
    """All addresses in a piece of HTML."""
    found = re.findall(r'\s(?:href|src|srcset|action|poster)="([^"]*)"', html)
    return [each.strip().split()[0] for value in found for each in value.split(", ")]
