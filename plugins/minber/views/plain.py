"""Pages about the site, the choice of language, what is not there, what has moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from plugins.minber.library.model import Item
from plugins.minber.views import addresses
from plugins.minber.views.addresses import PathIn
from plugins.minber.views.frame import Frame, item_frame, nowhere, page_frame
from plugins.minber.views.here import Here
from plugins.minber.views.items import ItemHead, item_head
from plugins.minber.views.parts import Link, Phrase


@dataclass(frozen=True, slots=True)
class PageView:
    frame: Frame
    head: ItemHead


def page_view(here: Here, page: Item) -> PageView:
    """A page about the site."""
    return PageView(item_frame(here, page), item_head(here, page))


@dataclass(frozen=True, slots=True)
class Choice:
    """One language on a page that speaks all of them."""

    lang: str
    name: str
    href: str
    title: str
    text: str
    leads_to: Phrase | None = None
    """What stands at `href`; None for a home page."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    frame: Frame
    choices: tuple[Choice, ...]


def choice_view(here: Here) -> ChoiceView:
    """`index.html`: `here` is in the first language, which no reader is asked to know."""
    name = here.label("site.name")
    frame = replace(
        page_frame(here, "choice", name, addresses.home),
        canonical=addresses.absolute(addresses.CHOICE, here.site.url),
        feeds=(),
    )
    return ChoiceView(frame, _choices(here, addresses.home, "site.name", "site.tagline"))


@dataclass(frozen=True, slots=True)
class Lost:
    """What readers of a language are told in place of a page that is not there."""

    lang: str
    title: str
    text: str
    home: Link
    others: tuple[Link, ...]
    """Where a text can be looked for."""


@dataclass(frozen=True, slots=True)
class LostView:
    """`404.html`, which a host shows at any depth."""

    frame: Frame
    languages: tuple[Lost, ...]


def lost_view(here: Here) -> LostView:
    """What a host shows for an address that is not there, in all languages."""
    title = here.label("lost.title")
    frame = page_frame(here, "missing-page", title, addresses.home)
    languages = here.library.languages
    return LostView(
        nowhere(frame), tuple(_lost(replace(here, language=each)) for each in languages)
    )


def _lost(here: Here) -> Lost:
    searched = [_way(here, "search", addresses.search)] if here.site.has_search else []
    return Lost(
        lang=here.code,
        title=here.word("lost.title"),
        text=here.word("lost.text"),
        home=_way(here, "home", addresses.home),
        others=(_way(here, "all", addresses.all_texts), *searched),
    )


def _way(here: Here, key: str, path_in: PathIn) -> Link:
    """A whole address, where the site has one: how deep the page is shown, it does not know."""
    path = path_in(here.code)
    href = addresses.absolute(path, here.site.url) or here.href(path)
    return Link(href, here.label(f"nav.{key}"))


@dataclass(frozen=True, slots=True)
class MovedView:
    """An old address, which leads on."""

    frame: Frame
    choices: tuple[Choice, ...]
    refresh: str
    """Where to go at once, or ""."""


def moved_view(here: Here, item: Item) -> MovedView:
    """`here.path` is an alias; under a language's folder it leads to that edition."""
    language = here.path.partition("/")[0]
    codes = [language.code for language in here.library.languages]
    wanted = [language] if language in codes else codes
    path_in = partial(addresses.of_item, item)
    choices = tuple(
        replace(choice, leads_to=here.title(item, choice.lang))
        for choice in _choices(here, path_in, "moved.title", "moved.text")
        if choice.lang in wanted
    )
    frame = page_frame(here, "moved", here.title(item), path_in)
    refresh = choices[0].href if len(choices) == 1 else ""
    return MovedView(nowhere(frame), choices, refresh)


def _choices(here: Here, path_in: PathIn, title: str, text: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            lang=language.code,
            name=language.name,
            href=here.href(path_in(language.code)),
            title=words.gettext(title),
            text=words.gettext(text),
        )
        for language in here.library.languages
        for words in (here.site.words[language.code],)
    )
