"""What may happen to the output and the cache of a site between two builds."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from random import Random

from tests.edits.place import Edit, Place


def spoil_a_page(place: Place, random: Random) -> None:
    """Somebody writes into the output."""
    if pages := place.pages():
        with random.choice(pages).open("a") as file:
            file.write("spoilt")


def lose_a_page(place: Place, random: Random) -> None:
    if pages := [page for page in place.pages() if page.name != "index.html"]:
        random.choice(pages).unlink()


def add_a_stray_file(place: Place, random: Random) -> None:
    if place.pages():
        (place.folder / f"output/stray{random.randrange(99)}.html").write_text("stray")


def lose_the_output(place: Place, _: Random) -> None:
    shutil.rmtree(place.folder / "output", ignore_errors=True)


def lose_the_cache(place: Place, _: Random) -> None:
    shutil.rmtree(place.folder / "cache", ignore_errors=True)


def cut_the_cache_short(place: Place, random: Random) -> None:
    for path in place.cache():
        data = path.read_bytes()
        path.write_bytes(data[: random.randrange(len(data) + 1)])


def spoil_the_cache(place: Place, random: Random) -> None:
    """Bits fall over anywhere in the file."""
    for path in place.cache():
        data = bytearray(path.read_bytes())
        for _ in range(random.choice((1, 10, 1000)) if data else 0):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        path.write_bytes(data)


def lose_rows_of_the_cache(place: Place, random: Random) -> None:
    """A part of what is kept is gone, or is something else."""
    for path in place.cache():
        with closing(sqlite3.connect(path)) as kept:
            kept.execute("DELETE FROM kept WHERE abs(random() % 3) = 0")
            kept.execute(
                "UPDATE kept SET data = ? WHERE abs(random() % 3) = 0", [random.randbytes(9)]
            )
            kept.commit()


ACCIDENTS: tuple[Edit, ...] = (
    *(spoil_a_page, lose_a_page, add_a_stray_file, lose_the_output),
    *(lose_the_cache, cut_the_cache_short, spoil_the_cache, lose_rows_of_the_cache),
)
