"""A site with hostile texts in every place that editors write into."""

from __future__ import annotations

import csv
import io
import json
import re

from tests.reading.snippets import ADDRESSES, SNIPPETS
from tests.texts import facts, words

NEWS, PETITIONS, STATEMENTS = (
    f"campaigns/c/{kind}" for kind in ("news", "petitions", "statements")
)
ENGLISH = {"code": "en", "name": "English", "locale": "en_GB"}
FORMS = "https://forms.example/"
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
    """Every snippet as a demand and as a stage of a bill."""
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


def in_a_petition(number, text):
    """A snippet in every place for plain words of a petition."""
    ids, picture, item = [f"d{number}"], {"lead.png": text}, f"{PETITIONS}/p{number}"
    routes = [{"kind": "platform", "platform": ids[0]}, {"kind": "paper", "address": text}]
    return {
        f"{item}/facts.yaml": facts(
            demands=ids,
            addressees=ids,
            started_by=ids,
            routes=routes,
            thresholds=[{"count": 5, "id": "t"}],
            answer={"date": "2022-03-01", "kind": "accepted"},
            pictures={"lead.png": {"credit": text, "licence": text}},
        ),
        f"{item}/en.md": words(
            title=text,
            summary=text,
            alt=picture,
            caption=picture,
            thresholds={"t": text},
            answer=text,
            questions=[{"ask": text, "answer": "x"}],
        ),
        f"{item}/signatures.csv": "date,platform,count,kind,source\n"
        f"2022-03-01,d{number},7,online,\n",
    }


def in_a_statement(number, text):
    """A snippet in every place for plain words of a statement."""
    ids, item = [f"d{number}"], f"{STATEMENTS}/s{number}"
    return {
        f"{item}/facts.yaml": facts(
            voice="reported",
            source={"name": text},
            signed_by=ids,
            copies=ids,
            topics=ids,
            recommendations={ids[0]: ["r"]},
        ),
        f"{item}/en.md": words(
            title=text, summary=text, dateline=text, recommendations={"r": text}
        ),
        f"{item}/signatories.csv": signatories(text, text, ""),
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
    """One person who signed."""
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


def plain_files():
    """The files of a site with every snippet in every place for plain words."""
    files = {**campaign(), **registry()}
    for number, text in enumerate(SNIPPETS):
        files |= in_a_petition(number, text) | in_a_statement(number, text)
    return files


def hostile_files():
    """The same with every snippet and every address in every other place for one."""
    files = plain_files()
    for number, text in enumerate(SNIPPETS):
        files |= ways(number, text) | markdown(number, text)
    for number, text in enumerate(ADDRESSES):
        files |= addresses(number, text)
    return files


def unquoted(text):
    """A text without what becomes that of its language: quotation marks, dashes and spaces."""
    return re.sub("[\"'“”‘’`\\s]|--|—|–", "", text)
