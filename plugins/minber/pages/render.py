"""HTML of a page from its view and its template."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import traceback
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import Environment, TemplateSyntaxError, UndefinedError
from markupsafe import Markup as SafeHtml
from markupsafe import escape

from plugins.minber.feeds import Entry, Feed, atom, json_feed
from plugins.minber.languages.settings import Language
from plugins.minber.languages.words import MissingWord, Words
from plugins.minber.pages.environment import environments
from plugins.minber.pages.plan import Rendered
from plugins.minber.pages.rules import sheet_of
from plugins.minber.problems import Problem, SiteRefused
from plugins.minber.sitemap import sitemap, sitemap_index
from plugins.minber.source.addresses import origin_of

if TYPE_CHECKING:
    from plugins.minber.pages.plan import Page
    from plugins.minber.views.feeds import FeedView, NewEntry

BLANK_LINES = re.compile(r"(<(pre|textarea)\b.*?</\2>)|\n(?: *\n)+", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[ \t\n]+")
"""Those that may break: in numbers there are others."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a page looks like, and what it may load."""

    css: SafeHtml
    policy: SafeHtml


@dataclass(frozen=True, slots=True)
class Renderer:
    """One environment a language, so that macros too find the words of their language."""

    environments: Mapping[str, Environment]
    css: str
    cut: Callable[[frozenset[str]], str]
    """The rules of the sheet that a page with some names needs, remembered for pages alike."""

    def rendered(self, page: Page) -> Rendered:
        """The page, a piece of one, a picture or data.

        Raises MissingWord, and SiteRefused when its template cannot make it.
        """
        # Only now: a build that renders no page needs no views.
        from plugins.minber.views.feeds import FeedView

        ending = page.template.rpartition(".")[2]
        if isinstance(page.view, FeedView):
            feed = self._feed(page, page.view)
            return Rendered(atom(feed) if ending == "atom" else json_of(json_feed(feed)), ())
        match ending:
            case "xml":
                write = sitemap_index if page.template == "sitemaps.xml" else sitemap
                return Rendered(write(page.view), ())
            case "json":
                return Rendered(json_of(page.view), ())
            case "csv":
                return Rendered(str(page.view), ())
            case "svg" | "saved":
                return Rendered(self._text(page), ())
        forms, scripts = page.view.frame.forms, page.view.frame.scripts
        return Rendered(self._text(page, partial(self._style, forms, scripts)), forms, scripts)

    def _style(self, forms: Collection[str], scripts: Collection[str], body: str) -> Style:
        # A script may add what the body does not hold yet.
        css = self.css if scripts else self.cut(sheet_of(self.css).names_in(body))
        return Style(SafeHtml(css), policy_attribute(css, forms, scripts))  # noqa: S704 - our own

    def _feed(self, page: Page, view: FeedView) -> Feed:
        """The feed with the HTML of its entries."""
        return replace(view.feed, entries=tuple(self._entry(page, new) for new in view.entries))

    def _entry(self, page: Page, new: NewEntry) -> Entry:
        def made(template: str) -> str:
            part = replace(page, template=template, view=new.content)
            return self._text(part).strip()

        if new.entry.title:
            return replace(new.entry, html=made("feed_item"))
        title = html.unescape(_SPACES.sub(" ", _TAG.sub("", made("feed_title"))))
        return replace(new.entry, title=title, html=made("feed_event"))

    def _text(self, page: Page, style_of: Callable[[str], Style] | None = None) -> str:
        """What the template makes; `style_of` gives a page its style, from its body."""
        try:
            template = self.environments[page.language].get_template(_file_name(page.template))
            text = template.render(view=page.view, style_of=style_of, lang=page.language)
            return without_blank_lines(text.strip()) + "\n"
        except MissingWord:
            raise
        except Exception as error:  # A template can go wrong in every way that Python can.
            raise SiteRefused([_template_problem(error, page)]) from error


def without_blank_lines(text: str) -> str:
    """The page without the empty lines that templates leave, but for those that readers see."""
    return BLANK_LINES.sub(lambda found: found[1] or "\n", text)


def json_of(view: Any) -> str:
    """Data as JSON that people can read too."""
    return msgspec.json.format(msgspec.json.encode(view), indent=2).decode() + "\n"


def word_problem(error: MissingWord) -> Problem:
    """What a missing word asks for, with the path of its file from the theme."""
    path, _, rule = str(error).partition(": ")
    return Problem("/".join(Path(path).parts[-3:]), 1, rule)


def _template_problem(error: Exception, page: Page) -> Problem:
    """The fault at the innermost line of a template that led to it."""
    path, line = f"theme/templates/{_file_name(page.template)}", 1
    for frame in traceback.extract_tb(error.__traceback__):
        parts = Path(frame.filename).parts
        if frame.filename.endswith((".html", ".svg")) and "templates" in parts:
            path = "/".join(parts[_last(parts, "templates") - 1 :])
            line = frame.lineno or 1
    is_plain = isinstance(error, (TemplateSyntaxError, UndefinedError))
    kind = "" if is_plain else f"{type(error).__name__} "
    return Problem(path, line, f"the template must be able to make {page.path}: {kind}{error}")


def _file_name(template: str) -> str:
    return template if "." in template else f"{template}.html"


def _last(parts: tuple[str, ...], name: str) -> int:
    return len(parts) - 1 - parts[::-1].index(name)


def renderer(
    base: Environment, languages: tuple[Language, ...], words: Mapping[str, Words], css: str
) -> Renderer:
    """The renderer of all languages; `base` gives loader, filters and globals."""
    # Only a page that is made asks for the sheet.
    cut = cache(lambda names: sheet_of(css).needed_by(names))
    return Renderer(environments(base, languages, words), css, cut)


def policy_attribute(
    css: str, forms: Collection[str] = (), scripts: Collection[str] = ()
) -> SafeHtml:
    """The policy as the value of an attribute in double quotes, where ' needs no escape."""
    escaped = str(escape(content_policy(css, forms, scripts)))
    return SafeHtml(escaped.replace("&#39;", "'"))  # noqa: S704 - escaped above


def content_policy(css: str, forms: Collection[str] = (), scripts: Collection[str] = ()) -> str:
    """What a page may load: its own style sheet and pictures of the site, nothing else.

    What is filled in may be sent only to the origins of `forms`, the addresses of its forms.  A
    page with `scripts` may run those of the site and the machine code that they load from it.
    No other page connects to anything: `connect-src` is for tools that ask for robots.txt in the
    name of a page and take a refusal for a fault of the site (GoogleChrome/lighthouse #4386).
    """
    origins = " ".join(sorted({origin_of(url) for url in forms if url})) or "'none'"
    running = "script-src 'self' 'wasm-unsafe-eval'; " if scripts else ""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return (
        f"default-src 'none'; {running}connect-src 'self'; style-src 'sha256-{digest}'; "
        f"img-src 'self' data:; base-uri 'none'; form-action {origins}"
    )
