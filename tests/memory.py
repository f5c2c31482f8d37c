"""What is made of the same again and again, made once for all processes of the suite."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.minber.cache.digests import digest_of


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of results by what they were made of."""

    folder: Path

    def of(self, made: Callable[[], Any], *asked: str) -> Any:
        """What was made of the same before, else what is made of it now."""
        kept = self.folder / digest_of(*asked)
        if not kept.exists():
            new = kept.with_name(f"{kept.name}-{os.getpid()}")
            new.write_bytes(pickle.dumps(made()))
            new.rename(kept)
        return pickle.loads(kept.read_bytes())  # noqa: S301 - written above
