"""Stock Pelican as near to our site as its own settings bring it."""

from __future__ import annotations

from pathlib import Path

SITENAME = "Minber"
SITEURL = "https://minber.example.org"
RELATIVE_URLS = True
PATH = "content"
THEME = "theme"
TIMEZONE = "Asia/Almaty"
LOCALE = ["C.UTF-8", "C"]
DEFAULT_LANG = "kk"
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
CSS = Path(__file__).with_name("site.css").read_text("utf-8")

PAGE_PATHS = ["pages"]
ARTICLE_PATHS = ["campaigns"]
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
READERS = {"rst": None, "html": None}
MARKDOWN = {
    "extensions": [
        "markdown.extensions.attr_list",
        "markdown.extensions.def_list",
        "markdown.extensions.footnotes",
        "markdown.extensions.meta",
        "markdown.extensions.sane_lists",
        "markdown.extensions.smarty",
        "markdown.extensions.tables",
    ],
    "output_format": "html5",
}

ARTICLE_URL = ARTICLE_SAVE_AS = "{lang}/{category}/{slug}.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = ARTICLE_URL
PAGE_URL = PAGE_SAVE_AS = "{lang}/{slug}.html"
PAGE_LANG_URL = PAGE_LANG_SAVE_AS = PAGE_URL
CATEGORY_URL = CATEGORY_SAVE_AS = "kk/{slug}/index.html"
TAG_URL = TAG_SAVE_AS = "kk/topics/{slug}.html"
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "kk/all-{date:%Y}.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "archives", "categories", "tags", "404"]
ARCHIVES_SAVE_AS = "kk/all.html"
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
