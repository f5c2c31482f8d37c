"""Markdown that nobody wrote: real words in no real order, with all that texts here may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.bench.lexicon import JOINERS, VOCABULARY

LENGTH = 5_000
"""Characters in a text, about."""
OVER = 70
"""What a paragraph is longer than asked for, as its last sentence is whole."""
SECTIONS = ("background", "reasons", "requests", "evidence", "next-steps")
INSIDE = "@"
"""What stands before the key of another item in a link."""


def chance(*names: object) -> Random:
    """Chance that is the same for the same names."""
    return Random(":".join(map(str, names)))


@dataclass(frozen=True, slots=True)
class Shape:
    """What is the same in all languages of a text."""

    links: tuple[str, ...]
    """Keys of the items that it links to."""
    sites: tuple[str, ...]
    figures: tuple[tuple[int, int], ...]
    """The rows of its table."""
    has_footnote: bool
    has_definitions: bool


def shape_of(random: Random, keys: Sequence[str]) -> Shape:
    """The shape of a text that may link to the items of `keys`."""
    return Shape(
        links=tuple(random.sample(keys, min(4, len(keys)))),
        sites=tuple(f"https://news.example.org/{random.randrange(10**6)}" for _ in range(2)),
        figures=tuple((random.randint(2, 99), random.randint(100, 9_999)) for _ in range(4)),
        has_footnote=random.random() < 1 / 4,
        has_definitions=random.random() < 1 / 6,
    )


@dataclass(frozen=True, slots=True)
class Writer:
    """One who writes in a language; the same chance gives the same words."""

    random: Random
    language: str

    def words(self, count: int) -> list[str]:
        """Two words of the vocabulary to one joiner."""
        chosen = self.random.choices(VOCABULARY[self.language], k=count)
        for at in range(2, count - 1, 3):
            chosen[at] = self.random.choice(JOINERS[self.language])
        return chosen

    def phrase(self, least: int, most: int) -> str:
        """Words with a capital letter and no full stop."""
        text = " ".join(self.words(self.random.randint(least, most)))
        return text[0].upper() + text[1:]

    def sentence(self, link: str = "") -> str:
        """A sentence, with a link to what is given, and something of every kind now and then."""
        words = self.words(self.random.randint(8, 16))
        middle = len(words) // 2
        if link:
            words[middle] = f"[{words[middle]} {words[middle + 1]}]({link})"
            del words[middle + 1]
        else:
            words[middle] = self._dressed(words[middle])
        if len(words) > 10:
            words[3] += ","
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def _dressed(self, word: str) -> str:
        number = self.random.randint(2, 48)
        forms = (f"**{word}**", f"*{word}*", f'"{word}"', f"- {word}", f"{number} {word}")
        return self.random.choice(forms) if self.random.random() < 1 / 2 else word

    def plain(self, length: int) -> str:
        """Sentences without Markdown, in one line."""
        text = self.phrase(8, 16) + "."
        while len(text) < length:
            text += f" {self.phrase(8, 16)}."
        return text

    def paragraph(self, length: int, link: str = "") -> str:
        """Sentences, each on its line as editors write them, up to a length."""
        lines = [self.sentence(link)]
        while sum(map(len, lines)) < length:
            lines.append(self.sentence())
        return "\n".join(lines)

    def points(self, mark: str) -> str:
        return "\n".join(f"{mark} {self.sentence()}" for _ in range(4))


def body(writer: Writer, shape: Shape) -> str:
    """A text of about LENGTH characters, `@campaign/item` for links to other items."""
    blocks = list(_blocks(writer, shape))
    missing = LENGTH - sum(map(len, blocks)) - len(SECTIONS) * OVER
    # What lacks goes to the end of each section in equal parts, so that all are read.
    for at in [n for n, block in enumerate(blocks) if block.startswith("## ")][::-1]:
        blocks.insert(at + 1, writer.paragraph(missing // len(SECTIONS)))
    return "\n\n".join(blocks) + "\n"


def _blocks(writer: Writer, shape: Shape) -> Iterator[str]:
    links = [f"{INSIDE}{key}" for key in shape.links] + list(shape.sites)
    yield writer.paragraph(250) + (" [^1]" if shape.has_footnote else "")
    for name, block in zip(SECTIONS, _specials(writer, shape), strict=True):
        yield f"## {writer.phrase(2, 5)} {{#{name}}}"
        yield writer.paragraph(150, links.pop() if links else "")
        yield block
    if shape.has_definitions:
        yield "\n\n".join(f"{writer.phrase(1, 2)}\n:   {writer.sentence()}" for _ in range(2))
    if shape.has_footnote:
        yield f"[^1]: {writer.sentence()}"


def _specials(writer: Writer, shape: Shape) -> Iterator[str]:
    """One for each section."""
    yield writer.points("-")
    yield f"> {writer.sentence()}\n> {writer.sentence()}"
    yield f"### {writer.phrase(2, 4)}\n\n{writer.points('1.')}"
    yield _table(writer, shape)
    yield writer.sentence(f"#{SECTIONS[0]}")


def _table(writer: Writer, shape: Shape) -> str:
    head = " | ".join(writer.phrase(1, 2) for _ in range(3))
    rows = [f"| {writer.phrase(1, 3)} | {a} | {b} |" for a, b in shape.figures]
    return "\n".join([f"| {head} |", "|---|---|---|", *rows])
