"""What may happen to a site between two builds: edits of content, theme and settings."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PIL import Image

from tests.conftest import DAY, content_of, theme_in, write_files
from tests.texts import facts, replace_in, words

KINDS = ("petitions", "statements", "news")
VOICE = {"statements": {"voice": "own"}}
A_DAY = 24 * 60 * 60
MOSTLY = 0.8


@dataclass(slots=True)
class Place:
    """A site with its output and its cache, in a folder of a test."""

    folder: Path
    settings: dict[str, object] = field(default_factory=dict)
    day: int = DAY
    """Seconds since 1970."""

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def items(self) -> list[Path]:
        """Folders of items that are there."""
        return sorted(path.parent for path in self.content.glob("campaigns/*/*/*/facts.yaml"))

    def an_item(self, random: Random) -> Path | None:
        """Mostly one that no other names, which may go without harm."""
        linked = ("event", "first", "letter")
        loose = [item for item in self.items() if item.name not in linked]
        items = loose if loose and random.random() < MOSTLY else self.items()
        return random.choice(items) if items else None

    def texts(self) -> list[Path]:
        """All words files."""
        return sorted(self.content.rglob("*.md"))

    def facts(self) -> list[Path]:
        return sorted(self.content.rglob("facts.yaml"))

    def cache(self) -> list[Path]:
        return sorted((self.folder / "cache").glob("*"))

    def pages(self) -> list[Path]:
        """Pages that are there after the last build."""
        return sorted((self.folder / "output").rglob("*.html"))


Edit = Callable[[Place, Random], object]


def furnish(folder: Path) -> Place:
    """The site of three languages with more in it, and a theme of its own."""
    content, theme = content_of("three-languages", folder), theme_in(folder)
    first = "campaigns/open-net/petitions/first"
    files = {
        "campaigns/rivers/facts.yaml": facts(demands={"clean": {}}),
        "campaigns/rivers/kk.md": words("Өзен", "Мәтін.", demands={"clean": "Таза су"}),
        "campaigns/rivers/petitions/water/facts.yaml": facts(
            demands=["clean"], superseded_by="open-net/first", related=["open-net/letter"]
        ),
        "campaigns/rivers/petitions/water/kk.md": words(
            "Су", "[Петиция](../../../open-net/petitions/first/#demands) туралы."
        ),
        "campaigns/rivers/news/found/facts.yaml": facts("2021-03-01", topics=["internet"]),
        "campaigns/rivers/news/found/en.md": words("Found", "Seen from [there](../../)."),
        f"{first}/signatures.csv": "date,platform,count,kind,source\n"
        "2021-11-01,avaaz,6000,online,\n2021-12-01,paper,100,paper,\n",
    }
    write_files(content, files)
    place = Place(folder, {"THEME": str(theme)})
    give_a_picture(place, Random(0))
    return place


def say_more(place: Place, random: Random) -> None:
    """One more sentence in a text."""
    with random.choice(place.texts()).open("a", encoding="utf-8") as file:
        file.write(f"\n№ {random.randrange(999)}.\n")


def retitle(place: Place, random: Random) -> None:
    _change(random.choice(place.texts()), r"^title: .*$", f"title: № {random.randrange(999)}")


def resummarise(place: Place, random: Random) -> None:
    _change(random.choice(place.texts()), r"^summary: .*$", f"summary: № {random.randrange(99)}.")


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


LANGUAGES = ("kk", "ru", "en")


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


def withdraw(place: Place, random: Random) -> None:
    _toggle(random.choice(place.facts()), "withdrawn: 2022-04-01")


def draft(place: Place, random: Random) -> None:
    _toggle(random.choice(place.facts()), "draft: true")


def postpone(place: Place, random: Random) -> None:
    day = random.choice(("2021-01-01", "2022-04-14", "2022-04", "2022-04-20"))
    _change(random.choice(place.facts()), r"^published: .*$", f"published: {day}")


def update(place: Place, random: Random) -> None:
    _toggle(random.choice(place.facts()), "updated: 2022-04-02")


def alias(place: Place, random: Random) -> None:
    _toggle(random.choice(place.facts()), "aliases: [kk/old.html]")


def decide(place: Place, random: Random) -> None:
    path = place.content / "campaigns/open-net/facts.yaml"
    outcome = random.choice(("open", "met", "refused", "partly"))
    _change(path, r"no-law: \{outcome: \w+", f"no-law: {{outcome: {outcome}")


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
            _toggle(path, f"registered: 2022-04-12\nreview_days: {days}")


def answer(place: Place, random: Random) -> None:
    day = random.choice(("2022-04-14", "2022-04-15"))
    _toggle(random.choice(place.facts()), f"answer: {{date: {day}, kind: partly}}")


def write_by_mail(place: Place, random: Random) -> None:
    """A letter to addressees who take it in one language or another."""
    _toggle_route(place, "  - {kind: email, address: net@example.org}\n")
    path = place.content / "registry/bodies.yaml"
    _change(path, r"^  languages: .*\n", "")
    _change(path, r"^  ru: .*$", rf"\g<0>\n  languages: [{random.choice(LANGUAGES)}]")


def sign_by_form(place: Place, _: Random) -> None:
    _toggle_route(place, "  - {kind: form, platform: avaaz, url: https://a.example/}\n")


def _toggle_route(place: Place, line: str) -> None:
    path = place.content / "campaigns/open-net/petitions/first/facts.yaml"
    text = path.read_text("utf-8") if path.exists() else ""
    if line in text:
        replace_in(path, line, "")
    elif "routes:\n" in text:
        replace_in(path, "routes:\n", f"routes:\n{line}")


def rename_body(place: Place, random: Random) -> None:
    path = place.content / "registry/bodies.yaml"
    _change(path, r"^  kk: .*$", f"  kk: № {random.randrange(99)}")


def rename_organisation(place: Place, random: Random) -> None:
    """Another name, another kind and another country."""
    path = place.content / "registry/organisations.yaml"
    _change(path, r"kk: [^,]*,", f"kk: №{random.randrange(99)},")
    country, kind = random.choice(("KZ", "KG")), random.choice(("ngo", "media", "circus"))
    _change(path, r"country: .*, url", f"country: {country}, kind: {kind}, url")


def sign(place: Place, random: Random) -> None:
    """One more name below a statement."""
    path = place.content / "campaigns/open-net/statements/letter/signatories.csv"
    if path.exists():
        country = random.choice(("KZ", "KG", ""))
        with path.open("a", encoding="utf-8") as file:
            file.write(f"organisation,№{random.randrange(99)},,,,{country},\n")


def rename_topic(place: Place, random: Random) -> None:
    _change(place.content / "registry/topics.yaml", r"kk: [^,]*,", f"kk: №{random.randrange(99)},")


def rename_platform(place: Place, random: Random) -> None:
    path = place.content / "registry/platforms.yaml"
    _change(path, r"^  ru: .*$", f"  ru: № {random.randrange(99)}")


def add_body(place: Place, random: Random) -> None:
    name = f"body{random.randrange(9999)}"
    with (place.content / "registry/bodies.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{name}: {{kk: №, ru: №, en: №, to: {{kk: №, ru: №, en: №}}}}\n")


def give_a_picture(place: Place, random: Random) -> None:
    """A picture, or another in its place."""
    folder = place.content / "campaigns/open-net/news/event"
    if not folder.exists():
        return
    colour = (random.randrange(255), 0, 0)
    Image.new("RGB", (40, 30), colour).save(folder / "one.png")
    text = (folder / "facts.yaml").read_text("utf-8")
    if "pictures" not in text:
        (folder / "facts.yaml").write_text(f"{text}pictures: {{one.png: {{credit: №}}}}\n", "utf-8")
    for path in folder.glob("*.md"):
        text = path.read_text("utf-8")
        if "\nalt:" not in text:
            path.write_text(text.replace("---\n", "---\nalt: {one.png: №}\n", 1), "utf-8")


PLACED = "![№](one.png)"


def place_a_picture(place: Place, random: Random) -> None:
    """A picture comes into a text, to another place in it, or out of it."""
    for path in place.content.glob("campaigns/open-net/news/event/*.md"):
        front, body = path.read_text("utf-8").split("\n---\n", 1)
        lines = [line for line in body.replace(f" {PLACED}", "").split("\n") if line != PLACED]
        at = random.randrange(len(lines) + 1)
        if random.random() < MOSTLY:
            lines[at:at] = ["", PLACED, ""]
        elif lines[at : at + 1] and random.random() < MOSTLY:
            lines[at] += f" {PLACED}"
        path.write_text(f"{front}\n---\n" + "\n".join(lines), "utf-8")


def tell_of_a_picture(place: Place, random: Random) -> None:
    """Other words for a picture in one language, which then may have a caption."""
    folder = place.content / "campaigns/open-net/news/event"
    path = folder / f"{random.choice(LANGUAGES)}.md"
    if path.exists():
        _change(path, r"^alt: .*$", f"alt: {{one.png: № {random.randrange(99)}}}")
        _change(path, r"^caption: .*\n", "")
        if random.random() < MOSTLY:
            caption = f"caption: {{one.png: № {random.randrange(99)}}}"
            _change(path, r"^alt: .*$", rf"\g<0>\n{caption}")


def change_a_template(place: Place, random: Random) -> None:
    names = "petition list base components/teaser components/item_head 404 feed_item feed_event"
    path = place.folder / f"theme/templates/{random.choice(names.split())}.html"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"<(p|li|article)\b", r'<\1 data-x="1"', text, count=1), "utf-8")


def change_the_style(place: Place, random: Random) -> None:
    with (place.folder / "theme/css/90-print.css").open("a", encoding="utf-8") as file:
        file.write(f"\n.x {{ order: {random.randrange(99)}; }}\n")


def change_what_is_printed(place: Place, random: Random) -> None:
    """More or less of a document, and with it the size that its page tells."""
    path = place.folder / f"theme/documents/{random.choice(('letter', 'poster'))}.typ"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"#lorem({random.randrange(2000)})\n")


def change_a_word(place: Place, random: Random) -> None:
    path = place.folder / f"theme/translations/{random.choice(LANGUAGES)}.po"
    _change(path, r'(msgid "nav.all"\nmsgstr ").*"', rf'\g<1>№ {random.randrange(99)}"')


def move_the_site(place: Place, random: Random) -> None:
    place.settings["SITEURL"] = random.choice(("", "https://a.example", "https://b.example/x"))


def offer_other_feeds(place: Place, random: Random) -> None:
    """None, or of other ids."""
    ids = (None, "3d9c1c1e-8a7e-4d0f-9a57-0a3a3c1d7b11", "0c6c6c8e-5b52-4a39-8c2c-5d7f0c1e9b22")
    place.settings["FEED_ID"] = random.choice(ids)


def relate(place: Place, random: Random) -> None:
    """One item names another, or does so no more."""
    others = [f"{item.parent.parent.name}/{item.name}" for item in place.items()]
    path = random.choice(place.facts())
    _change(path, r"^related: .*\n", "")
    if others and random.random() < MOSTLY:
        _toggle(path, f"related: [{random.choice(others)}]")


def show_drafts(place: Place, random: Random) -> None:
    place.settings["WITH_DRAFTS"] = random.choice((True, False))


def let_days_pass(place: Place, random: Random) -> None:
    place.day += random.choice((-1, 1, 10, 400)) * A_DAY


def change_when_a_count_is_old(place: Place, random: Random) -> None:
    place.settings["COUNT_IS_STALE_AFTER"] = random.choice((None, 30, 60, 120, 400))


def offer_less(place: Place, random: Random) -> None:
    place.settings[random.choice(("PAPER", "OPEN_DATA", "CARDS"))] = random.choice((True, False))


def take_sheets(place: Place, random: Random) -> None:
    """Somebody takes signature sheets, elsewhere than before, or does so no more."""
    for path in place.facts():
        if "petitions" in path.parts and random.random() < MOSTLY:
            sheets_to = random.choice(("", ", address: Almaty", ", address: Astana"))
            _change(path, r"kind: paper(, address: \w+)?", f"kind: paper{sheets_to}")


def _change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), "utf-8")


def _toggle(path: Path, line: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"{line}\n", "") if line in text else f"{text}{line}\n", "utf-8")


EDITS: tuple[Edit, ...] = (
    *(say_more, retitle, resummarise, head, behead, add_item, delete_item, rename_item),
    *(translate, untranslate, withdraw, draft, postpone, update, alias, decide, count),
    *(write_by_mail, sign_by_form),
    *(rename_body, rename_topic, rename_platform, add_body, give_a_picture),
    *(place_a_picture, tell_of_a_picture),
    *(rename_organisation, sign),
    *(change_a_template, change_the_style, change_what_is_printed, change_a_word),
    *(register, answer, move_the_site, show_drafts, let_days_pass, change_when_a_count_is_old),
    *(offer_less, take_sheets, offer_other_feeds, relate),
)
