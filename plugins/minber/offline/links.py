"""The HTML of a page as it stands in an archive, from which no link leads nowhere.

A link to what the archive holds stays a link within it.  Any other leads to the site where that has
an address; else only its words are left, and in a menu not even these.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urlsplit

from plugins.minber.pictures.formats import FOR_TELEPHONES
from plugins.minber.source.addresses import resolved
from plugins.minber.views.addresses import absolute, relative

_ATTRIBUTES = r'(?:[ \n](?:[^"<>]|"[^"]*")*)'
_TAG = re.compile(rf"<(a|img|link|source)({_ATTRIBUTES})>\n?|</a>")
# Every attribute, so that none is looked for within the words of another.
_ATTRIBUTE = re.compile(r'([ \n])([^ \n="<>]+)(?:="([^"]*)")?')
_MENU = re.compile(r"<nav\b.*?</nav>\n?", re.DOTALL)
_ENTRY = re.compile(rf"<li><a({_ATTRIBUTES})>.*?</a></li>\n?", re.DOTALL)
_OFFER = re.compile(rf"<(li|p)\b[^>]*><a({_ATTRIBUTES})>[^<]*</a></\1>\n?")
"""What says nothing but where something is."""
_AT_THE_FOOT = 'class="again"'
"""What only a screen needs stands there (`components/item_foot.html`)."""
_LINK = re.compile(rf"<a({_ATTRIBUTES})>")
_FOR_MACHINES = re.compile(
    r'<script type="application/ld\+json">.*?</script>\n?|<meta property="og:[^>]*>\n?', re.DOTALL
)
"""What search engines and messengers look for at an address: in a file that is handed on it would
only weigh."""
_HEADS = tuple(
    re.compile(rf"{tag}[^>]*>\n?") for tag in ('<header class="head"', r"<main\b", r"<body\b")
)
"""Where a note stands: at the head of a text, or in a theme of one's own before what is read."""
_PRINTABLES = re.compile(r'<section id="part-print">.*?</section>\n?', re.DOTALL)
"""The section of a page that says nothing but where other files of the site are: its id is made by
`components/section.html`, and no section stands within another."""

_PICTURES = "img-src 'self' data:"
_ANY_PICTURES = f"{_PICTURES} file: zim: kiwix:"
"""To Firefox a page of the disk is of no site, and to Kiwix one of a book: 'self' is nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in an archive, and what else is there."""

    path: str
    """The page's own on the site."""
    name_of: Callable[[str], str | None]
    """The name in the archive of a file of the site; None where it is not in it."""
    url: str
    """Of the site, without a slash at its end; "" where it has no fixed place."""
    data_of: Callable[[str], str] | None = None
    """The `data:` address of a picture, where pictures stand in the page itself."""
    left_out: frozenset[str] = frozenset()
    """Pages of the site to which neither a menu nor an offer leads: they are of no use without a
    network."""

    def target(self, link: str) -> tuple[str, str]:
        """The file of the site that a link leads to, "" where it is none; and the place in it."""
        parts = urlsplit(unescape(link))
        if parts.scheme or parts.netloc:
            return "", ""
        at = resolved(parts.path, posixpath.dirname(self.path)) if parts.path else self.path
        return at, f"#{link.partition('#')[2]}" if parts.fragment else ""

    def address(self, link: str) -> str:
        """What a link, as it is written in its attribute, becomes; "" where it would lead nowhere.

        One to another site, or to a place on the page itself, stays as it is.
        """
        path, fragment = self.target(link)
        if not path or link.startswith("#"):
            return link
        if self.data_of and path == self.path:
            # Who saves a single page may give it another name.
            return fragment or "#"
        name, own = self.name_of(path), self.name_of(self.path) or self.path
        if name is not None:
            return relative(name, own) + fragment
        whole = absolute(path, self.url)
        return escape(whole) + fragment if whole else ""


@dataclass(slots=True)
class _Rewriter:
    place: Place
    needed: set[str] = field(default_factory=set)
    is_within_words: bool = False
    """Whether what was a link is only its words, and its end is to come."""

    def tag(self, found: re.Match[str]) -> str:
        """A tag as it stands in the archive."""
        match found[1]:
            case None:
                kept, self.is_within_words = not self.is_within_words, False
                return found[0] if kept else ""
            case "a" | "link":
                return self._link(found)
            case "source" if self.place.data_of:
                return ""
            case "img" if self.place.data_of:
                return _with_data(found[0], self.place, self.place.data_of)
        return _ATTRIBUTE.sub(self._loaded, found[0])

    def _link(self, found: re.Match[str]) -> str:
        href = _href(found[2])
        if href is None:
            return found[0]
        address = self._noted(href[3])
        if not address:
            self.is_within_words = found[1] == "a"
            return ""
        begin = found.start(2) - found.start()
        before, behind = found[0][: begin + href.start(3)], found[0][begin + href.end(3) :]
        return f"{before}{address}{behind}"

    def _loaded(self, found: re.Match[str]) -> str:
        space, name, value = found.groups()
        if name == "src":
            return f'{space}src="{self._noted(value)}"'
        if name != "srcset":
            return found[0]
        written = (f"{self._noted(address)} {width}" for address, width in _choices(value))
        return f'{space}srcset="{", ".join(written)}"'

    def _noted(self, link: str) -> str:
        path = self.place.target(link)[0]
        if path and self.place.name_of(path) is not None:
            self.needed.add(path)
        return self.place.address(link)


def _href(attributes: str) -> re.Match[str] | None:
    """The attribute that says where a tag leads, its address in the third group."""
    found = _ATTRIBUTE.finditer(attributes)
    return next((each for each in found if each[2] == "href" and each[3] is not None), None)


def _choices(srcset: str) -> Iterator[list[str]]:
    """Addresses, each with its width, from narrow to wide."""
    return (choice.split() for choice in srcset.split(","))


def _with_data(tag: str, place: Place, data_of: Callable[[str], str]) -> str:
    """An `img` with one of its pictures in itself: as wide as a telephone shows it."""
    values = {name: value for _, name, value in _ATTRIBUTE.findall(tag)}
    choices = _choices(values.get("srcset", ""))
    narrow = [each[0] for each in choices if each and int(each[1][:-1]) <= FOR_TELEPHONES]
    data = data_of(place.target([values["src"], *narrow][-1])[0])

    def attribute(found: re.Match[str]) -> str:
        if found[2] == "src":
            return f'{found[1]}src="{data}"'
        return "" if found[2] in ("srcset", "sizes") else found[0]

    return _ATTRIBUTE.sub(attribute, tag)


def as_held(text: str, place: Place) -> tuple[str, set[str]]:
    """The HTML of a page in an archive, and the files of the site in it that it leads to."""
    if place.data_of:
        text = _without_offer_of_itself(_FOR_MACHINES.sub("", text), place)
    if place.left_out:
        text = _without_left_out(text, place)
    if not place.url:
        text = _without_dead_ends(text, place)
    rewriter = _Rewriter(place)
    held = _TAG.sub(rewriter.tag, text)
    return held.replace(_PICTURES, _ANY_PICTURES, 1), rewriter.needed


def with_note(text: str, note: str) -> str:
    """The HTML of a page with a piece of HTML at the head of its text."""
    found = next(filter(None, (head.search(text) for head in _HEADS)), None)
    at = found.end() if found else 0
    return text[:at] + note + text[at:]


def _without_offer_of_itself(text: str, place: Place) -> str:
    """A page that was saved as one file does not offer to be saved so."""

    def offer(found: re.Match[str]) -> str:
        href = _href(found[2]) if " download" in found[2] else None
        is_itself = href is not None and place.target(href[3])[0] == place.name_of(place.path)
        return "" if is_itself else found[0]

    return _OFFER.sub(offer, text)


def _without_left_out(text: str, place: Place) -> str:
    """The HTML of a page that neither in a menu nor by an offer leads to what is left out."""

    def is_kept(link: str) -> bool:
        return place.target(link)[0] not in place.left_out

    text = _without_entries(text, is_kept)
    return _OFFER.sub(lambda offer: _if_kept(offer, offer[2], is_kept), text)


def _if_kept(found: re.Match[str], attributes: str, is_kept: Callable[[str], bool]) -> str:
    """What was found, unless the link with these attributes is not kept."""
    href = _href(attributes)
    return found[0] if href is None or is_kept(href[3]) else ""


def _without_entries(text: str, is_kept: Callable[[str], bool]) -> str:
    """The HTML of a page with those entries of its menus whose links are kept."""

    def entry(found: re.Match[str]) -> str:
        return _if_kept(found, found[1], is_kept)

    return _MENU.sub(lambda menu: _ENTRY.sub(entry, menu[0]), text)


def _without_dead_ends(text: str, place: Place) -> str:
    def leads(attributes: str) -> bool:
        href = _href(attributes)
        return href is None or bool(place.address(href[3]))

    def offer(found: re.Match[str]) -> str:
        return found[0] if any(map(leads, _LINK.findall(found[0]))) else ""

    def saved(found: re.Match[str]) -> str:
        return "" if _AT_THE_FOOT in found[0] and not leads(found[2]) else found[0]

    text = _without_entries(_MENU.sub(offer, text), lambda link: bool(place.address(link)))
    return _OFFER.sub(saved, _PRINTABLES.sub(offer, text))
