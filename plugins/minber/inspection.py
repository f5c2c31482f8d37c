"""What must hold of the built tree before it may be released."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.minber.problems import Problem

_LINK = re.compile(r'<a [^>]*?\bhref="([^"]*)"')
_LOADED = re.compile(r'<(?:img|source|iframe|embed|audio|video|track|input)\b[^>]*?\bsrc="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_FORBIDDEN = re.compile(
    r"<(?:script|iframe|object|embed|base)\b|\son\w+=|\sstyle=|javascript:", re.IGNORECASE
)
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_REMEDY = "This is a fault of the theme or of a text that came through the checks; report it."
_OUTSIDE = ("http", "https", "mailto", "tel")


def inspect(root: Path) -> list[Problem]:
    """Broken links, doubled ids, scripts and things loaded from elsewhere in the tree at `root`."""
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    pages = {
        path: (root / path).read_text("utf-8") for path in sorted(files) if path.endswith(".html")
    }
    ids = {path: Counter(map(html.unescape, _ID.findall(text))) for path, text in pages.items()}
    problems: list[Problem] = []
    for path, text in pages.items():
        problems += _page(path, text, files, ids)
    return problems


def _page(
    path: str, text: str, files: set[str], ids: Mapping[str, Counter[str]]
) -> Iterator[Problem]:
    for name, count in ids[path].items():
        if count > 1:
            yield Problem(path, 1, "an id must stand only once on a page", name, _REMEDY)
    for tag in _TAG.findall(text):
        if _FORBIDDEN.search(tag):
            yield _problem(
                path, text, tag, "a page must hold no script, frame or style attribute", tag
            )
    for link in _LINK.findall(text):
        if rule := _broken(path, html.unescape(link), files, ids):
            yield _problem(path, text, link, rule, html.unescape(link))
    for source in _LOADED.findall(text):
        if urlsplit(html.unescape(source)).scheme or _broken(
            path, html.unescape(source), files, ids
        ):
            yield _problem(path, text, source, "a picture must be a file of the site", source)


def _broken(path: str, link: str, files: set[str], ids: Mapping[str, Counter[str]]) -> str:
    """The rule that a link breaks, or ""."""
    parts = urlsplit(link)
    if parts.scheme:
        return "" if parts.scheme in _OUTSIDE else "a link must have a scheme that browsers know"
    if parts.netloc or parts.path.startswith("/"):
        return "a link within the site must be relative"
    folder = posixpath.dirname(path)
    target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else path
    if target not in files:
        return "a link must lead to a file of the site"
    fragment = unquote(parts.fragment)
    if fragment and fragment not in ids.get(target, ()):
        return "a link must lead to a place that is on the page"
    return ""


def _problem(path: str, text: str, snippet: str, rule: str, found: str) -> Problem:
    line = text.count("\n", 0, text.find(snippet)) + 1
    return Problem(path, line, rule, found, _REMEDY)
