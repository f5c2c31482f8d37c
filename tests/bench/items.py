"""Items of a made-up site: facts that agree with one another, and words in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.bench.lexicon import (
    BODIES,
    LANGUAGES,
    ORGANISATIONS,
    PAGES,
    PEOPLE,
    PLACES,
    PLATFORMS,
    TOPICS,
)
from tests.bench.prose import Shape, Writer, body, chance, shape_of

OPEN_FROM = date(2023, 10, 1)
"""Petitions from this day on are still open."""
DEMANDS = ("adopt-no-ban", "hold-hearings", "publish-data", "repeal-rule")
STAGES = ("first-reading", "passed", "returned", "signed")
SITE = "https://www.example.com"
Ids = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Text:
    """An item in one language."""

    front: Mapping[str, Any]
    """Title, summary and the other words beside the text."""
    body: str
    """Markdown with `@campaign/item` for a link to another item."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of an item before it is written."""

    kind: str
    campaign: str
    slug: str
    published: date

    @property
    def key(self) -> str:
        return f"{self.campaign}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Item:
    place: Place
    """Of a campaign or a page too: the kind says it."""
    facts: Mapping[str, Any]
    texts: Mapping[str, Text]
    """By language."""
    original: str
    table: Sequence[Sequence[Any]] = ()
    """The rows of signatures.csv or signatories.csv, with the head."""
    photographs: Mapping[str, Path] = field(default_factory=dict)
    """Files elsewhere by their name here."""


def item_of(seed: int, place: Place, others: Sequence[Place]) -> Item:
    """The petition, statement or news piece of a place; it may name the others."""
    random = chance(seed, place.key)
    keys = [other.key for other in others if other != place]
    facts = _common(random, place, keys)
    match place.kind:
        case "petition":
            more, ids, rows = _petition(random, place)
        case "statement":
            more, ids, rows = _statement(random, place)
        case _:
            more, ids, rows = _news(random, place)
    texts = _texts(random, shape_of(random, keys), ids)
    return Item(place, {**facts, **more}, texts, _original(random), rows)


def campaign_of(seed: int, places: Sequence[Place]) -> Item:
    """The campaign of some places."""
    first = min(place.published for place in places)
    place = Place("campaign", places[0].campaign, places[0].campaign, first)
    random = chance(seed, place.campaign)
    facts = {
        "published": first,
        "started": first,
        "topics": sorted(random.sample(sorted(TOPICS), 3)),
        "demands": {
            "adopt-no-ban": {"outcome": "met", "decided": first, "evidence": f"{SITE}/law"},
            "hold-hearings": {"outcome": "partly", "decided": first},
            "publish-data": {"outcome": "open"},
            "repeal-rule": {"outcome": "open"},
        },
        "bill": [
            {"date": first + timedelta(days=40 * n), "stage": stage, "body": body_}
            for n, (stage, body_) in enumerate(zip(STAGES, sorted(BODIES)[:4], strict=True))
        ],
    }
    ids: Ids = {"demands": DEMANDS, "stages": STAGES, "actions": "12", "questions": "123"}
    texts = _texts(random, shape_of(random, [place.key for place in places]), ids)
    return Item(place, facts, texts, _original(random))


def page_of(seed: int, slug: str) -> Item:
    """A page about the site."""
    random = chance(seed, "page", slug)
    texts = _texts(random, shape_of(random, []), {})
    named = {
        code: Text({**text.front, "title": name}, text.body)
        for (code, text), name in zip(texts.items(), PAGES[slug], strict=True)
    }
    return Item(Place("page", "", slug, date.min), {}, named, "kk")


def _common(random: Random, place: Place, keys: Sequence[str]) -> dict[str, Any]:
    return {
        "published": place.published,
        "topics": sorted(random.sample(sorted(TOPICS), random.randint(1, 3))),
        "related": sorted(random.sample(keys, min(2, len(keys)))),
    }


def _petition(random: Random, place: Place) -> tuple[dict[str, Any], Ids, list[Any]]:
    opens, closes = place.published, place.published + timedelta(days=random.randint(60, 90))
    platforms = random.sample(sorted(PLATFORMS), 2)
    rows = _signatures(random, opens, platforms)
    facts: dict[str, Any] = {
        "addressees": random.sample(sorted(BODIES), 2),
        "started_by": random.sample(sorted(ORGANISATIONS), 1),
        "demands": ["hold-hearings", "publish-data"],
        "goal": 50_000,
        "thresholds": [{"count": 1_000, "id": "heard"}, {"count": 20_000, "id": "debated"}],
        "opens": opens,
        "routes": [
            {"kind": "platform", "platform": name, "url": f"{site_of(name)}/{place.slug}"}
            for name in platforms
        ],
    }
    ids: dict[str, Any] = {"thresholds": ("heard", "debated"), "actions": "12", "questions": "12"}
    if opens < OPEN_FROM:
        facts["closes"] = closes
        if random.random() < 1 / 2:
            kind = random.choice(("accepted", "partly", "refused"))
            facts["delivery"] = {"done": closes + timedelta(days=7)}
            facts["answer"] = {"date": closes + timedelta(days=50), "kind": kind}
            ids["answer"] = "1"
    return facts, ids, rows


def _signatures(random: Random, opens: date, platforms: Sequence[str]) -> list[Any]:
    """A total of each platform every five days."""
    rows: list[Any] = [("date", "platform", "count", "kind", "source")]
    for platform in platforms:
        count = 0
        for number in range(12):
            count += random.randint(20, 2_000)
            day = opens + timedelta(days=5 * number)
            rows.append((day, platform, count, "online", f"{site_of(platform)}/counts"))
    return rows


def _statement(random: Random, place: Place) -> tuple[dict[str, Any], Ids, list[Any]]:
    addressee, copy, _ = bodies = random.sample(sorted(BODIES), 3)
    facts = {
        "voice": random.choice(("own", "reported")),
        "source": _source(random, place),
        "addressees": [addressee],
        "copies": [copy],
        "signed_by": random.sample(sorted(ORGANISATIONS), 2),
        "recommendations": {body_: [f"for-{body_}"] for body_ in bodies[:2]},
        "full_text": f"{SITE}/letters/{place.slug}",
    }
    rows: list[Any] = [("kind", *(f"name_{c}" for c in LANGUAGES), "detail", "country", "url")]
    for _ in range(10):
        first, last = random.randrange(6), random.randrange(6)
        names = (f"{PEOPLE[c][0][first]} {PEOPLE[c][1][last]}" for c in LANGUAGES)
        row = ("person", *names, "", "KZ", "")
        if row not in rows:
            rows.append(row)
    return facts, {"recommendations": [f"for-{body_}" for body_ in bodies[:2]]}, rows


def _news(random: Random, place: Place) -> tuple[dict[str, Any], Ids, list[Any]]:
    facts: dict[str, Any] = {"source": _source(random, place)}
    ids: dict[str, Any] = {"dateline": [random.choice(PLACES)]}
    if random.random() < 1 / 20:
        facts["corrected"] = [place.published + timedelta(days=3)]
        ids["corrections"] = facts["corrected"]
    return facts, ids, []


def _source(random: Random, place: Place) -> dict[str, Any]:
    name = random.choice(("Daily Herald", "Kaz News", "Open Press", "Steppe Times"))
    return {"name": name, "url": f"{SITE}/{place.slug}", "language": random.choice(LANGUAGES)}


def site_of(platform: str) -> str:
    """Where a platform stands."""
    return f"https://{platform}.example.net"


def _original(random: Random) -> str:
    return random.choices(LANGUAGES, (5, 3, 2))[0]


def _texts(random: Random, shape: Shape, ids: Ids) -> dict[str, Text]:
    """The words in each language, with an entry for each of `ids`."""
    start = random.random()
    return {code: _text(Writer(chance(start, code), code), shape, ids) for code in LANGUAGES}


def _text(writer: Writer, shape: Shape, ids: Ids) -> Text:
    front: dict[str, Any] = {"title": writer.phrase(4, 8), "summary": writer.plain(180)}
    for key, names in ids.items():
        front[key] = _entries(writer, shape, key, names)
    return Text(front, body(writer, shape))


def _entries(writer: Writer, shape: Shape, key: str, names: Sequence[Any]) -> Any:
    match key:
        case "dateline":
            return names[0][LANGUAGES.index(writer.language)]
        case "answer":
            return writer.plain(120)
        case "actions":
            return [writer.sentence(site) for site in shape.sites[: len(names)]]
        case "questions":
            return [{"ask": f"{writer.phrase(4, 8)}?", "answer": writer.plain(200)} for _ in names]
    return {name: writer.phrase(4, 10) for name in names}
