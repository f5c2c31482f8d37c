"""All that may happen to a site between two builds: edits of content, theme and settings."""

from __future__ import annotations

from tests.edits.facts import OF_FACTS
from tests.edits.pictures import OF_PICTURES
from tests.edits.sites import OF_SITES
from tests.edits.texts import OF_TEXTS

EDITS = (*OF_TEXTS, *OF_FACTS, *OF_PICTURES, *OF_SITES)
