"""What a PDF says, as a reader of it would find it."""

from __future__ import annotations

import io
import re
import unicodedata

from pypdf import PdfReader


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def words_in(data: bytes) -> str:
    """All words with single spaces, however lines were broken."""
    text = " ".join(page.extract_text() for page in opened(data).pages)
    return unicodedata.normalize("NFC", re.sub(r"[\s\u200b]+", " ", text))


def facts_of(data: bytes) -> dict[str, str]:
    """What a PDF says of itself."""
    return {key: str(value) for key, value in (opened(data).metadata or {}).items()}


def pages_of(data: bytes) -> int:
    return len(opened(data).pages)


def links_in(data: bytes) -> set[str]:
    """The addresses that links of a PDF lead to."""
    found = set()
    for page in opened(data).pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object().get("/A", {})
            found |= {str(action["/URI"])} if "/URI" in action else set()
    return found
