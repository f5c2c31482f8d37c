"""The view that each template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plugins.minber.views.badge import badge_view
from plugins.minber.views.campaign import campaign_view, home_view
from plugins.minber.views.data import ledger_table, petition_data, petitions_data
from plugins.minber.views.embed import embed_view
from plugins.minber.views.feeds import campaign_feed, language_feed, petition_feed
from plugins.minber.views.indexed import sitemap_view, sitemaps_view
from plugins.minber.views.lists import all_view, list_view, topic_view
from plugins.minber.views.offline import offline_view
from plugins.minber.views.petition import petition_view
from plugins.minber.views.plain import choice_view, lost_view, moved_view, page_view
from plugins.minber.views.saved import saved_view
from plugins.minber.views.search import search_view
from plugins.minber.views.statement import news_view, statement_view

VIEW_OF: Mapping[str, Callable[..., Any]] = {
    "404": lost_view,
    "all": all_view,
    "badge.svg": badge_view,
    "campaign": campaign_view,
    "campaign.atom": campaign_feed,
    "choice": choice_view,
    "embed": embed_view,
    "feed.atom": language_feed,
    "feed.json": language_feed,
    "home": home_view,
    "ledger.csv": ledger_table,
    "list": list_view,
    "moved": moved_view,
    "news": news_view,
    "offline": offline_view,
    "page": page_view,
    "petition": petition_view,
    "petition.atom": petition_feed,
    "petition.json": petition_data,
    "petitions.json": petitions_data,
    "saved": saved_view,
    "search": search_view,
    "sitemap.xml": sitemap_view,
    "sitemaps.xml": sitemaps_view,
    "statement": statement_view,
    "topic": topic_view,
}
"""By the name of the template; a kind of item has a template of its name.  Files of data, feeds and
sitemaps have none: what is made of their views stands in `pages/render.py`."""
