"""Links of a whole site, of which only the new pages have been looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache

from plugins.minber.inspection.inspected import Inspected
from plugins.minber.problems import Problem


@dataclass(frozen=True, slots=True)
class Whole:
    """The files of a site that is to be released."""

    new: Mapping[str, Inspected]
    """Pages that do not stand in the last release, by path."""
    kept: Mapping[str, str]
    """The keys of pages that do, by path."""
    others: Collection[str]
    """The paths of files that are no pages."""
    released: Mapping[str, str]
    """The keys of all files of the last release, whose links all held."""

    def files(self) -> set[str]:
        """All paths."""
        return {*self.new, *self.kept, *self.others}


def link_problems(
    site: Whole, recall: Callable[[str], Inspected | None], text_of: Callable[[str], str]
) -> list[Problem]:
    """Links that lead to no file, or to no place on a page.

    `recall` tells what the page with a key holds, if that is known still; `text_of` gives the HTML
    of any page.  Pages of the last release are looked at again only where something has gone that
    they may lead to.
    """
    # Only now: no page may be new.
    from plugins.minber.inspection.pages import broken_targets, inspect_page, target_problems

    @cache
    def inspected(path: str) -> Inspected:
        if path in site.new:
            return site.new[path]
        return recall(site.kept[path]) or inspect_page(path, text_of(path))[0]

    def ids_of(path: str) -> Collection[str]:
        return inspected(path).ids if path in site.new or path in site.kept else ()

    files = site.files()
    paths = {*site.new, *site.kept} if _has_lost_something(site, files, recall) else site.new
    broken: defaultdict[str, list[str]] = defaultdict(list)
    for path, target in broken_targets({p: inspected(p) for p in paths}, files, ids_of):
        broken[path].append(target)
    found = (target_problems(path, text_of(path), targets) for path, targets in broken.items())
    return [problem for problems in found for problem in problems]


def _has_lost_something(
    site: Whole, files: set[str], recall: Callable[[str], Inspected | None]
) -> bool:
    """Whether a file, or a place on a page, was in the last release and is not in this one."""
    if not site.kept:
        return False
    if not site.released.keys() <= files:
        return True
    for path, page in site.new.items():
        before = recall(site.released[path]) if path in site.released else None
        if path in site.released and not (before and set(before.ids) <= set(page.ids)):
            return True
    return False
