"""The small pieces that several kinds of page show, as plain data.

Every `href` is relative to the page that the view belongs to, unless its
field says otherwise, so a template prints it as it is.  Dates and numbers stay
dates and numbers: the template formats them with the filters of its language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.when import When


@dataclass(frozen=True, slots=True)
class Phrase:
    """Plain words and the language they are in, which may not be the page's."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Safe HTML of a text and the language it is in."""

    html: str
    lang: str


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class SwitchLink:
    """One language in the switcher: it always leads to the same item."""

    lang: str
    name: str
    href: str
    state: str
    """original, current, outdated, machine, missing; "" where there are no words
    of an editor (lists, home)."""
    is_current: bool


@dataclass(frozen=True, slots=True)
class NavLink:
    key: str
    """petitions, statements, news, all or a page's slug."""
    href: str
    text: Phrase | None
    """A page's title; None where the interface words have the name (`nav.KEY`)."""
    is_current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """An absolute address of a real edition, for `<link rel=alternate>`."""

    hreflang: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the content of every page."""

    lang: str
    kind: str
    """The page's kind: home, campaign, petition, statement, news, page, list,
    topic, all, choice, missing-page, moved."""
    title: Phrase
    """Without the site's name."""
    description: Phrase | None
    site_name: str
    home: str
    canonical: str
    """Absolute; "" when SITEURL is not set."""
    alternates: tuple[Alternate, ...]
    is_indexed: bool
    breadcrumbs: tuple[Link, ...]
    """From the home page down to the parent of this page; empty on the home page."""
    navigation: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    switcher: tuple[SwitchLink, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """What a reader must know about the language of the words before them."""

    state: str
    """original, current, outdated, machine or missing."""
    is_machine: bool
    original_lang: str
    source_lang: str
    """The language translated from; of a missing edition the language shown."""
    original_href: str
    original_updated: date | None
    translator: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """An item in a list."""

    kind: str
    """petition, statement, news or campaign."""
    href: str
    title: Phrase
    summary: Phrase
    when: When
    campaign: Link | None
    missing: bool
    """True when there is no edition in the page's language: title.lang says
    in which language the text is."""
    state: str
    """A petition's state (see Clock), else ""."""
    count: Count | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class CountPart:
    """The newest count of one platform, or of paper."""

    name: Phrase
    kind: str
    """online or paper."""
    count: int
    is_over: bool
    as_of: When
    source: str
    """An address, or ""."""


@dataclass(frozen=True, slots=True)
class Count:
    """A petition's total: there is none where no row is in the ledger."""

    total: int
    is_over: bool
    """The source says "over N"."""
    as_of: When
    goal: int | None
    share: int | None
    """Percent of the goal, 0 to 100, rounded down."""
    verified: int | None
    parts: tuple[CountPart, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way of a petition or a bill."""

    key: str
    """opened, closed, delivered, registered, answered for a petition; for a bill ""."""
    text: Phrase | None
    """A bill's stage in words; None where the interface words have it (`step.KEY`)."""
    when: When | None
    progress: str
    """done, now, planned or ahead."""
    body: Phrase | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    id: str
    text: Phrase
    outcome: str
    """open, met, partly or refused."""
    decided: date | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a timeline, newest first."""

    when: When
    kind: str
    """petition, statement, news (an item appeared; `link` is set), bill (`text`
    is the stage, `link` its document), opened, closed, delivery-planned,
    delivered, registered, answered, signatures (`count` is set), threshold
    (`count` and `text`), answer-due."""
    link: Link | None = None
    text: Phrase | None = None
    subject: Link | None = None
    """The petition that an event belongs to, on a campaign's timeline."""
    count: int | None = None
    is_over: bool = False
    body: Phrase | None = None
    is_key: bool = False
    """The event to see first: the newest of the bill, an answer."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way to sign."""

    kind: str
    """platform, email, paper or form."""
    name: Phrase | None
    href: str
    """Absolute, `mailto:`, or "" where no address is known."""
    address: str
    """An e-mail or postal address to show, or ""."""
    receives: Phrase | None
    """Who gets the signer's data."""
    needs_login: bool | None
    is_blocked: bool | None
    checked: date | None


@dataclass(frozen=True, slots=True)
class Picture:
    href: str
    width: int
    height: int
    alt: Phrase
    caption: Phrase | None
    credit: str
    source: str
    """An address, or ""."""
    licence: str


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words an item reports."""

    name: Phrase
    url: str
    archived: str
    language: str
    """A language code, or "" where it is not stated."""


@dataclass(frozen=True, slots=True)
class Correction:
    when: date
    text: Phrase


@dataclass(frozen=True, slots=True)
class Question:
    ask: Phrase
    answer: Passage


@dataclass(frozen=True, slots=True)
class Signatory:
    name: Phrase
    detail: str
    country: str
    """A name in the page's language, or ""."""
    url: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    when: date
    text: Phrase | None
