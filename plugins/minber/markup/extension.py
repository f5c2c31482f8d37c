"""Our dialect of Markdown, as one extension of Python-Markdown.

No raw HTML, headings with lasting ids, links that name content, local pictures.
What an author may not write is collected, not dropped.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, STX

from plugins.minber.markup.pictures import PICTURE_SCHEME, lift_pictures
from plugins.minber.source.addresses import address_fault, names_other_host

OUTSIDE_SCHEMES = ("http", "https", "mailto", "tel")
CONTENT_SCHEME = "content:"

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HEADING_ID = re.compile(r"[ \t]*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}[ \t]*$")
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_ALIGNMENT = re.compile(r"text-align: (left|center|right);")
_CLASS_OF_ALIGNMENT = {"left": "start", "center": "middle", "right": "end"}


@dataclass(slots=True)
class Findings:
    """What the parts of the extension saw in one text."""

    links: list[str] = field(default_factory=list)
    """Relative links as written."""
    fragments: list[str] = field(default_factory=list)
    """Ids that links within the text lead to."""
    pictures: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    """(rule, what stands in the text, remedy)"""


class Dialect(Extension):
    """Give a fresh `Findings` to `findings` before each text."""

    def __init__(self) -> None:
        super().__init__()
        self.findings = Findings()

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(_RawHtml(HTML_RE, self), "html", 90)
        # After the inline patterns (priority 20), which make links and pictures.
        md.treeprocessors.register(_Headings(md, self), "minber-headings", 12)
        md.treeprocessors.register(_Addresses(md, self), "minber-addresses", 11)
        # Before `prettify` (priority 10), which sets the ends of lines.
        md.treeprocessors.register(_Pictures(md, self), "minber-pictures", 10.5)
        md.treeprocessors.register(_Alignment(md), "minber-alignment", 10)


class _RawHtml(InlineProcessor):
    def __init__(self, pattern: str, dialect: Dialect) -> None:
        super().__init__(pattern)
        self.dialect = dialect

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[None, None, None]:
        remedy = "Write it in Markdown, or between `backticks` to show it as it is."
        # What other patterns have found before stands in the text as a mark behind U+0002.
        found = m.group(0).partition(STX)[0]
        faults = self.dialect.findings.faults
        # One mistake, one line: the end of an element goes with its beginning.
        beginning = found.replace("</", "<").rstrip(">")
        if not (found.startswith("</") and any(f[1].startswith(beginning) for f in faults)):
            faults.append(("the text must be Markdown without HTML", found, remedy))
        return None, None, None


class _Headings(Treeprocessor):
    """`## Words {#id}` has that id; other headings get one from their words."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self.dialect = dialect

    def run(self, root: Element) -> None:
        used: dict[str, int] = {}
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        for heading in headings:
            words = "".join(heading.itertext())
            if heading.tag == "h1":
                self._fault(
                    "headings in the text must begin with ## (# is the title)", words, "Add a #."
                )
            if named := _named_id(heading):
                if named in used:
                    self._fault("a heading's id must stand only once", named, "Change one of them.")
                used[named] = 1
                heading.set("id", named)
        for heading in headings:
            if not heading.get("id"):
                words = unicodedata.normalize("NFC", "".join(heading.itertext()))
                heading.set("id", _free_id(slugify_unicode(words, "-") or "section", used))
        self.dialect.findings.headings += [heading.get("id", "") for heading in headings]

    def _fault(self, rule: str, found: str, remedy: str) -> None:
        self.dialect.findings.faults.append((rule, found, remedy))


def _free_id(wanted: str, used: dict[str, int]) -> str:
    """`wanted`, or with the first number that makes it free; counts what is used."""
    # The theme's own ids begin so.
    if wanted.startswith(("part-", "demand-")):
        wanted = f"text-{wanted}"
    if wanted not in used:
        used[wanted] = 1
        return wanted
    used[wanted] += 1
    return _free_id(f"{wanted}_{used[wanted] - 1}", used)


def _named_id(heading: Element) -> str:
    """The id written behind the words, which is taken off them."""
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    found = _HEADING_ID.search(text)
    if not found:
        return ""
    rest = text[: found.start()]
    if last is not None:
        last.tail = rest
    else:
        heading.text = rest
    return found.group(1)


class _Addresses(Treeprocessor):
    """Links lead to the web or to content."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self.dialect = dialect

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                self._link(element)

    def _link(self, link: Element) -> None:
        href = link.get("href", "")
        scheme = _SCHEME.match(href)
        if href.startswith("#"):
            if not link.get("class", "").startswith("footnote"):
                self.dialect.findings.fragments.append(unquote(href[1:]))
            return
        # Python-Markdown writes <name@example.org> in character references.
        if href.startswith(AMP_SUBSTITUTE):
            return
        if scheme and scheme.group(1).lower() in OUTSIDE_SCHEMES:
            self._outside(link, href)
            return
        if scheme or href.startswith("/") or not href:
            rule = "a link must lead to https, http, mailto, tel or to a folder of content"
            remedy = "Write the whole address, or the path from this file such as ../folder/."
            self.dialect.findings.faults.append((rule, href, remedy))
            return
        self.dialect.findings.links.append(href)
        link.set("href", CONTENT_SCHEME + href)

    def _outside(self, link: Element, href: str) -> None:
        """An address of the web leads where it says, and where its words say."""
        faults = self.dialect.findings.faults
        if not href.lower().startswith("http"):
            return
        if fault := address_fault(href):
            faults.append((f"a link {fault}", href, "Begin it with https:// and the host."))
        elif names_other_host("".join(link.itertext()), href):
            rule = "a link whose words are an address must lead to that host"
            faults.append((rule, href, "Write the same address, or other words."))


class _Pictures(Treeprocessor):
    """Pictures are files of the folder and stand between blocks."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self.dialect = dialect

    def run(self, root: Element) -> None:
        findings = self.dialect.findings
        for picture, place, remedy in lift_pictures(root):
            src = picture.get("src", "")
            if _SCHEME.match(src) or "/" in src:
                rule = "a picture must be a file of this folder"
                local = "Copy the file into the folder; remote pictures tell others who reads."
                findings.faults.append((rule, src, local))
            if place:
                findings.faults.append((f"a picture must not stand in {place}", src, remedy))
            findings.pictures.append(src)
            # Readers get the words of the front matter.
            picture.attrib.clear()
            picture.set("src", PICTURE_SCHEME + src)


class _Alignment(Treeprocessor):
    """A column's alignment as a class: a page allows no style attribute."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("th", "td") and (found := _ALIGNMENT.match(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", _CLASS_OF_ALIGNMENT[found.group(1)])
