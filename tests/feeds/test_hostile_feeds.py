"""Whatever is written where, a feed of it is one that programs can read, and runs nothing."""

from __future__ import annotations

import html5lib
import pytest
from PIL import Image

from tests.conftest import write_files
from tests.document import words_of
from tests.feeds.subscribed import SCHEMA, atoms, made, parsed, tree
from tests.reading.hostile import ENGLISH, plain_files, unquoted
from tests.reading.snippets import SNIPPETS

FORBIDDEN = {"script", "iframe", "object", "embed", "base", "form", "input", "link", "style", "svg"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A petition and a statement with each snippet in every place for plain words."""
    folder = tmp_path_factory.mktemp("hostile")
    write_files(folder / "content", plain_files())
    for path in (folder / "content").glob("campaigns/c/*/p[0-9]*"):
        Image.new("RGB", (4, 2)).save(path / "lead.png")
    return made(folder / "content", folder / "output", LANGUAGES=[ENGLISH])


def test_every_feed_is_valid_and_read_without_complaint(hostile):
    texts = {path: hostile.text(path) for path in atoms(hostile)}
    assert len(texts) == len(SNIPPETS) + 2
    assert [path for path, text in texts.items() if not SCHEMA.validate(tree(text))] == []
    assert [path for path, text in texts.items() if parsed(text).bozo] == []


def test_titles_are_as_they_were_written(hostile):
    found = {
        number: parsed(hostile.text(f"en/c/p{number}.atom")).feed.title
        for number in range(len(SNIPPETS))
    }
    assert {number: unquoted(title) for number, title in found.items()} == {
        number: unquoted(text) for number, text in enumerate(SNIPPETS)
    }


def test_nothing_in_an_entry_runs(hostile):
    found = []
    for path in atoms(hostile):
        for entry in parsed(hostile.text(path)).entries:
            page = html5lib.parse(entry.content[0].value, namespaceHTMLElements=False)
            assert words_of(page)
            for element in page.iter():
                names = {name for name in element.attrib if name.startswith("on")}
                names |= {"style", "srcdoc"} & set(element.attrib)
                if names or element.tag in FORBIDDEN:
                    found.append((path, entry.title, element.tag))
    assert found == []
