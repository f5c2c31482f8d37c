"""Sentences of documents: dates and numbers are written in them already, as no template can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.minber.languages.filters import filters
from plugins.minber.languages.when import When
from plugins.minber.library.model import Item
from plugins.minber.views.counts import Count
from plugins.minber.views.here import Here
from plugins.minber.views.items import Translation
from plugins.minber.views.parts import Phrase
from plugins.minber.views.voices import Signatory, Source


@dataclass(frozen=True, slots=True)
class Line:
    """A fact with its name, which may be ""."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words, dates and numbers of a language."""

    here: Here

    def written(self, how: str, value: object) -> str:
        """A value through a filter of the templates: `written("as_of", day)`."""
        words = self.here.site.words[self.here.code]
        return filters(self.here.language, words, self.here.library.languages)[how](value)

    def filled(self, key: str, **values: object) -> str:
        """An entry with its values put in."""
        return self.here.site.words[self.here.code].filled(key, **values)

    def counted(self, key: str, number: int) -> str:
        """The form of an entry for a number, which is written in it."""
        form = self.here.site.words[self.here.code].ngettext(key, key, number)
        return form % {"num": self.written("number", number)}

    def published(self, item: Item) -> str:
        """The day on which an item appeared."""
        return self.written("date", item.published)

    def notices(self, translation: Translation) -> Iterator[str]:
        """What a page says of a translation above its text."""
        if translation.state == "outdated":
            changed = self.filled("translation.changed")
            if translation.original_updated:
                day = self.written("date", translation.original_updated)
                changed = self.filled("translation.changed-on", date=day)
            yield f"{self.filled('translation.outdated')} {changed}"
        if translation.is_machine:
            unreviewed = self.filled("translation.unreviewed")
            yield f"{self.filled('translation.machine')} {unreviewed}"

    def signatures(self, count: Count | None) -> Iterator[Line]:
        """How many signed a petition, and on which day that was known."""
        if count:
            as_of = self.written("as_of", count.as_of)
            yield Line("", f"{self.total(count)}, {as_of}")

    def total(self, count: Count) -> str:
        """How many signed a petition."""
        return self.counted("count.over" if count.is_over else "count.total", count.total)

    def signed(self, count: int | None, as_of: When | date) -> Iterator[Line]:
        """How many signed a statement, and the day for which that holds."""
        if count:
            day = self.written("as_of", as_of)
            yield Line("", f"{self.counted('statement.count', count)}, {day}")

    def source(self, source: Source | None) -> Iterator[Line]:
        """Whose words are reported, and where they can be read."""
        if source:
            shown = ", ".join(filter(None, (source.name.text, source.url)))
            yield Line(self.filled("source.name"), shown)


def full_names(signatories: Iterable[Signatory]) -> tuple[Phrase, ...]:
    """Names with what stands behind them."""
    return tuple(
        Phrase(", ".join(filter(None, (each.name.text, detail, each.country))), each.name.lang)
        for each in signatories
        for detail in (each.detail.text if each.detail else "",)
    )
