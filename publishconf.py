"""Settings of the published site: the ordinary ones, and where it stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

# Set SITEURL where the site is published, or write the address here.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
SEARCH = True
OFFLINE = True
