"""What is made for a site besides its pages, as far as its settings ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.minber.cache.store import Store
from plugins.minber.cards import Easel
from plugins.minber.documents import Press
from plugins.minber.generator.messages import tracked
from plugins.minber.library.opening import flag_of_setting
from plugins.minber.pages.inputs import Inputs
from plugins.minber.pages.papers import Workshop, printed
from plugins.minber.pages.postcards import NONE, Atelier, Drawn, draw
from plugins.minber.pages.searching import Sources, index_of
from plugins.minber.pages.texts import text_files
from plugins.minber.problems import Problem
from plugins.minber.search import Index, script_files
from plugins.minber.views.here import Site, WithTexts


@dataclass(frozen=True, slots=True)
class Extras:
    """What there is besides pages."""

    site: Site
    """With its documents and cards, which pages offer."""
    index: Index
    new_cards: int
    problems: tuple[Problem, ...]
    """Each once: a character that the fonts lack is in the way of a document and of a card."""


@dataclass(frozen=True, slots=True)
class ExtrasMaker:
    """Makes what is no page, and keeps it in the store."""

    settings: Mapping[str, Any]
    press: Press
    easel: Easel
    store: Store
    with_texts: WithTexts
    common: Mapping[str, str]
    """What decides every file of a language, by language."""

    def made(self, inputs: Inputs) -> Extras:
        """Documents, cards and the index of the search."""
        site, unprinted = self._with_documents(inputs)
        drawn = self._cards(inputs)
        index, unfound = self._index(inputs)
        problems = dict.fromkeys((*unprinted, *drawn.problems, *unfound))
        return Extras(replace(site, cards=drawn.cards), index, drawn.new, tuple(problems))

    def _with_documents(self, inputs: Inputs) -> tuple[Site, list[Problem]]:
        """The site with what can be printed, and what forbids to print it."""
        if not flag_of_setting(self.settings, "PAPER", default=True):
            return inputs.site, []
        shop = Workshop(self.press, Path(self.settings["PATH"]), self.with_texts, self.common)
        with tracked() as track:
            return printed(inputs, shop, self.store, track)

    def _cards(self, inputs: Inputs) -> Drawn:
        """The cards, where there are any."""
        if not flag_of_setting(self.settings, "CARDS", default=True):
            return NONE
        atelier = Atelier(self.easel, Path(self.settings["PATH"]), self.common)
        with tracked() as track:
            return draw(inputs, atelier, self.store, track)

    def _index(self, inputs: Inputs) -> tuple[Index, list[Problem]]:
        """What the search page asks, where it does, and what forbids to make it."""
        if not inputs.site.has_search:
            return Index(), []
        sources = Sources(self.with_texts, self.common)
        with tracked() as track:
            return index_of(inputs, sources, self.store, track)


def texts_of(site: Site, settings: Mapping[str, Any], theme: Path) -> dict[str, bytes]:
    """The files that are made of the settings and the theme alone, by path."""
    texts = text_files(site, settings.get("SECURITY_CONTACT", ""))
    files = {path: text.encode() for path, text in texts.items()}
    if site.has_search:
        codes = [language.code for language in site.library.languages]
        files |= script_files(theme / "scripts", codes)
    return files
