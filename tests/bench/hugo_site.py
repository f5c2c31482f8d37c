"""A made-up site for Hugo, with the words, registers and style sheet of ours."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from plugins.minber.pages.sheet import style_sheet
from plugins.minber.pictures.formats import WIDTHS
from tests.bench.corpus import Corpus
from tests.bench.items import Item, Place
from tests.bench.lexicon import LANGUAGES
from tests.bench.ours import FOLDERS, INSIDE, ROOT, dumped, registry_files, table_text, write
from tests.bench.pictured import place_photographs

LAYOUTS = Path(__file__).parent / "hugo"
PLURALS = {2: ("one", "other"), 3: ("one", "few", "other")}
"""The CLDR names of a catalogue's plural forms, by their number."""
QUALITY = 75
"""Of WebP: Hugo's own, unless a site says otherwise."""


def write_site(corpus: Corpus, root: Path) -> None:
    """All that Hugo builds the corpus from."""
    shutil.copytree(LAYOUTS, root, dirs_exist_ok=True)
    write(root / "assets/site.css", style_sheet(ROOT / "theme/css"))
    for code in LANGUAGES:
        write(root / "i18n" / f"{code}.yaml", dumped(words_of(read_catalogue(code))))
        write(root / "content" / f"all.{code}.md", dumped_front({"title": "all", "type": "all"}))
    for name, text in registry_files():
        write(root / "data" / name, text)
    write(root / "data/pictures.yaml", dumped({"widths": WIDTHS, "quality": QUALITY}))
    newest = newest_years(corpus)
    for item in corpus.items():
        for path, text in item_files(item, newest):
            write(root / path, text)
        place_photographs(item, root / "content" / _stem(item.place))


def read_catalogue(code: str) -> Catalog:
    """The interface words of a language."""
    with (ROOT / "theme/translations" / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def words_of(catalogue: Catalog) -> dict[str, Any]:
    """The interface words as Hugo's i18n tables have them."""
    words: dict[str, Any] = {}
    for message in catalogue:
        if message.pluralizable:
            forms = [_template(form) for form in message.string or ()]
            words[message.id[0]] = dict(zip(PLURALS[len(forms)], forms, strict=True))
        elif message.id:
            words[str(message.id)] = _template(str(message.string))
    return words


def _template(text: str) -> str:
    return re.sub(r"%\((\w+)\)s", r"{{ .\1 }}", text).replace("%%", "%")


def newest_years(corpus: Corpus) -> dict[str, int]:
    """The year that the first list of each kind shows."""
    years: dict[str, int] = {}
    for place in corpus.places:
        years[place.kind] = max(years.get(place.kind, 0), place.published.year)
    return years


def item_files(item: Item, newest: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The files of an item by path; `newest` has the newest year of each kind."""
    place = item.place
    if item.table:
        yield f"assets/tables/{_stem(place)}.csv", table_text(item)
    for code in LANGUAGES:
        words = dict(item.texts[code].front)
        head = {"title": words.pop("title"), "summary": words.pop("summary")}
        facts = {key: value for key, value in item.facts.items() if key != "published"}
        front = {**head, **_frame(item, newest), **facts, "words": _named(words)}
        body = INSIDE.sub(r"](/\1)", item.texts[code].body)
        if item.photographs:
            # What a camera wrote into the file is nobody's business.
            front["build"] = {"publishResources": False}
        path = words_path(place, code, bundle=bool(item.photographs))
        yield path, f"{dumped_front(front)}\n{body}"


def words_path(place: Place, code: str, *, bundle: bool = False) -> str:
    """The file of an item in a language from the root of the site, in a folder with `bundle`."""
    name = "/_index" if place.kind == "campaign" else "/index" if bundle else ""
    return f"content/{_stem(place)}{name}.{code}.md"


def _stem(place: Place) -> str:
    return place.slug if place.kind in ("campaign", "page") else place.key


def _frame(item: Item, newest: Mapping[str, int]) -> dict[str, Any]:
    """What Hugo itself must know of an item."""
    place = item.place
    if place.kind == "page":
        return {"type": "page", "original": item.original}
    frame = {"date": place.published, "type": place.kind, "original": item.original}
    if place.kind in FOLDERS:
        year = place.published.year
        name = FOLDERS[place.kind]
        frame["lists"] = [name if year == newest[place.kind] else f"{name}-{year}"]
    return frame


def _named(words: Mapping[str, Any]) -> dict[str, Any]:
    """The words with text for every key: days too."""
    return {
        key: {str(name): text for name, text in value.items()} if isinstance(value, dict) else value
        for key, value in words.items()
    }


def dumped_front(front: Mapping[str, Any]) -> str:
    """Front matter between its lines."""
    return f"---\n{dumped(front)}---\n"
