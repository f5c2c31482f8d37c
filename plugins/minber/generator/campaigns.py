"""Content in, pages out: what Pelican runs in place of its own generators."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG

from plugins.minber.cache.digests import digest_of
from plugins.minber.cache.store import Store, opened
from plugins.minber.cards import Easel
from plugins.minber.documents import Press
from plugins.minber.generator.extras import ExtrasMaker, texts_of
from plugins.minber.generator.messages import counted, pictures_told, tracked
from plugins.minber.library.model import Item
from plugins.minber.library.opening import (
    days_of_setting,
    flag_of_setting,
    misspelt_settings,
    names_of_setting,
    open_library,
    url_of_setting,
    uuid_of_setting,
)
from plugins.minber.library.shelving import Workroom
from plugins.minber.offline.archives import Archive, archives_of, stock_of
from plugins.minber.offline.making import Bindery, Shelf
from plugins.minber.output.building import Work, build, finish, with_pages
from plugins.minber.output.packing import promised, with_archives
from plugins.minber.pages.assets import assets_of
from plugins.minber.pages.inputs import Inputs, inputs_of
from plugins.minber.pages.jinja import loader_of, of_jinja
from plugins.minber.pages.plan import Planned, Rendered, alias_problems, offline_pages, pages
from plugins.minber.pages.render import renderer
from plugins.minber.pages.sheet import style_sheet
from plugins.minber.pages.templates import read_templates, template_digests
from plugins.minber.pictures import FORMATS, Studio, publish
from plugins.minber.problems import Problem, SiteRefused
from plugins.minber.release import place_of
from plugins.minber.views.here import Site, no_texts
from plugins.minber.views.selections import selections

PLUGIN = __name__.rpartition(".")[0]
"""As PLUGINS names it."""


class CampaignGenerator(Generator):
    """Content in, pages out; the context is the whole library, so nothing is half read."""

    def generate_context(self) -> None:
        content, settings = Path(self.settings["PATH"]), self.settings
        _refuse_if(misspelt_settings(settings, DEFAULT_CONFIG))
        with_drafts = flag_of_setting(settings, "WITH_DRAFTS", default=False)
        self.press, self.easel = Press(Path(self.theme)), Easel(Path(self.theme))
        self.stack = ExitStack()
        self.store = self.stack.enter_context(self._opened_store())
        with tracked() as track:
            self.opened = open_library(
                content,
                Path(self.theme),
                settings["LANGUAGES"],
                Workroom(self.store, track),
                with_drafts=with_drafts,
            )
            library = self.opened.library
            self.studio = Studio(content, names_of_setting(settings, "PICTURE_FORMATS", FORMATS))
            items, started = library.by_key.values(), time.perf_counter()
            pictures, made, faults = publish(items, self.studio, self.store, track)
            self.pictures_told = pictures_told(made, time.perf_counter() - started)
        _refuse_if([*self.opened.problems, *faults])
        self.site = Site(
            library=library,
            chosen=selections(library),
            words=self.opened.words,
            pictures=pictures,
            url=url_of_setting(settings, "SITEURL"),
            count_is_stale_after=days_of_setting(settings, "COUNT_IS_STALE_AFTER"),
            has_open_data=flag_of_setting(settings, "OPEN_DATA", default=True),
            has_search=flag_of_setting(settings, "SEARCH", default=False),
            has_offline=flag_of_setting(settings, "OFFLINE", default=False),
            # Whoever has got a draft by a feed keeps it.
            feed_id="" if with_drafts else uuid_of_setting(settings, "FEED_ID"),
            body_of=no_texts,
        )

    def generate_output(self, writer: Any) -> None:
        css = style_sheet(Path(self.theme, "css"))
        inputs = self._inputs(css)
        maker = ExtrasMaker(
            self.settings, self.press, self.easel, self.store, self._with_texts, self._common()
        )
        extras = maker.made(inputs)
        self.site, self.new_cards = extras.site, extras.new_cards
        self.assets = assets_of(self.site, self.press, self.easel, extras.index)
        inputs = replace(inputs, site=self.site)
        planned = list(pages(self.site, inputs))
        stock = stock_of(inputs, planned, self.assets.held_by_archives(), self.easel.digest())
        archives = archives_of(stock) if self.site.has_offline else []
        paths = [page.path for page in (*planned, *offline_pages(self.site, inputs))]
        paths += [archive.path for archive in archives]
        _refuse_if([*extras.problems, *alias_problems(self.site, paths)])
        work = Work(
            pages=planned,
            files=self.assets.keys(),
            texts=texts_of(self.site, self.settings, Path(self.theme)),
            output=place_of(Path(self.output_path)),
            staging=Path(self.output_path),
            is_alone=_is_alone(self.settings),
        )
        file_of = partial(self.assets.bytes_of, store=self.store)
        with tracked() as track:
            self.built = build(work, self.store, self._with_renderer(css), file_of, track)
        self._add_archives(archives, inputs, css)

    def _inputs(self, css: str) -> Inputs:
        """What pages are made of; templates are read once, and rendered as they were read."""
        folders = [*self.settings["THEME_TEMPLATES_OVERRIDES"], f"{self.theme}/templates"]
        templates = read_templates(map(Path, folders))
        self.env.loader = loader_of(templates, self.env.loader)
        common = self._common(css, *of_jinja(self.settings))
        return inputs_of(self.site, common, template_digests(templates))

    def _add_archives(self, archives: Sequence[Archive], inputs: Inputs, css: str) -> None:
        """Archives of what was built, and the pages that offer them, where there are any."""
        self.new_archives = 0
        if not archives:
            return
        if self.built.made.problems:
            # Such a site is not released, and its archives would be made for nothing.
            self.built = promised(self.built, [*archives, *offline_pages(self.site, inputs)])
            return
        shelf = Shelf(self.built.work.staging, self.built.work.output)
        render = self._with_renderer(css)
        bindery = Bindery(self.site, shelf, Path(self.theme, "fonts"), render(self.store))
        with tracked() as track:
            self.built, self.site, self.new_archives = with_archives(
                self.built, archives, bindery, track
            )
            more = list(offline_pages(self.site, replace(inputs, site=self.site)))
            self.built = with_pages(self.built, more, self.store, render, track)

    def finish(self) -> None:
        """Let all that stands already join what was made; raises SiteRefused."""
        used = (*self.opened.used, *self.assets.kept())
        with self.stack:
            _refuse_if(finish(self.built, self.store, used))

    def summary(self) -> str:
        """What was done, in a line."""
        done = self.built.made.rendered
        more = f", {counted(self.new_cards, 'card')} drawn" if self.new_cards else ""
        more += f", {counted(self.new_archives, 'archive')} made" if self.new_archives else ""
        pages = sum(page.is_shown for page in self.built.work.pages)
        work = {
            "read": counted(self.opened.read, "folder"),
            "converted": counted(self.opened.converted, "text"),
            "rendered": counted(done, "page"),
        }
        told = ", ".join(f"{what} {verb}" for verb, what in work.items())
        return f"{counted(pages, 'page')}: {told}{self.pictures_told}{more}, {pages - done} kept"

    def is_nowhere(self) -> bool:
        """Whether a site that is to be published has no address: it lacks what needs one."""
        site = self.site
        return (site.has_search or site.has_offline) and not site.url

    def _opened_store(self) -> AbstractContextManager[Store]:
        """The cache; without what earlier builds left where `--ignore-cache` is given."""
        loads = self.settings["LOAD_CONTENT_CACHE"]
        return opened(Path(self.settings["CACHE_PATH"])) if loads else opened(None)

    def _common(self, *more: str) -> dict[str, str]:
        """What decides every file of a language: the code, the words, the address, and `more`."""
        site = self.site
        flags = (site.has_open_data, site.has_search, site.has_offline)
        place = site.url, site.feed_id
        shared = (self.opened.basis, self.studio.digest(), *place, *map(str, flags), *more)
        return {c: digest_of(c, words, *shared) for c, words in self.opened.word_digests.items()}

    def _with_texts(self, store: Store) -> Site:
        """The site with the texts of a store of the process that asks."""

        def body_of(item: Item, language: str) -> str:
            return self.opened.body_of(item, language, store)

        return replace(self.site, body_of=body_of)

    def _with_renderer(self, css: str) -> Callable[[Store], Callable[[Planned], Rendered]]:
        """What renders a page with the texts of a store."""
        render = renderer(self.env, self.site.library.languages, self.site.words, css)

        def with_texts_of(store: Store) -> Callable[[Planned], Rendered]:
            site = self._with_texts(store)
            return lambda planned: render.rendered(planned.page(site))

        return with_texts_of


def _is_alone(settings: Mapping[str, Any]) -> bool:
    """Whether nobody else writes files of the site: no plugin, and nothing of Pelican's own."""
    others = "STATIC_PATHS THEME_STATIC_PATHS DIRECT_TEMPLATES TEMPLATE_PAGES OUTPUT_SOURCES"
    is_own = settings["PLUGINS"] == [PLUGIN]
    return is_own and not any(settings[key] for key in others.split())


def _refuse_if(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise SiteRefused(found)
