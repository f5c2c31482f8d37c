from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.bench import hugo_site, ours, stock_site
from tests.bench.corpus import Corpus
from tests.bench.prose import LENGTH
from tests.content import opened

TINY = Corpus(30)
AFTER = "1790000000"
"""A day in 2026, when all of the corpus has happened."""


def files_of(folder):
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny") / "content"
    ours.write_content(TINY, folder)
    return folder


def test_same_seed_gives_the_same_bytes(content, tmp_path):
    ours.write_content(Corpus(30), tmp_path)
    assert files_of(tmp_path) == files_of(content)


def test_other_seed_gives_other_texts():
    assert [p.key for p in Corpus(30, seed=2).places] != [p.key for p in TINY.places]


def test_a_third_as_many_items_as_texts_and_a_campaign_for_fifty():
    kinds = [item.place.kind for item in Corpus(180).items()]
    assert [
        kinds.count(kind) for kind in ("campaign", "petition", "statement", "news", "page")
    ] == [
        2,
        12,
        12,
        36,
        3,
    ]


def test_texts_are_about_as_long_as_said():
    lengths = [len(text.body) for item in TINY.items() for text in item.texts.values()]
    assert min(lengths) > 0.95 * LENGTH
    assert max(lengths) < 1.05 * LENGTH


def test_one_item_is_the_same_as_among_all():
    items = [item for item in TINY.items() if item.place.kind in ours.FOLDERS]
    assert [TINY.item(number) for number in range(len(items))] == items


def test_content_has_no_problem_and_current_translations(content, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER)
    found = opened(content)
    states = {e.state for item in found.library.by_key.values() for e in item.editions.values()}
    assert [str(problem) for problem in found.problems] == []
    assert states == {"original", "current"}


@pytest.mark.parametrize("site", [ours, hugo_site, stock_site])
def test_every_side_has_the_same_texts(site, tmp_path):
    site.write_site(TINY, tmp_path)
    places = [item.place for item in TINY.items()]
    paths = {site.words_path(place, code) for place in places for code in ("kk", "ru", "en")}
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("content/**/*.md")}
    extra = {f"content/all.{code}.md" for code in ("kk", "ru", "en")}
    assert written - extra == paths


@pytest.mark.parametrize(
    ("site", "form", "path"),
    [
        (hugo_site, r"\]\(/([^)]+)\)", "content/{}.kk.md"),
        (stock_site, r"\]\(\{filename\}/([^)]+)\)", "content/{}"),
    ],
)
def test_links_between_texts_lead_to_files(site, form, path, tmp_path):
    site.write_site(TINY, tmp_path)
    texts = files_of(tmp_path / "content").values()
    links = {link for text in texts for link in re.findall(form, text)}
    assert len(links) > 5
    assert [link for link in links if not (tmp_path / path.format(link)).is_file()] == []


def test_hugo_gets_the_words_of_the_interface(tmp_path):
    shutil.copytree(hugo_site.LAYOUTS, tmp_path, dirs_exist_ok=True)
    templates = "".join(files_of(tmp_path / "layouts").values())
    named = set(re.findall(r'i18n "([\w.-]+)"', templates))
    catalogue = Path(ours.ROOT, "theme/translations/en.po").read_text("utf-8")
    assert {name for name in named if f'msgid "{name}"' not in catalogue} == set()


def test_plural_forms_go_by_their_names():
    catalogue = hugo_site.read_catalogue("ru")
    assert hugo_site.words_of(catalogue)["count.total"] == {
        "one": "{{ .num }} подпись",
        "few": "{{ .num }} подписи",
        "other": "{{ .num }} подписей",
    }
