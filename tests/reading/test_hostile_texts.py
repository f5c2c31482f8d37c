"""Whatever is written where, nothing runs and nothing is fetched from elsewhere."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from tests.conftest import DAY, build_site, write_files
from tests.document import document, words_of
from tests.reading.hostile import (
    ENGLISH,
    FORMS,
    NEWS,
    PETITIONS,
    hostile_files,
    unquoted,
)
from tests.reading.snippets import ADDRESSES, SNIPPETS


@pytest.fixture(scope="module")
def refused_and_built(tmp_path_factory):
    """The folders that were refused, and the site of all others."""
    folder = tmp_path_factory.mktemp("hostile")
    write_files(folder / "content", hostile_files())
    for path in [*(folder / "content").glob("campaigns/c/*/p[0-9]*"), *pictured(folder)]:
        Image.new("RGB", (4, 2)).save(path / "lead.png")
    built = made(folder)
    refused = {re.sub(r"/[\w.]+:\d+: .*", "", problem) for problem in built.problems}
    for path in refused:
        (folder / path).rename(folder / path.replace("/", " "))
    built = made(folder)
    assert built.problems == ()
    return refused, built


def pictured(folder):
    return (folder / "content").glob("campaigns/c/news/picture-*")


def made(folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(DAY))
        return build_site(folder / "content", folder / "output", LANGUAGES=[ENGLISH])


def test_plain_words_are_never_refused(refused_and_built):
    refused, _ = refused_and_built
    assert [path for path in sorted(refused) if re.search(r"/[ps]\d+$", path)] == []


def test_plain_words_are_shown_as_they_were_written(refused_and_built):
    _, built = refused_and_built
    shown = {
        number: words_of(next(document(built.text(f"en/c/p{number}.html")).iter("h1")))
        for number in range(len(SNIPPETS))
    }
    # Quotation marks and dashes become those of the language.
    assert {number: unquoted(text) for number, text in shown.items()} == {
        number: unquoted(text) for number, text in enumerate(SNIPPETS)
    }


def test_raw_html_and_strange_links_are_refused(refused_and_built):
    refused, _ = refused_and_built
    wanted = ["<script>hit=1</script>", "<base href=//x.example/>", "[x](javascript:hit=1)"]
    wanted += ["[x](//x.example/)", "![x](https://x.example/x.gif)", "[x](vbscript:hit=1)"]
    numbers = [SNIPPETS.index(text) for text in wanted]
    assert {f"content/{NEWS}/body-{number}" for number in numbers} <= refused


def test_a_form_is_the_pages_own_whatever_stands_beside_it(refused_and_built):
    refused, built = refused_and_built
    paths = {number: f"content/{PETITIONS}/w{number}" for number in range(len(SNIPPETS))}
    pages = {
        number: document(built.text(f"en/c/w{number}.html"))
        for number, path in paths.items()
        if path not in refused
    }
    assert len(pages) > len(SNIPPETS) / 2
    for number, page in pages.items():
        [form] = page.iter("form")
        assert form.get("action") == f"{FORMS}{number}?x=1&y=2"
        assert len(list(page.iter("input"))) == len(list(form.iter("input"))) == 9
        [policy] = [meta for meta in page.iter("meta") if meta.get("http-equiv")]
        assert policy.get("content", "").endswith("; form-action https://forms.example")


def test_strange_addresses_are_refused(refused_and_built):
    refused, _ = refused_and_built
    assert len(refused) > len(ADDRESSES)


AT_ONCE = 40
"""Pages in frames of one window: hundreds of windows would take minutes."""
FIND = """async (paths) => {
  const find = ({document, hit}) => [...document.querySelectorAll('*')].filter(el =>
    /^(script|iframe|object|embed|base|form|input|audio|video|template)$/i.test(el.localName)
        && !el.closest('form[action^="https://forms.example/"]')
    || [...el.attributes].some(a => /^on|^style$|^srcdoc$/i.test(a.name))
    || el.localName == 'a' && el.href && !/^(https?|mailto|tel):$/.test(el.protocol)
  ).map(el => el.outerHTML).concat(hit === undefined ? [] : ['hit']);
  const framed = (path) => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = () => resolve([path, find(frame.contentWindow)]);
    frame.style = 'position: absolute; inset: 0; width: 40rem; height: 40rem';
    frame.src = path;
    document.body.append(frame);
  });
  const found = await Promise.all(paths.map(framed));
  document.body.replaceChildren();
  return found;
}"""


def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(refused_and_built, serve, opened):
    _, built = refused_and_built
    base = serve(built.output)
    paths = [path for path in built.files if path.endswith(".html")]
    # The pages' own policy would hide what came through.
    page, faults = opened(base, bypass_csp=True)
    page.goto(base)
    found: dict[str, list[str]] = {}
    for at in range(0, len(paths), AT_ONCE):
        found |= dict(page.evaluate(FIND, [base + path for path in paths[at : at + AT_ONCE]]))
    assert len(found) == len(paths)
    assert {path: elements for path, elements in found.items() if elements} == {}
    assert faults == []
