"""The only room that knows Pelican: settings in, signals, generator, command line."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import console
from pelican.plugins import signals
from rich.console import ConsoleRenderable, RenderHook

from plugins.minber.inspection import inspect
from plugins.minber.languages.words import MissingWord
from plugins.minber.library.opening import open_library
from plugins.minber.pages.plan import alias_problems, pages
from plugins.minber.pages.render import renderer, style_sheet, word_problem
from plugins.minber.pages.texts import text_files
from plugins.minber.pictures import publish
from plugins.minber.problems import Problem, SiteRefused, report
from plugins.minber.release import NotASite, replacing
from plugins.minber.views.here import Site


class CampaignSite(Pelican):
    """Pelican's own run, whole or not at all."""

    def run(self) -> None:
        """Build beside the output folder and take its place; raises SiteRefused or NotASite."""
        logging.getLogger("pelican").addFilter(_without_traceback)
        output = Path(self.output_path)
        try:
            with replacing(output) as staging:
                self.output_path = str(staging)
                self._make(staging)
            pages = sum(1 for _ in output.rglob("*.html"))
            print(f"{pages} pages in {os.path.relpath(output)}")
        except SiteRefused as refusal:
            print(report(refusal.problems), file=sys.stderr)
            raise
        finally:
            self.output_path = str(output)

    def _make(self, staging: Path) -> None:
        console.push_render_hook(_OwnCount())
        try:
            super().run()  # type: ignore[no-untyped-call]
        except MissingWord as error:
            raise SiteRefused([word_problem(error)]) from error
        finally:
            console.pop_render_hook()
        _refuse_if(inspect(staging))


class _OwnCount(RenderHook):
    """Pelican counts its own articles and pages, of which there are none: that would alarm."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [each for each in renderables if "Processed 0 articles" not in str(each)]


def _without_traceback(record: logging.LogRecord) -> bool:
    """Problems, and disks that are full, need no traceback: their own words say what to do."""
    if record.exc_info and isinstance(record.exc_info[1], (SiteRefused, NotASite, OSError)):
        record.exc_info = None
    return True


class CampaignGenerator(Generator):
    """Content in, pages out; the context is the whole library, so nothing is half read."""

    def generate_context(self) -> None:
        content = Path(self.settings["PATH"])
        opened = open_library(
            content,
            Path(self.theme),
            self.settings["LANGUAGES"],
            with_drafts=self.settings.get("WITH_DRAFTS", False),
        )
        pictures, faults = publish(opened.library.by_key.values(), content)
        _refuse_if([*opened.problems, *faults])
        url = self.settings["SITEURL"].rstrip("/")
        self.site = Site(opened.library, opened.words, pictures, url)

    def generate_output(self, writer: Any) -> None:
        planned = list(pages(self.site))
        _refuse_if(alias_problems(self.site, planned))
        css = style_sheet(Path(self.theme, "css"))
        render = renderer(self.env, self.site.library.languages, self.site.words, css)
        files = {page.path: render.html(page).encode() for page in planned}
        files |= {picture.path: picture.data for picture in self.site.pictures.values()}
        texts = text_files(self.site, self.settings.get("SECURITY_CONTACT", ""))
        files |= {path: text.encode() for path, text in texts.items()}
        _write(Path(self.output_path), files)


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _refuse_if(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise SiteRefused(found)


def _get_generators(_: Pelican) -> type[Generator]:
    return CampaignGenerator


def register() -> None:
    """Pelican calls this for each plugin in PLUGINS."""
    signals.get_generators.connect(_get_generators)
