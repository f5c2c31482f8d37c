"""Edits of pictures, and of where they stand."""

from __future__ import annotations

from random import Random

from PIL import Image

from tests.edits.place import LANGUAGES, MOSTLY, Edit, Place, change

PLACED = "![№](one.png)"


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
        change(path, r"^alt: .*$", f"alt: {{one.png: № {random.randrange(99)}}}")
        change(path, r"^caption: .*\n", "")
        if random.random() < MOSTLY:
            caption = f"caption: {{one.png: № {random.randrange(99)}}}"
            change(path, r"^alt: .*$", rf"\g<0>\n{caption}")


OF_PICTURES: tuple[Edit, ...] = (
    give_a_picture,
    place_a_picture,
    tell_of_a_picture,
)
