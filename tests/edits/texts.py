"""Edits of texts: items come and go, and are translated."""

from __future__ import annotations

import shutil
from random import Random

from tests.conftest import write_files
from tests.edits.place import LANGUAGES, Edit, Place, change
from tests.texts import facts, replace_in, words

KINDS = ("petitions", "statements", "news")
VOICE = {"statements": {"voice": "own"}}


def say_more(place: Place, random: Random) -> None:
    """One more sentence in a text."""
    with random.choice(place.texts()).open("a", encoding="utf-8") as file:
        file.write(f"\n№ {random.randrange(999)}.\n")


def retitle(place: Place, random: Random) -> None:
    change(random.choice(place.texts()), r"^title: .*$", f"title: № {random.randrange(999)}")


def resummarise(place: Place, random: Random) -> None:
    change(random.choice(place.texts()), r"^summary: .*$", f"summary: № {random.randrange(99)}.")


def head(place: Place, random: Random) -> None:
    """One more place that a link may lead to."""
    with random.choice(place.texts()).open("a", encoding="utf-8") as file:
        file.write(f"\n## № {random.randrange(99)} {{#part{random.randrange(9)}}}\n\n№.\n")


def behead(place: Place, random: Random) -> None:
    """A place that a link may lead to goes, and comes again."""
    path = place.content / "campaigns/open-net/petitions/first" / f"{random.choice(LANGUAGES)}.md"
    text = path.read_text("utf-8") if path.exists() else ""
    old, new = ("{#demands}", "{#asks}") if "{#demands}" in text else ("{#asks}", "{#demands}")
    if old in text:
        replace_in(path, old, new)


def add_item(place: Place, random: Random) -> None:
    campaign, kind = random.choice(("open-net", "rivers")), random.choice(KINDS)
    path = f"campaigns/{campaign}/{kind}/new{random.randrange(9)}"
    others = [f"{item.parent.parent.name}/{item.name}" for item in place.items()]
    keys = {**VOICE.get(kind, {}), "topics": random.choice([[], ["internet"]])}
    related = random.sample(others, min(1, len(others)))
    day = f"202{random.randrange(3)}-0{random.randrange(1, 4)}-01"
    language = random.choice(LANGUAGES)
    write_files(
        place.content,
        {
            f"{path}/facts.yaml": facts(day, **keys, related=related),
            f"{path}/{language}.md": words(f"№ {random.randrange(99)}", "[№](../../)"),
        },
    )


def delete_item(place: Place, random: Random) -> None:
    if item := place.an_item(random):
        shutil.rmtree(item)


def rename_item(place: Place, random: Random) -> None:
    if item := place.an_item(random):
        new = item.with_name(f"moved{random.randrange(9)}")
        if not new.exists():
            item.rename(new)


def translate(place: Place, random: Random) -> None:
    """A translation more, which the original has left behind already."""
    text = random.choice(place.texts())
    missing = [code for code in LANGUAGES if not text.with_name(f"{code}.md").exists()]
    for code in missing[:1]:
        mark = f"{text.stem}@0123456789ab"
        text.with_name(f"{code}.md").write_text(words(f"№ {code}", translates=mark), "utf-8")


def untranslate(place: Place, random: Random) -> None:
    translations = [path for path in place.texts() if "\ntranslates: " in path.read_text("utf-8")]
    if translations:
        random.choice(translations).unlink()


OF_TEXTS: tuple[Edit, ...] = (
    say_more,
    retitle,
    resummarise,
    head,
    behead,
    add_item,
    delete_item,
    rename_item,
    translate,
    untranslate,
)
