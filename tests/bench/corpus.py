"""A site of any size that nobody wrote: the same seed gives the same items, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tests.bench.items import Item, Place, campaign_of, item_of, page_of
from tests.bench.lexicon import LANGUAGES, PAGES, VOCABULARY
from tests.bench.prose import chance

ITEMS_OF_A_CAMPAIGN = 50
FIRST_DAY = date(2016, 1, 1)
DAYS = 8 * 365
KINDS = ("petition", "statement", "news", "news", "news")


@dataclass(frozen=True)
class Corpus:
    """A third as many items as texts, a campaign for each fifty of them, and a few pages."""

    texts: int
    seed: int = 1
    kinds: Sequence[str] = KINDS
    """Of the items, in turn."""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Petitions, statements and news, without their words."""
        return tuple(self._place(number) for number in range(self.texts // len(LANGUAGES)))

    def _place(self, number: int) -> Place:
        random = chance(self.seed, "place", number)
        slug = "-".join([*random.sample(VOCABULARY["en"], 2), str(number)])
        published = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        campaign = f"campaign-{number // ITEMS_OF_A_CAMPAIGN + 1}"
        return Place(self.kinds[number % len(self.kinds)], campaign, slug, published)

    def items(self) -> Iterator[Item]:
        """Everything, campaign by campaign; each is written only when it is asked for."""
        for start in range(0, len(self.places), ITEMS_OF_A_CAMPAIGN):
            places = self._of_campaign(start)
            yield campaign_of(self.seed, places)
            yield from (item_of(self.seed, place, places) for place in places)
        yield from (page_of(self.seed, slug) for slug in PAGES)

    def item(self, number: int) -> Item:
        """One petition, statement or news piece."""
        return item_of(self.seed, self.places[number], self._of_campaign(number))

    def _of_campaign(self, number: int) -> tuple[Place, ...]:
        start = number - number % ITEMS_OF_A_CAMPAIGN
        return self.places[start : start + ITEMS_OF_A_CAMPAIGN]
