"""Pictures out of the blocks of a text: each stands alone behind the outermost that held it.

A figure with a caption may stand between paragraphs and tables, not in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

PICTURE_SCHEME = "picture:"

_OWN_LINE = "Put it on a line of its own"
_NO_PLACE = {
    "a": ("a link", f"{_OWN_LINE}, and the link into words."),
    "dt": ("a term", f"{_OWN_LINE} behind the definitions."),
    # Only of footnotes are there parts.
    "div": ("a footnote", f"{_OWN_LINE} in the text."),
    **{f"h{level}": ("a heading", f"{_OWN_LINE} below it.") for level in range(1, 7)},
}
"""What may not hold a picture, with the remedy, by tag."""
_KEPT_EMPTY = frozenset(("thead", "tbody", "tr", "th", "td", "dd"))
_SPACE = " \n"


def lift_pictures(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Move each picture of a text; yields it, what it may not stand in, or "", and the remedy.

    What held nothing else goes.
    """
    if next(root.iter("img"), None) is None:
        return
    for block in list(root):
        paths = list(_paths((root, block)))
        for path in paths:
            _take_out(path[-1], path[-2])
        at = list(root).index(block) + 1
        root[at:at] = [path[-1] for path in paths]
        for path in paths:
            _drop_empty(path[:-1])
            path[-1].tail = "\n"
            places = (_NO_PLACE[holder.tag] for holder in path[1:] if holder.tag in _NO_PLACE)
            yield path[-1], *next(places, ("", ""))


def _paths(holders: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """Each picture in the last of the holders, behind all that it is in."""
    for child in holders[-1]:
        if child.tag == "img":
            yield (*holders, child)
        else:
            yield from _paths((*holders, child))


def _take_out(element: Element, holder: Element) -> None:
    """The words on both sides close up; of a line that held nothing else no break is left."""
    at, is_last = list(holder).index(element), element is holder[-1]
    before = (holder[at - 1].tail if at else holder.text) or ""
    after = element.tail or ""
    breaks = [] if (before + after).strip() else _breaks_beside(holder, at)
    if not (at or before):
        after = after.lstrip(_SPACE)
    elif after.startswith(tuple(_SPACE)) or (is_last and not after):
        before = before.rstrip(_SPACE)
    holder.remove(element)
    if at:
        holder[at - 1].tail = before + after
    else:
        holder.text = before + after
    for line_break in breaks[-1:]:
        _take_out(line_break, holder)


def _breaks_beside(holder: Element, at: int) -> Sequence[Element]:
    """The breaks before and behind a place, where nothing else is beside it."""
    beside = [holder[index] for index in (at - 1, at + 1) if 0 <= index < len(holder)]
    return beside if all(element.tag == "br" for element in beside) else []


def _drop_empty(path: Sequence[Element]) -> None:
    """Take out what holds no words, from within; no cell, which would let others move up."""
    for holder, element in reversed([*pairwise(path)]):
        if any(words.strip() for words in element.itertext()) or element.find(".//hr") is not None:
            return
        if element.tag not in _KEPT_EMPTY and element in list(holder):
            _take_out(element, holder)
