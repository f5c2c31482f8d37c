"""Edits of facts: of items, of their tables and of the registry."""

from __future__ import annotations

from random import Random

from tests.edits.place import LANGUAGES, MOSTLY, Edit, Place, change, toggle
from tests.texts import replace_in


def withdraw(place: Place, random: Random) -> None:
    toggle(random.choice(place.facts()), "withdrawn: 2022-04-01")


def draft(place: Place, random: Random) -> None:
    toggle(random.choice(place.facts()), "draft: true")


def postpone(place: Place, random: Random) -> None:
    day = random.choice(("2021-01-01", "2022-04-14", "2022-04", "2022-04-20"))
    change(random.choice(place.facts()), r"^published: .*$", f"published: {day}")


def update(place: Place, random: Random) -> None:
    toggle(random.choice(place.facts()), "updated: 2022-04-02")


def alias(place: Place, random: Random) -> None:
    toggle(random.choice(place.facts()), "aliases: [kk/old.html]")


def decide(place: Place, random: Random) -> None:
    path = place.content / "campaigns/open-net/facts.yaml"
    outcome = random.choice(("open", "met", "refused", "partly"))
    change(path, r"no-law: \{outcome: \w+", f"no-law: {{outcome: {outcome}")


def count(place: Place, _: Random) -> None:
    path = place.content / "campaigns/open-net/petitions/first/signatures.csv"
    if path.exists():
        text = path.read_text("utf-8")
        number, month = 6000 + 1000 * text.count("\n"), 1 + text.count("\n") % 3
        path.write_text(f"{text}2022-0{month}-01,avaaz,{number},online,\n", "utf-8")


def register(place: Place, random: Random) -> None:
    """An answer becomes due on the day of the first build, or some working days later."""
    for path in place.facts():
        if "petitions" in path.parts and random.random() < MOSTLY:
            days = random.choice((3, 4, 5))
            toggle(path, f"registered: 2022-04-12\nreview_days: {days}")


def answer(place: Place, random: Random) -> None:
    day = random.choice(("2022-04-14", "2022-04-15"))
    toggle(random.choice(place.facts()), f"answer: {{date: {day}, kind: partly}}")


def write_by_mail(place: Place, random: Random) -> None:
    """A letter to addressees who take it in one language or another."""
    _toggle_route(place, "  - {kind: email, address: net@example.org}\n")
    path = place.content / "registry/bodies.yaml"
    change(path, r"^  languages: .*\n", "")
    change(path, r"^  ru: .*$", rf"\g<0>\n  languages: [{random.choice(LANGUAGES)}]")


def sign_by_form(place: Place, _: Random) -> None:
    _toggle_route(place, "  - {kind: form, platform: avaaz, url: https://a.example/}\n")


def _toggle_route(place: Place, line: str) -> None:
    path = place.content / "campaigns/open-net/petitions/first/facts.yaml"
    text = path.read_text("utf-8") if path.exists() else ""
    if line in text:
        replace_in(path, line, "")
    elif "routes:\n" in text:
        replace_in(path, "routes:\n", f"routes:\n{line}")


def relate(place: Place, random: Random) -> None:
    """One item names another, or does so no more."""
    others = [f"{item.parent.parent.name}/{item.name}" for item in place.items()]
    path = random.choice(place.facts())
    change(path, r"^related: .*\n", "")
    if others and random.random() < MOSTLY:
        toggle(path, f"related: [{random.choice(others)}]")


def sign(place: Place, random: Random) -> None:
    """One more name below a statement."""
    path = place.content / "campaigns/open-net/statements/letter/signatories.csv"
    if path.exists():
        country = random.choice(("KZ", "KG", ""))
        with path.open("a", encoding="utf-8") as file:
            file.write(f"organisation,№{random.randrange(99)},,,,{country},\n")


def take_sheets(place: Place, random: Random) -> None:
    """Somebody takes signature sheets, elsewhere than before, or does so no more."""
    for path in place.facts():
        if "petitions" in path.parts and random.random() < MOSTLY:
            sheets_to = random.choice(("", ", address: Almaty", ", address: Astana"))
            change(path, r"kind: paper(, address: \w+)?", f"kind: paper{sheets_to}")


def rename_body(place: Place, random: Random) -> None:
    path = place.content / "registry/bodies.yaml"
    change(path, r"^  kk: .*$", f"  kk: № {random.randrange(99)}")


def rename_organisation(place: Place, random: Random) -> None:
    """Another name, another kind and another country."""
    path = place.content / "registry/organisations.yaml"
    change(path, r"kk: [^,]*,", f"kk: №{random.randrange(99)},")
    country, kind = random.choice(("KZ", "KG")), random.choice(("ngo", "media", "circus"))
    change(path, r"country: .*, url", f"country: {country}, kind: {kind}, url")


def rename_topic(place: Place, random: Random) -> None:
    change(place.content / "registry/topics.yaml", r"kk: [^,]*,", f"kk: №{random.randrange(99)},")


def rename_platform(place: Place, random: Random) -> None:
    path = place.content / "registry/platforms.yaml"
    change(path, r"^  ru: .*$", f"  ru: № {random.randrange(99)}")


def add_body(place: Place, random: Random) -> None:
    name = f"body{random.randrange(9999)}"
    with (place.content / "registry/bodies.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{name}: {{kk: №, ru: №, en: №, to: {{kk: №, ru: №, en: №}}}}\n")


OF_FACTS: tuple[Edit, ...] = (
    withdraw,
    draft,
    postpone,
    update,
    alias,
    decide,
    count,
    register,
    answer,
    write_by_mail,
    sign_by_form,
    relate,
    sign,
    take_sheets,
    rename_body,
    rename_organisation,
    rename_topic,
    rename_platform,
    add_body,
)
