"""Settings of the site; publishconf.py adds what only the published site has."""

from __future__ import annotations

import sys
from pathlib import Path

# Pelican's own command does not look for plugins beside the settings.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from jinja2 import StrictUndefined

from plugins.minber.generator import CampaignSite

SITENAME = "Minber"
"""For Pelican's messages only: readers see `site.name` of theme/translations/."""
SITEURL = ""
"""Where the site stands, without a slash at its end; publishconf.py sets it."""
SECURITY_CONTACT = ""
"""Whom to tell of a weakness of the site (`mailto:` or `https:`), for security.txt."""
FEED_ID = "6cb0209e-777a-4782-a927-c868b1cba145"
"""The UUID from which the ids of feeds and their entries are made, None for no feeds.

It is never changed, not even where the site moves: readers' programs would take every text for a
new one.  A copy of this repository for another site makes one of its own, by `uuidgen`.
"""
COUNT_IS_STALE_AFTER = 30
"""Days after which the page of an open petition says that its count is old; None for never."""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
CACHE_PATH = ".cache/site"
"""What builds keep for the next one; it may be deleted at any time."""
LOAD_CONTENT_CACHE = True
"""False, as by Pelican's --ignore-cache, builds from nothing."""
OPEN_DATA = True
"""Whether petitions have badges and data for other people's sites and programs."""
TIMEZONE = "Asia/Almaty"
# Not that of the machine, which decides nothing here and may not even be installed.
LOCALE = ["C.UTF-8", "C"]

# The languages, as equals, in this order everywhere.  A further language is one more row
# (code, name and locale are enough) and theme/translations/<code>.po.
NBSP = "\u00a0"
LANGUAGES = [
    {
        "code": "kk",
        "name": "Қазақша",
        "locale": "kk",
        "og": "kk_KZ",
        "alphabet": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "quotes": "«»“”",
        "long_day": f"y{NBSP}'ж'.{NBSP}d{NBSP}MMMM",
        "long_month": f"y{NBSP}'ж'.{NBSP}MMMM",
        "medium_day": f"y{NBSP}'ж'. d{NBSP}MMM",
        "medium_month": f"y{NBSP}'ж'. MMM",
        "enclitics": "да де та те ма ме ба бе па пе",
    },
    {
        "code": "ru",
        "name": "Русский",
        "locale": "ru",
        "og": "ru_RU",
        # Without ё, which sorts as е.
        "alphabet": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "quotes": "«»„“",
        "long_day": f"d{NBSP}MMMM y{NBSP}'г'.",
        "long_month": f"LLLL y{NBSP}'г'.",
        "medium_day": f"d{NBSP}MMM y{NBSP}'г'.",
        "medium_month": f"LLL y{NBSP}'г'.",
        "proclitics": (
            "а без в во для до за и из или к как ко на над не ни но о об от по под при про с со"
            " у что гл. п. пп. см. ст. стр."
        ),
        "enclitics": "б бы ж же ли ль",
    },
    {
        "code": "en",
        "name": "English",
        "locale": "en_GB",
        "og": "en_GB",
        "alphabet": "abcdefghijklmnopqrstuvwxyz",
        "quotes": "“”‘’",
        "long_day": f"d{NBSP}MMMM y",
        "long_month": "MMMM y",
        "medium_day": f"d{NBSP}MMM y",
        "medium_month": "MMM y",
        "proclitics": "art. dr mr mrs ms no. p. pp.",
    },
]
DEFAULT_LANG = LANGUAGES[0]["code"]
WITH_DRAFTS = False
CARDS = True
"""Whether each text has a card, which messengers show with a link to it."""
PICTURE_FORMATS = ["avif", "webp", "jpeg"]
"""In which pictures are published; drawings have a PNG in place of the JPEG."""
PAPER = True
"""Whether petitions and statements can be printed: signature sheets, posters and letters as PDF."""
SEARCH = False
"""Whether the search page has an index to ask; publishconf.py has it made."""
OFFLINE = False
"""Whether there are archives for reading without a network; publishconf.py has them made."""

PELICAN_CLASS = CampaignSite
PLUGINS = ["plugins.minber.generator"]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "extensions": ["jinja2.ext.i18n"],
}

# Pelican's own articles and pages: ours replace them.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
THEME_STATIC_PATHS = []
READERS = {"rst": None, "html": None, "md": None}
FEED_ALL_ATOM = FEED_ATOM = FEED_RSS = None
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
