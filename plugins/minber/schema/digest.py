"""The digest of an edition's words: what `translates: ru@1f3a9c0b72de` refers to."""

from __future__ import annotations

import hashlib
import unicodedata

from plugins.minber.schema.words import WordsFile, texts

LENGTH = 12


def words_digest(words: WordsFile) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of title, summary, the other texts, body.

    The other texts come in the order of their keys; each text is NFC with runs of
    white space folded, so that a reflowed line is no change of words.
    """
    data = dict(words.document.data)
    named = {".".join(map(str, loc)): text for loc, text in texts(data)}
    first = [(key, named.pop(key, "")) for key in ("title", "summary")]
    lines = [f"{name}\t{folded(text)}" for name, text in (*first, *sorted(named.items()))]
    whole = "\n".join((*lines, folded(words.body)))
    return hashlib.sha256(whole.encode()).hexdigest()[:LENGTH]


def folded(text: str) -> str:
    """NFC, with each run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())
