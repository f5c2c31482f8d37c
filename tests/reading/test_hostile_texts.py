"""Whatever is written where, nothing runs and nothing is fetched from elsewhere."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from PIL import Image

from tests.conftest import DAY, build_site, write_files
from tests.document import document, words_of
from tests.reading.snippets import ADDRESSES, SNIPPETS
from tests.texts import facts, words

NEWS, PETITIONS, STATEMENTS = (
    f"campaigns/c/{kind}" for kind in ("news", "petitions", "statements")
)
FORMS = "https://forms.example/"
ENGLISH = {"code": "en", "name": "English", "locale": "en_GB"}
MARKDOWN = {
    "body": "{}",
    "line": "A text with {} in it.",
    "link": "[x](<{}>) and [x]({})",
    "title": '[x](https://x.example "{}")',
    "picture": "![x](<{}>) and ![{}](lead.png)",
    "heading": "## {}",
    "code": "`{}`\n\n    {}",
    "table": "a | b\n:- | -:\n{} | {}",
    "term": "{}\n: {}",
    "footnote": "x[^1]\n\n[^1]: {}",
}


def campaign():
    texts = {f"d{number}": text for number, text in enumerate(SNIPPETS)}
    bill = [{"date": "2022-01-01", "stage": id_, "body": id_} for id_ in texts]
    return {
        "campaigns/c/facts.yaml": facts(demands={id_: {} for id_ in texts}, bill=bill),
        "campaigns/c/en.md": words(demands=texts, stages=texts),
    }


def registry():
    """Every snippet as the name of a body, an organisation, a platform and a topic."""
    more = {"bodies": ["to"], "organisations": [], "platforms": ["receives"], "topics": []}
    return {
        f"registry/{register}.yaml": json.dumps(
            {
                f"d{number}": {"en": text, **{key: {"en": text} for key in keys}}
                for number, text in enumerate(SNIPPETS)
            }
        )
        for register, keys in more.items()
    }


def plain_words(number, text):
    """A snippet in every place for plain words of a petition and a statement."""
    ids, picture = [f"d{number}"], {"lead.png": text}
    petition, statement = f"{PETITIONS}/p{number}", f"{STATEMENTS}/s{number}"
    front = {"title": text, "summary": text}
    routes = [{"kind": "platform", "platform": ids[0]}, {"kind": "paper", "address": text}]
    return {
        f"{petition}/facts.yaml": facts(
            demands=ids,
            addressees=ids,
            started_by=ids,
            routes=routes,
            thresholds=[{"count": 5, "id": "t"}],
            answer={"date": "2022-03-01", "kind": "accepted"},
            pictures={"lead.png": {"credit": text, "licence": text}},
        ),
        f"{petition}/en.md": words(
            **front,
            alt=picture,
            caption=picture,
            thresholds={"t": text},
            answer=text,
            questions=[{"ask": text, "answer": "x"}],
        ),
        f"{petition}/signatures.csv": "date,platform,count,kind,source\n"
        f"2022-03-01,d{number},7,online,\n",
        f"{statement}/facts.yaml": facts(
            voice="reported",
            source={"name": text},
            signed_by=ids,
            copies=ids,
            topics=ids,
            recommendations={ids[0]: ["r"]},
        ),
        f"{statement}/en.md": words(**front, dateline=text, recommendations={"r": text}),
        f"{statement}/signatories.csv": signatories(text, text, ""),
    }


def ways(number, text):
    """A snippet in what stands beside a form and in a letter."""
    item = f"{PETITIONS}/w{number}"
    routes = [
        {"kind": "form", "platform": f"d{number}", "url": f"{FORMS}{number}?x=1&y=2"},
        {"kind": "email", "address": "net@example.org"},
        {"kind": "paper", "address": text},
    ]
    return {
        f"{item}/facts.yaml": facts(demands=[f"d{number}"], routes=routes),
        f"{item}/en.md": words(title=text, summary=text),
    }


def signatories(name, detail, url):
    out = io.StringIO()
    rows = [("kind", "name_en", "detail", "country", "url"), ("person", name, detail, "", url)]
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def markdown(number, text):
    """A snippet in every place for Markdown, each in an item of its own."""
    found = {}
    for name, pattern in MARKDOWN.items():
        item = f"{NEWS}/{name}-{number}"
        pictures = {"lead.png": {"credit": "x"}} if name == "picture" else {}
        found[f"{item}/facts.yaml"] = facts(pictures=pictures)
        body = pattern.replace("{}", text)
        found[f"{item}/en.md"] = words(body=body, alt=dict.fromkeys(pictures, "x"))
    action, answer = f"{PETITIONS}/action-{number}", f"{PETITIONS}/answer-{number}"
    found[f"{action}/facts.yaml"] = found[f"{answer}/facts.yaml"] = facts()
    found[f"{action}/en.md"] = words(actions=[text])
    found[f"{answer}/en.md"] = words(questions=[{"ask": "x", "answer": text}])
    return found


def addresses(number, text):
    """Something hostile where an address is asked for, each in an item of its own."""
    source, route, signed = (
        f"{STATEMENTS}/u{number}",
        f"{PETITIONS}/u{number}r",
        f"{STATEMENTS}/v{number}",
    )
    told = {"name": "x", "url": text, "archived": text}
    return {
        f"{source}/facts.yaml": facts(voice="own", source=told, full_text=text, joining=text),
        f"{source}/en.md": words(),
        f"{route}/facts.yaml": facts(
            routes=[{"kind": "form", "url": text}, {"kind": "email", "address": text}]
        ),
        f"{route}/en.md": words(),
        f"{signed}/facts.yaml": facts(voice="own"),
        f"{signed}/en.md": words(),
        f"{signed}/signatories.csv": signatories("x", "", text),
    }


@pytest.fixture(scope="module")
def refused_and_built(tmp_path_factory):
    """The folders that were refused, and the site of all others."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {**campaign(), **registry()}
    for number, text in enumerate(SNIPPETS):
        files |= plain_words(number, text) | ways(number, text) | markdown(number, text)
    for number, text in enumerate(ADDRESSES):
        files |= addresses(number, text)
    write_files(folder / "content", files)
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


def unquoted(text):
    return re.sub("[\"'“”‘’`\\s]|--|—|–", "", text)


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


def test_every_address_is_of_the_web(refused_and_built):
    refused, built = refused_and_built
    pages = [document(built.text(path)) for path in built.files if path.endswith(".html")]
    links = {link.get("href", "") for page in pages for link in page.iter("a")}
    schemes = {link.partition(":")[0] for link in links if ":" in link}
    assert len(refused) > len(ADDRESSES)
    assert [
        scheme for scheme in schemes if re.search(r"script|data|vb", scheme, re.IGNORECASE)
    ] == []


FIND = """() => [...document.querySelectorAll('*')].filter(el =>
    /^(script|iframe|object|embed|base|form|input|audio|video|template)$/i.test(el.localName)
        && !el.closest('form[action^="https://forms.example/"]')
    || [...el.attributes].some(a => /^on|^style$|^srcdoc$/i.test(a.name))
    || el.localName == 'a' && el.href && !/^(https?|mailto|tel):$/.test(el.protocol)
).map(el => el.outerHTML).concat(window.hit === undefined ? [] : ['hit'])"""


def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(refused_and_built, serve, opened):
    _, built = refused_and_built
    base = serve(built.output)
    # The pages' own policy would hide what came through.
    page, faults = opened(base, bypass_csp=True)
    found = {}
    for path in built.files:
        if path.endswith(".html"):
            page.goto(base + path)
            found[path] = page.evaluate(FIND)
    assert {path: elements for path, elements in found.items() if elements} == {}
    assert faults == []
