"""What must hold of the built tree before it may be released."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.minber.problems import Problem

_TOKEN = re.compile(
    r"""<!--.*?-->|<style>.*?</style>|<([a-zA-Z][^\s>/"']*)((?:[^>"']+|"[^"]*"|'[^']*')*+)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.IGNORECASE)
_FORBIDDEN = frozenset("script iframe frame object embed applet base form".split())
_FORBIDDEN_ATTRIBUTES = frozenset("style srcdoc formaction ping".split())
_LOADED = ("src", "poster", "background")
_ADDRESSES = ("canonical", "alternate")
"""Relations that only name an address; a browser loads nothing for them."""

_REMEDY = "This is a fault of the theme or of a text that came through the checks; report it."
_OUTSIDE = ("http", "https", "mailto", "tel")


@dataclass(slots=True)
class _Page:
    """What one page holds; numbers are places in its text."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[tuple[int, str]] = field(default_factory=list)
    loaded: list[tuple[int, str]] = field(default_factory=list)
    forbidden: list[tuple[int, str]] = field(default_factory=list)


def inspect(root: Path) -> list[Problem]:
    """Broken links, doubled ids, scripts and things loaded from elsewhere in the tree at `root`."""
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    names = sorted(path for path in files if path.endswith(".html"))
    pages = {name: _read((root / name).read_text("utf-8")) for name in names}
    problems = []
    for name, page in pages.items():
        for at, rule, found in _faults(name, page, files, pages):
            line = (root / name).read_text("utf-8").count("\n", 0, at) + 1
            problems.append(Problem(name, line, rule, found, _REMEDY))
    return problems


def _read(text: str) -> _Page:
    page = _Page()
    for tag in _TOKEN.finditer(text):
        if name := tag[1]:
            pairs = _ATTRIBUTE.findall(tag[2])
            attributes = {key.lower(): html.unescape("".join(value)) for key, *value in pairs}
            _note(page, tag.start(), name.lower(), attributes)
            if _is_forbidden(name.lower(), attributes):
                page.forbidden.append((tag.start(), tag[0]))
    return page


def _note(page: _Page, at: int, name: str, attributes: Mapping[str, str]) -> None:
    if "id" in attributes:
        page.ids[attributes["id"]] += 1
    if name in ("a", "area") and "href" in attributes:
        page.links.append((at, attributes["href"]))
    if refresh := _REFRESH.match(attributes.get("content", "")) if name == "meta" else None:
        page.links.append((at, refresh[1]))
    page.loaded += [(at, attributes[key]) for key in _LOADED if key in attributes]
    sources = attributes.get("srcset", "").split(",")
    page.loaded += [(at, source.split()[0]) for source in sources if source.strip()]
    if name == "link" and attributes.get("rel") not in _ADDRESSES:
        page.loaded.append((at, attributes.get("href", "")))


def _is_forbidden(name: str, attributes: Mapping[str, str]) -> bool:
    return name in _FORBIDDEN or any(
        key in _FORBIDDEN_ATTRIBUTES or key.startswith("on") for key in attributes
    )


def _faults(
    name: str, page: _Page, files: set[str], pages: Mapping[str, _Page]
) -> Iterator[tuple[int, str, str]]:
    """Each fault: its place in the text, the rule, what was found."""
    for id_, count in page.ids.items():
        if count > 1:
            yield 0, "an id must stand only once on a page", id_
    for at, tag in page.forbidden:
        yield at, "a page must hold no script, frame, form or style attribute", tag
    for at, link in page.links:
        if rule := _broken(name, link, files, pages):
            yield at, rule, link
    for at, source in page.loaded:
        if source != "data:," and (":" in source or _broken(name, source, files, pages)):
            yield at, "what a page loads must be a file of the site", source


def _broken(name: str, link: str, files: set[str], pages: Mapping[str, _Page]) -> str:
    """The rule that a link breaks, or ""."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "a link must be a whole address"
    if parts.scheme:
        return "" if parts.scheme in _OUTSIDE else "a link must have a scheme that browsers know"
    if parts.netloc or parts.path.startswith("/"):
        return "a link within the site must be relative"
    folder = posixpath.dirname(name)
    target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else name
    if target not in files:
        return "a link must lead to a file of the site"
    fragment = unquote(parts.fragment)
    if fragment and (target not in pages or fragment not in pages[target].ids):
        return "a link must lead to a place that is on the page"
    return ""
