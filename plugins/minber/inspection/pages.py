"""Pages one by one, and whether what they lead to is there."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.minber.inspection.inspected import Inspected
from plugins.minber.inspection.sheets import loads_of
from plugins.minber.inspection.tags import Tag, tags_of, tags_with_places
from plugins.minber.problems import Problem
from plugins.minber.source.addresses import resolved

_ONCE = "an id must stand only once on a page"
_NOTHING_RUNS = "a page must hold no script, frame, form or style attribute"
_NOTHING_TELLS = "a page must let no other site know from where a reader comes"
_NO_FILE_IN_STYLE = "a style sheet in a page must load no file"
_OF_THE_SITE = "what a page loads must be a file of the site"
_TO_A_FILE = "a link must lead to a file of the site"
_TO_A_PLACE = "a link must lead to a place that is on the page"
_REMEDY = "This is a fault of the theme or of a text that came through the checks; report it."
_OUTSIDE = ("http", "https", "mailto", "tel")

_Allowable = tuple[str, str | None]
"""A form or a script, with its address."""
_Fault = tuple[int, str, str]
"""The place in the text, the rule, what was found."""
_Way = tuple[str | None, str]
"""Where a link leads to, from the root of the site, or None; the rule that it breaks, or "".
A place on the page itself stands without the page's name."""


def inspect(root: Path) -> list[Problem]:
    """Broken links, doubled ids, scripts and things loaded from elsewhere in the tree at `root`."""
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    pages: dict[str, Inspected] = {}
    problems: list[Problem] = []
    for name in sorted(path for path in files if path.endswith(".html")):
        pages[name], found = inspect_page(name, (root / name).read_text("utf-8"))
        problems += found
    for name, target in broken_targets(pages, files, lambda _: ()):
        problems += target_problems(name, (root / name).read_text("utf-8"), [target])
    return problems


def inspect_page(
    name: str, text: str, forms: Collection[str] = (), scripts: Collection[str] = ()
) -> tuple[Inspected, list[Problem]]:
    """What ties a page to other files, and the faults that it has by itself.

    `forms` are the addresses to which it may send what is filled in, each as often as it has a
    form for it; `scripts` are those that it may run, as it names them.
    """
    folder = posixpath.dirname(name)
    tags = tags_of(text)
    ids = [tag.id for tag in tags if tag.id is not None]
    ways = {_way(folder, link) for link in {link for tag in tags for link in tag.links}}
    ways |= {_way_loaded(folder, source) for tag in tags for source in tag.loaded}
    targets = {_from_root(name, target) for target, _ in ways if target is not None}
    inspected = Inspected(tuple(sorted(set(ids))), tuple(sorted(targets)))
    is_sound = (
        len(ids) == len(inspected.ids)
        and Counter(map(_allowable, filter(_is_forbidden, tags))) <= _allowed(forms, scripts)
        and not any(rule for _, rule in ways)
        and not any(loads_of(text))
    )
    if is_sound:
        return inspected, []
    return inspected, _problems(name, text, _own_faults(folder, text, _allowed(forms, scripts)))


def _is_forbidden(tag: Tag) -> bool:
    return tag.is_forbidden


def _allowable(tag: Tag) -> _Allowable:
    """As what a page may be allowed to hold a tag that is forbidden."""
    return ("script", tag.script) if tag.script is not None else ("form", tag.form)


def _allowed(forms: Collection[str], scripts: Collection[str]) -> Counter[_Allowable]:
    own: list[_Allowable] = [("form", form) for form in forms]
    return Counter([*own, *(("script", script) for script in scripts)])


def broken_targets(
    pages: Mapping[str, Inspected],
    files: Collection[str],
    ids_of: Callable[[str], Collection[str]],
) -> Iterator[tuple[str, str]]:
    """Targets that lead nowhere: the page's name, and the target.

    The target stands without its place where the whole file is missing.  `ids_of` is asked for
    the ids of a file that is not among `pages`, and only where a target names a place on it.
    """
    known = frozenset(files)
    for name, page in pages.items():
        for target in page.targets:
            if target in known:
                continue
            path, _, place = target.partition("#")
            if path not in known:
                yield name, path
            elif place not in (pages[path].ids if path in pages else ids_of(path)):
                yield name, target


def target_problems(name: str, text: str, targets: Collection[str]) -> list[Problem]:
    """The problems of a page with the targets that `broken_targets` gave for it."""
    return _problems(name, text, _lost(name, text, targets))


def _problems(name: str, text: str, faults: Iterator[_Fault]) -> list[Problem]:
    return [
        Problem(name, text.count("\n", 0, at) + 1, rule, found, _REMEDY)
        for at, rule, found in faults
    ]


def _own_faults(folder: str, text: str, allowed: Counter[_Allowable]) -> Iterator[_Fault]:
    tags, left = list(tags_with_places(text)), Counter(allowed)
    for id_, count in Counter(tag.id for _, _, tag in tags if tag.id is not None).items():
        if count > 1:
            yield 0, _ONCE, id_
    for at, words, tag in tags:
        if tag.is_forbidden and left[_allowable(tag)]:
            left[_allowable(tag)] -= 1
        elif tag.is_forbidden:
            yield at, _NOTHING_TELLS if tag.is_telling else _NOTHING_RUNS, words
        for link in tag.links:
            if rule := _way(folder, link)[1]:
                yield at, rule, link
        for source in tag.loaded:
            if rule := _way_loaded(folder, source)[1]:
                yield at, rule, source
    yield from ((at, _NO_FILE_IN_STYLE, words) for at, words in loads_of(text))


def _lost(name: str, text: str, targets: Collection[str]) -> Iterator[_Fault]:
    folder = posixpath.dirname(name)
    for at, _, tag in tags_with_places(text):
        for link in tag.links:
            if rule := _rule_of_lost(name, _way(folder, link), targets):
                yield at, rule, link
        for source in tag.loaded:
            if _rule_of_lost(name, _way_loaded(folder, source), targets):
                yield at, _OF_THE_SITE, source


def _rule_of_lost(name: str, way: _Way, targets: Collection[str]) -> str:
    if way[0] is None:
        return ""
    target = _from_root(name, way[0])
    if target.partition("#")[0] in targets:
        return _TO_A_FILE
    return _TO_A_PLACE if target in targets else ""


def _way_loaded(folder: str, source: str) -> _Way:
    """As `_way`, for what is loaded."""
    if source == "data:,":
        return None, ""
    target, rule = (None, _OF_THE_SITE) if ":" in source else _way(folder, source)
    return target, rule and _OF_THE_SITE


@lru_cache(1 << 14)
def _way(folder: str, link: str) -> _Way:
    """Where a link on a page in a folder leads to."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None, "a link must be a whole address"
    if parts.scheme:
        is_known = parts.scheme in _OUTSIDE
        return None, "" if is_known else "a link must have a scheme that browsers know"
    if parts.netloc or parts.path.startswith("/"):
        return None, "a link within the site must be relative"
    target = resolved(parts.path, folder) if parts.path else ""
    # No file of a site is called so, and a target could be taken for a place.
    if "#" in target:
        return None, _TO_A_FILE
    place = unquote(parts.fragment)
    return f"{target}#{place}" if place else target, ""


def _from_root(name: str, target: str) -> str:
    return name + target if not target or target[0] == "#" else target
