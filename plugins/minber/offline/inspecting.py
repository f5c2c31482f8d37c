"""Pages of archives, inspected as those of the site are: their links were rewritten since."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import unescape
from urllib.parse import unquote

from plugins.minber.inspection.inspected import Inspected
from plugins.minber.inspection.pages import broken_targets, inspect_page, target_problems
from plugins.minber.inspection.tags import tags_of
from plugins.minber.offline.archives import Archive
from plugins.minber.offline.types import PIXELS
from plugins.minber.problems import Problem
from plugins.minber.source.addresses import resolved
from plugins.minber.views.addresses import absolute

_AS_ON_THE_SITE = "a link in an archive must lead where it leads on the site"
# What a single page may hold; to the inspection it then loads nothing.
_PIXELS = "|".join(map(re.escape, sorted(PIXELS)))
_PICTURE = re.compile(rf' src="data:(?:{_PIXELS});base64,[A-Za-z0-9+/]+={{0,2}}"')
_NOTHING = ' src="data:,"'
# Of what `as_held` wrote, whose attributes hold no `<` or `>`: to read all tags of each page once
# more would take most of the time of this room.
_LINK = re.compile(r'<a\b[^<>]*?\shref="([^"]*)"')
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_REMEDY = (
    "This is a fault of what makes archives (plugins/minber/offline); report it."
    " OFFLINE = False in the settings builds the site without archives."
)


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page as it stands in an archive, and as it stands on the site."""

    name: str
    """In the archive."""
    text: str
    path: str
    """On the site."""
    before: str


@dataclass(slots=True)
class ArchiveInspection:
    """What is seen of an archive while it is made: no page of it is kept for long.

    It is filled by whatever takes the files in order to write them, so what is wrong is known only
    once the archive is written.
    """

    archive: Archive
    url: str
    """Of the site, without a slash at its end; "" where it has no fixed place."""
    _pages: dict[str, Inspected] = field(default_factory=dict)
    _files: set[str] = field(default_factory=set)
    _faults: list[Problem] = field(default_factory=list)

    def add_page(self, page: ArchivedPage) -> None:
        """Inspect a page: it may have the forms that it has on the site, and no script."""
        tags = tags_of(page.before) if "<form" in page.before else ()
        forms = [tag.form for tag in tags if tag.form is not None]
        is_single = self.archive.kind == "html"
        text = _PICTURE.sub(_NOTHING, page.text) if is_single else page.text
        self._pages[page.name], faults = inspect_page(page.name, text, forms)
        self._faults += [*faults, *_led_astray(page, self.url)]

    def add_file(self, name: str) -> None:
        """Know of a file that is no page, which links may lead to."""
        self._files.add(name)

    def problems(self, text_of: Callable[[str], str]) -> list[Problem]:
        """What forbids to offer the archive, once all of it was added.

        `text_of` gives a page once more, by its name in the archive.
        """
        names = {*self._pages, *self._files}
        lost = [
            problem
            for name, target in broken_targets(self._pages, names, lambda _: ())
            for problem in target_problems(name, text_of(name), [target])
        ]
        found = [*self._faults, *lost]
        return [replace(each, path=self._where(each.path), remedy=_REMEDY) for each in found]

    def _where(self, name: str) -> str:
        return name if name == self.archive.path else f"{self.archive.path}/{name}"


def _led_astray(page: ArchivedPage, url: str) -> list[Problem]:
    """Links that lead out of the archive, and to nothing to which the page leads on the site."""
    known = {*_LINK.findall(page.before)}
    leads_to = {_address(link, page.path, url) for link in {"", *known}}
    return [
        Problem(page.name, page.text.count("\n", 0, found.start()) + 1, _AS_ON_THE_SITE, link)
        for found in _LINK.finditer(page.text)
        if found[1] not in known
        and _WHOLE.match(link := unescape(found[1]))
        and unquote(link) not in leads_to
    ]


def _address(link: str, page: str, url: str) -> str:
    """Where a relative link of a page of the site leads, as a whole address."""
    path, _, place = unescape(link).partition("#")
    target = resolved(path.partition("?")[0], posixpath.dirname(page)) if path else page
    return unquote(f"{absolute(target, url)}#{place}" if place else absolute(target, url))
