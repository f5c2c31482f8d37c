"""A made-up site for stock Pelican: articles and pages with its own metadata, and its links."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.minber.pages.sheet import style_sheet
from tests.bench.corpus import Corpus
from tests.bench.items import Item, Place
from tests.bench.lexicon import LANGUAGES, TOPICS
from tests.bench.ours import INSIDE, ROOT, write

SETTINGS = Path(__file__).parent / "pelican"


def write_site(corpus: Corpus, root: Path) -> None:
    """All that stock Pelican builds the corpus from."""
    shutil.copytree(SETTINGS, root, dirs_exist_ok=True)
    write(root / "site.css", style_sheet(ROOT / "theme/css"))
    for item in corpus.items():
        for path, text in item_files(item):
            write(root / path, text)


def item_files(item: Item) -> Iterator[tuple[str, str]]:
    """The files of an item by path; a campaign is a page, as a category has no text."""
    for number, code in enumerate(LANGUAGES):
        text = item.texts[code]
        head = {
            "Title": text.front["title"],
            "Slug": item.place.slug,
            "Lang": code,
            "Summary": text.front["summary"],
            "Kind": item.place.kind,
        }
        if item.place.kind not in ("campaign", "page"):
            topics = (TOPICS[topic][number] for topic in item.facts["topics"])
            head |= {"Date": item.place.published.isoformat(), "Tags": ", ".join(topics)}
            head |= {"Category": item.place.campaign}
        lines = "\n".join(f"{key}: {value}" for key, value in head.items())
        body = INSIDE.sub(rf"]({{filename}}/campaigns/\1.{code}.md)", text.body)
        yield words_path(item.place, code), f"{lines}\n\n{body}"


def words_path(place: Place, code: str) -> str:
    """The file of an item in a language from the root of the site."""
    is_page = place.kind in ("campaign", "page")
    stem = f"pages/{place.slug}" if is_page else f"campaigns/{place.key}"
    return f"content/{stem}.{code}.md"
