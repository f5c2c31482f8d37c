"""What the site is about, as facts that do not change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from plugins.minber.languages.settings import Language
from plugins.minber.languages.when import When
from plugins.minber.library.links import Target
from plugins.minber.markup.markup import Markup
from plugins.minber.schema.registry import Registry
from plugins.minber.schema.tables import SignatoryRow, SignatureRow

if TYPE_CHECKING:
    from plugins.minber.schema.documents import Loc


@dataclass(frozen=True, slots=True)
class Edition:
    """An item in one language."""

    language: str
    words: Any
    """The front matter: Words, CauseWords or StatementWords."""
    text: Markup
    """What the text refers to; its HTML, which only its own page needs, stands elsewhere."""
    has_text: bool
    actions: tuple[Markup, ...]
    answers: tuple[Markup, ...]
    """The answers to `words.questions`."""
    state: str
    """original, current or outdated."""
    leads_to: tuple[Target, ...]
    """Where all its links to content lead, each once, sorted."""

    def passages(self) -> Iterator[tuple[Loc, Markup]]:
        """Every converted text with its place in the front matter; () is the body."""
        yield (), self.text
        for number, action in enumerate(self.actions):
            yield ("actions", number), action
        for number, answer in enumerate(self.answers):
            yield ("questions", number, "answer"), answer

    @property
    def shown_state(self) -> str:
        """What the switcher says: a machine's translation is `machine` unless it is outdated."""
        return "machine" if self.words.machine and self.state == "current" else self.state


@dataclass(frozen=True, slots=True)
class Item:
    """A campaign, a petition, a statement, a news piece or a page."""

    kind: str
    campaign: str
    slug: str
    path: str
    """Of its folder, from `content`."""
    facts: Any
    """CampaignFacts, PetitionFacts, StatementFacts or NewsFacts; None of a page."""
    editions: Mapping[str, Edition]
    """By language, in the order of the languages."""
    signatures: tuple[SignatureRow, ...]
    signatories: tuple[SignatoryRow, ...]
    pictures: Mapping[str, str]
    """Digests of the picture files by name."""
    digest: str
    """Of all its files and of whatever else decides what is made of them."""
    faces: Mapping[str, str]
    """By language, the digest of what other pages may show of it: all but its texts."""
    days: tuple[date, ...]
    """The days that its facts name or set, sorted: some pages say on which side of one today is."""
    due: date | None = None
    """The last day for the answer to a petition, where its facts set one."""

    @property
    def key(self) -> str:
        """`campaign/item`, `campaign` or `pages/page`."""
        if self.kind == "page":
            return f"pages/{self.slug}"
        return self.slug if self.kind == "campaign" else f"{self.campaign}/{self.slug}"

    @property
    def original(self) -> Edition:
        return next(e for e in self.editions.values() if e.state == "original")

    def shown(self, language: str) -> Edition:
        """The edition that a reader of a language gets: theirs, else the original."""
        return self.editions.get(language) or self.original

    def worded(self, language: str, key: str, id_: Any) -> tuple[str, str]:
        """The words for an id of the facts, and their language.

        A translation that is behind may lack them: then they are the original's.
        """
        edition = self.shown(language)
        if id_ not in getattr(edition.words, key):
            edition = self.original
        return getattr(edition.words, key)[id_], edition.language

    def state(self, language: str) -> str:
        """original, current, outdated, machine or missing."""
        edition = self.editions.get(language)
        return edition.shown_state if edition else "missing"

    @property
    def published(self) -> When:
        return cast("When", self.facts.published.when)

    @property
    def is_listed(self) -> bool:
        """Whether lists show it: what was withdrawn keeps its address and leaves the lists."""
        return self.facts is None or self.facts.withdrawn is None


Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    item: Item
    items: Items
    """Its petitions, statements and news, newest first."""

    def of_kind(self, kind: str) -> Items:
        return tuple(item for item in self.items if item.kind == kind)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is published on a day."""

    languages: tuple[Language, ...]
    campaigns: tuple[Campaign, ...]
    """The one with the newest item first."""
    pages: tuple[Item, ...]
    registry: Registry
    today: date
    by_path: Mapping[str, Item]
    by_key: Mapping[str, Item]

    def items(self) -> Iterator[Item]:
        """Petitions, statements and news of all campaigns."""
        for campaign in self.campaigns:
            yield from campaign.items

    def language(self, code: str) -> Language:
        return next(language for language in self.languages if language.code == code)


def newest_first(item: Item) -> tuple[int, int, int, str]:
    """The sort key of every list by date; a tie is broken by the item's key.

    What is known only to the month counts as the newest of it.
    """
    year, month, day = item.published.place_among_events
    return -year, -month, -day, item.key
