"""Edits of theme and settings, and days that pass."""

from __future__ import annotations

import re
from random import Random

from tests.edits.place import A_DAY, LANGUAGES, Edit, Place, change


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
    change(path, r'(msgid "nav.all"\nmsgstr ").*"', rf'\g<1>№ {random.randrange(99)}"')


def move_the_site(place: Place, random: Random) -> None:
    place.settings["SITEURL"] = random.choice(("", "https://a.example", "https://b.example/x"))


def offer_other_feeds(place: Place, random: Random) -> None:
    """None, or of other ids."""
    ids = (None, "3d9c1c1e-8a7e-4d0f-9a57-0a3a3c1d7b11", "0c6c6c8e-5b52-4a39-8c2c-5d7f0c1e9b22")
    place.settings["FEED_ID"] = random.choice(ids)


def show_drafts(place: Place, random: Random) -> None:
    place.settings["WITH_DRAFTS"] = random.choice((True, False))


def let_days_pass(place: Place, random: Random) -> None:
    place.day += random.choice((-1, 1, 10, 400)) * A_DAY


def change_when_a_count_is_old(place: Place, random: Random) -> None:
    place.settings["COUNT_IS_STALE_AFTER"] = random.choice((None, 30, 60, 120, 400))


def offer_less(place: Place, random: Random) -> None:
    place.settings[random.choice(("PAPER", "OPEN_DATA", "CARDS"))] = random.choice((True, False))


OF_SITES: tuple[Edit, ...] = (
    change_a_template,
    change_the_style,
    change_what_is_printed,
    change_a_word,
    move_the_site,
    offer_other_feeds,
    show_drafts,
    let_days_pass,
    change_when_a_count_is_old,
    offer_less,
)
