"""One page of every kind: those of the real content, and those in states that it lacks."""

from __future__ import annotations

import re

import pytest

from tests.conftest import DAY, build_site, content_of, write_files
from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, STATEMENT, digest_of, edit
from tests.pictures.snapshots import photograph, saved
from tests.texts import facts, words

CODES = ("kk", "ru", "en")
REAL = (
    "index",
    "open-internet/index",
    "open-internet/2021-amendments",
    "open-internet/2022-elections-internet",
    "open-internet/almaty-rally",
    "about",
    "petitions",
    "petitions-2021",
    "topics/legislation",
    "all",
    "search",
    "offline",
    "open-internet/embed",
)
"""Of each language, without `.html`: home, campaign, petition, statement, news, a page, a list, a
year of it, a topic, all texts, search, reading offline, what other sites can take."""
WITH_SCRIPTS = ("search",)
"""Where alone a script may stand: it asks for what it searches in."""
OF_ALL_LANGUAGES = ("index.html", "404.html")
MOVED = "2021/old.html"
"""Which leads on; the old address within a language goes there at once, and nobody reads it."""
WITHOUT_FRAME = (*OF_ALL_LANGUAGES, "2021/old.html")
"""Without the parts that stand in one language."""
MADE = (
    "index",  # with an open petition
    "petitions",  # in every state
    "open-net/first",  # open, with a form, a chart, thresholds and pictures
    "open-net/closed",  # answered
    "open-net/late",  # without an answer in time
    "open-net/letter",  # a statement with signatories, its translations made by a machine
    "open-net/event",  # with an outdated edition
    "open-net/index",  # with all parts
    "open-net/only",  # with missing editions
    "open-net/gone",  # withdrawn
    "about",  # with all that a text may hold
)
"""Of the site that is made for these tests."""
FORM = """\
  - {kind: form, platform: avaaz, url: 'https://forms.avaaz.example/sign'}
"""
RICH = """
{word}[^1] {word}.

| {word} | {word} |
|:--|--:|
| {word} | 1 |
| {word} | 22 |

{word}
: {word} {word}

1. {word}
2. {word}

> {word} {word}.

    {word} {word} {word} {word} {word} {word} {word} {word}

## {word}

---

`{word}`, **{word}**, *{word}*, [{word}](https://example.org/elsewhere).

[^1]: {word}.
"""
WORDS = {"kk": "Қазақстандықтардың", "ru": "Достопримечательностей", "en": "Internationalisation"}
RICH_IN = {code: RICH.format(word=word) for code, word in WORDS.items()}


def paths_of(kinds, *codes):
    """The pages of kinds in languages, or in all of them."""
    return [f"{code}/{kind}.html" for kind in kinds for code in codes or CODES]


def build_made(folder):
    """A site with an item in every state, built in a folder."""
    content = content_of("in-full", folder)
    for change in (
        open_petition,
        more_petitions,
        machine_made,
        unlabelled,
        outdated,
        missing,
        withdrawn,
        rich,
    ):
        change(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(DAY))
        built = build_site(content, folder / "output", PAPER=True, SITEURL="https://example.org")
    assert built.problems == ()
    return built


def open_petition(content):
    """The petition has a form, and a picture above its text."""
    keys = ("\nrelated:", "\npictures: {lead.jpg: {credit: Әсем Қ, licence: CC0}}\nrelated:")
    edit(content, f"{PETITION}/facts.yaml", ("routes:\n", f"routes:\n{FORM}"), keys)
    (content / PETITION / "lead.jpg").write_bytes(saved(photograph((1400, 900)), "JPEG"))
    alts = {"kk": "Алаңдағы адамдар", "ru": "Люди на площади", "en": "People on a square"}
    for code, alt in alts.items():
        head = f"\nalt: {{lead.jpg: {alt}}}\ncaption: {{lead.jpg: {alt}}}\nthresholds:"
        edit(content, f"{PETITION}/{code}.md", ("\nthresholds:", head))
    translated(content, PETITION, "ru")


def more_petitions(content):
    """One was answered, one waits for its answer too long."""
    answer = {"date": "2022-02-01", "kind": "partly", "document": "https://example.org/answer"}
    ends: dict[str, dict] = {
        "closed": {"closes": "2021-12-01", "answer": answer},
        "late": {"registered": "2021-11-01", "review_days": 15, "delivery": {"done": "2021-10-30"}},
    }
    for name, keys in ends.items():
        common = {"addressees": ["president"], "demands": ["no-law"], "opens": "2021-10-01"}
        put(content, f"{CAMPAIGN}/petitions/{name}", facts("2021-10-01", **common, **keys))


def machine_made(content):
    edit(content, f"{STATEMENT}/ru.md", ("\nrecommendations", "\nmachine: true\nrecommendations"))
    edit(
        content,
        f"{STATEMENT}/facts.yaml",
        ("voice:", "aliases: [ru/old.html, 2021/old.html]\nvoice:"),
    )


def unlabelled(content):
    """Words of which nobody says the language."""
    edit(content, f"{STATEMENT}/signatories.csv", ("Aliya Serik,", "Aliya Serik,заңгер"))
    source = "{name: Әділ жаңалық, url: 'https://news.example/2'}"
    edit(
        content,
        f"{NEWS}/facts.yaml",
        ("{name: Fair News, url: https://news.example/2, language: en}", source),
    )


def outdated(content):
    edit(content, f"{NEWS}/kk.md", ("Не болды.", "Не болды? Жаңа мәтін."))


def missing(content):
    """News in Russian only."""
    folder = f"{CAMPAIGN}/news/only"
    text = words("Только по-русски", "Текст.", summary="О чём эта новость.")
    write_files(
        content, {f"{folder}/facts.yaml": facts(topics=["internet"]), f"{folder}/ru.md": text}
    )


def withdrawn(content):
    put(content, f"{CAMPAIGN}/news/gone", facts(withdrawn="2022-04-01"))


def rich(content):
    """A page with all that a text may hold."""
    for code in CODES:
        with (content / ABOUT / f"{code}.md").open("a", encoding="utf-8") as file:
            file.write(RICH_IN[code])
    translated(content, ABOUT, "kk")


def put(content, folder, its_facts):
    """An item with current words in every language."""
    titles = {"kk": "Тақырып", "ru": "Заголовок", "en": "Title"}
    name = folder.rpartition("/")[2]
    write_files(content, {f"{folder}/facts.yaml": its_facts})
    for code, title in titles.items():
        mark = {} if code == "ru" else {"translates": "ru@000000000000"}
        text = words(f"{title}: {name}", f"{title}.", summary=f"{title}.", **mark)
        write_files(content, {f"{folder}/{code}.md": text})
    translated(content, folder, "ru")


def translated(content, folder, original):
    """Mark the translations of an item as current."""
    mark = f"{original}@{digest_of(content, folder, original)}"
    for path in (content / folder).glob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?<=\ntranslates: ).*", mark, text), "utf-8")
