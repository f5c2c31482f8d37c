from __future__ import annotations

from tests.reading.conftest import opened, serve

__all__ = ["opened", "serve"]
