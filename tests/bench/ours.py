"""A made-up site as this repository keeps its content."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.documents import Document, parse_yaml
from plugins.minber.schema.words import Words, WordsFile, split_front_matter
from tests.bench.corpus import Corpus
from tests.bench.items import Item, Place, site_of
from tests.bench.lexicon import BODIES, LANGUAGES, ORGANISATIONS, PLATFORMS, TOPICS
from tests.bench.pictured import place_photographs

ROOT = Path(__file__).parents[2]
FOLDERS = {"petition": "petitions", "statement": "statements", "news": "news"}
TABLES = {"petition": "signatures.csv", "statement": "signatories.csv"}
INSIDE = re.compile(r"\]\(@([^)]+)\)")


class Dumper(yaml.CSafeDumper):
    """Every value is written out where it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_site(corpus: Corpus, root: Path) -> None:
    """A copy of what builds a site, with the corpus as its content."""
    for settings in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / settings, root)
    for folder in ("plugins", "theme"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    write_content(corpus, root / "content")


def write_content(corpus: Corpus, content: Path) -> None:
    """The corpus as a content folder."""
    for name, text in registry_files():
        write(content / "registry" / name, text)
    folders = {place.key: folder_of(place) for place in corpus.places}
    for item in corpus.items():
        for name, text in item_files(item, folders):
            write(content / folder_of(item.place) / name, text)
        place_photographs(item, content / folder_of(item.place))


def words_path(place: Place, code: str) -> str:
    """The words file of an item from the root of the site."""
    return f"content/{folder_of(place)}/{code}.md"


def folder_of(place: Place) -> str:
    """The folder of an item below `content`."""
    match place.kind:
        case "page":
            return f"pages/{place.slug}"
        case "campaign":
            return f"campaigns/{place.slug}"
    return f"campaigns/{place.campaign}/{FOLDERS[place.kind]}/{place.slug}"


def item_files(item: Item, folders: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of an item by name; `folders` has those of others by key."""
    if item.facts:
        yield "facts.yaml", dumped(item.facts)
    if item.table:
        yield TABLES[item.place.kind], table_text(item)
    up = "../" * (folder_of(item.place).count("/") + 1)

    def words(code: str, mark: str = "") -> str:
        text = item.texts[code]
        front = {**({"translates": mark} if mark else {}), **text.front}
        body = INSIDE.sub(lambda link: f"]({up}{folders[link[1]]}/)", text.body)
        return f"---\n{dumped(front)}---\n\n{body}"

    original = words(item.original)
    mark = f"{item.original}@{_digest(item.original, original)}"
    for code in LANGUAGES:
        yield f"{code}.md", original if code == item.original else words(code, mark)


def _digest(code: str, text: str) -> str:
    front, body, line = split_front_matter("", text)  # type: ignore[misc]
    document = parse_yaml("", str(front))
    assert isinstance(document, Document)
    words = Words(title=document.data["title"], summary=document.data["summary"])
    return words_digest(WordsFile(code, words, document, body, line))


def registry_files() -> Iterator[tuple[str, str]]:
    """The files of the registry by name."""
    yield "bodies.yaml", dumped({k: {**_named(v), "to": _named(v)} for k, v in BODIES.items()})
    yield "organisations.yaml", dumped({k: _named(v) for k, v in ORGANISATIONS.items()})
    yield "topics.yaml", dumped({k: _named(v) for k, v in TOPICS.items()})
    platforms = {
        key: {**_named(names), "url": f"{site_of(key)}/", "receives": _named(names)}
        for key, names in PLATFORMS.items()
    }
    yield "platforms.yaml", dumped(platforms)


def _named(names: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(LANGUAGES, names, strict=True))


def dumped(data: Mapping[str, Any]) -> str:
    """YAML with one line for each text."""
    options: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 10**6}
    return str(yaml.dump(_plain(data), Dumper=Dumper, **options))


def _plain(data: Any) -> Any:
    """The same in new lists and mappings: YAML would refer from one to the other."""
    if isinstance(data, Mapping):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, (list, tuple)) else data


def table_text(item: Item) -> str:
    """The rows of an item's table as CSV."""
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(item.table)
    return lines.getvalue()


def write(path: Path, text: str) -> None:
    """Write a text, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
