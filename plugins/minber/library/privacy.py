"""Private data must not come into the tree: what is published once cannot be taken back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from plugins.minber.library.disguises import is_disguised, undisguised
from plugins.minber.library.model import Item
from plugins.minber.problems import Problem
from plugins.minber.schema.facts import CampaignFacts, PetitionFacts
from plugins.minber.schema.registry import Organisation, Platform, Registry
from plugins.minber.source.addresses import network_in
from plugins.minber.source.folders import Folder

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]{}|,*`]+")
# What an address of the web must have to pass on a number or an e-mail address, however coded.
_HINT = re.compile(r"[=@+]|\.me/|viber|%(?:2[Bb]|3\d|40)")
# To a messenger, or to whatever asks for a telephone by name; another number there is a page's.
_CALLED = re.compile(
    r"(?:(?<![\w-])(?:wa\.me|viber\.click|chats\.viber\.com)/(?:c/)?"
    r"|(?:phone|phone_?number|(?<![^\W_])(?:tel|mobile|msisdn))=)"
    r"[+\s]{0,3}(\d(?:[\s+().\-]{0,3}\d){9,14})(?!\w)",
    re.IGNORECASE,
)
_WITH_PLUS = re.compile(r"(?<![\w+])\+(\d(?:[\s().\-]{0,3}\d){9,14})(?!\w)")
# Two signs @ are the name of an account; a picture may be made for a screen of two pixels a dot.
_MAIL_WITHIN = re.compile(
    r"(?<![\w.+@-])(?<!acct:)[\w.+-]+@(?!\dx\.)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}"
)
# Only from the first letter on: else a long word is read again from each of its letters.
# The hosts of examples are nobody's (RFC 2606).
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?:@\s?|\s@\s)(?!example\.(?:com|net|org)\b)"
    r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}"
)

_GAP = r"[\s().\-/\\\[\]<>#]{0,5}"
"""What may stand between two digits of one number: also where a line or a link ends."""
_NUMBER = re.compile(
    "(?:"
    rf"(?<![\w+])\+7(?:{_GAP}\d){{10}}"
    # with one sign between its groups that also stands in lists
    r"|(?<![\w+])\+7(?P<sign>\s?[,•·]\s?)\d{3}(?:(?P=sign)?\d){7}"
    # of another country; what ends in thousands is a count
    r"|(?<![\w+])\+(?!\d{1,3}(?: \d{3})* 000(?! ?\d))[1-689](?:[ ().\-/]{0,3}\d){10,14}"
    rf"|(?<=\btel:)\+?\d(?:{_GAP}\d){{5,14}}"
    rf"|(?P<national>(?<![\w+])(?<!\d[-.])(?:8{_GAP}[347-9]|7{_GAP}7)(?:{_GAP}\d){{9}})"
    # a city's code in brackets, a mobile one alone
    rf"|(?<!\w)\(7\d\d(?:\d\)|\){_GAP}\d)(?:{_GAP}\d){{6}}"
    r"|(?<![\w+])(?<!\d[-. ])7\d\d[ -]\d{3}[ -]\d\d[ -]\d\d"
    r")(?!\w)"
)
_START = re.compile(r"[+(\d]")
_AFTER_EIGHT = frozenset(
    "10 1-1-1-1-1-1-1-1-1-1 3-7 3-3-4 3-4-3 3-3-2-2 3-2-3-2 3-2-2-3 4-6 4-2-2-2 5-5 5-1-2-2 5-2-3"
    " 5-3-2".split()
)
"""How the ten digits after 8 stand in groups; in threes they are a count."""
_TWELVE_DIGITS = re.compile(r"(?<![\d@])\d(?:[\s\-()\\\[\]<>#]{0,5}\d){11}(?!\d)")
_YEARS = re.compile(r"(?:(?:19|20)\d\d\D+){2}(?:19|20)\d\d")

# The mark of a translation is the @ of every other text.
_AT = re.compile(r"@(?![0-9a-f]{12}$)", re.MULTILINE)
# By the bytes of a text in UTF-8 one sees at once that it holds no long number: each digit becomes
# a 0, what may stand between the digits of a number goes, and what may be a digit or a sign of
# another script (it begins with one of these bytes) becomes a byte that is in no text.
_OTHER_SCRIPTS = bytes((*range(0xD6, 0xE2), *range(0xE3, 0xF5)))
_DIGITS = bytes.maketrans(b"123456789" + _OTHER_SCRIPTS, b"0" * 9 + b"\xff" * len(_OTHER_SCRIPTS))
# Letters stay by the first of their bytes; marks and signs of punctuation go whole.
_BETWEEN_DIGITS = b" \t\n().-/\\[]<>#_*`~\xc2\xcc\xcd\xe2" + bytes(range(0x80, 0xC0))
_SIGNS = (b"0" * 10, b"\xff", b"tel:", b"+0,")
"""Of a long number, another script, a link that calls, a number with commas in it."""

_WEIGHTS = (tuple(range(1, 12)), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))


@dataclass(frozen=True, slots=True)
class Finding:
    """What may be somebody's private data, or declared to be public."""

    path: str
    line: int
    kind: str
    """In words, with an article."""
    found: str


def private_findings(folder: Folder) -> tuple[Finding, ...]:
    """E-mail addresses, telephone numbers and IINs in a folder's texts and names, by path."""
    files = [file for _, file in sorted(folder.files.items())]
    paths = [folder.path, *(file.path for file in files)]
    names = ",\n".join(PurePosixPath(path).name for path in paths)
    in_names = (Finding(paths[n - 1], 1, kind, found) for n, kind, found in _looked_at(names))
    in_texts = (Finding(file.path, *each) for file in files for each in _looked_at(file.text))
    return (*in_names, *in_texts)


def privacy_problems(findings: Iterable[Finding], declared: Collection[str]) -> list[Problem]:
    """The findings that are not declared to be public, each as a problem."""
    return [_problem(each) for each in findings if _same(each.found) not in declared]


def declared_in(item: Item) -> set[str]:
    """What an item means to be public.

    A campaign's e-mail, the addresses of a petition's routes, and the sites of organisations.
    """
    public: list[str | None] = []
    match item.facts:
        case CampaignFacts(contact=contact):
            public += [contact]
        case PetitionFacts(routes=routes):
            public += [address for route in routes for address in (route.address, route.url)]
    public += [row.url for row in item.signatories if row.kind == "organisation"]
    return _declared(public)


def declared_in_registry(registry: Registry) -> set[str]:
    """The sites of organisations and platforms, which may lead to a messenger."""
    registers: tuple[Mapping[str, Organisation | Platform], ...]
    registers = (registry.organisations, registry.platforms)
    return _declared(entry.url for register in registers for entry in register.values())


def _declared(public: Iterable[str | None]) -> set[str]:
    text = "\n, ".join(filter(None, public))
    return {_same(found) for _, _, found in _looked_at(text)} if text else set()


def _same(found: str) -> str:
    """An address in small letters, a number in digits with +7 for 8: however it is written."""
    if "@" in found:
        return "".join(found.split()).casefold()
    digits = re.sub(r"\D", "", found)
    return re.sub(r"^8?(?=\d{10}$)", "7", digits)


def _looked_at(text: str) -> Iterable[tuple[int, str, str]]:
    """Line, kind and words of all that is private in a text; hardly a text needs a close look."""
    return _private(text) if _is_suspicious(text) else ()


def _is_suspicious(text: str) -> bool:
    """Whether a text may hold anything private: all that `_private` finds, and little else."""
    rest = _ADDRESS.sub(_passed_on, text)
    if _AT.search(rest) or is_disguised(rest):
        return True
    digits = rest.encode("utf-8", "surrogatepass").translate(_DIGITS, _BETWEEN_DIGITS)
    return any(sign in digits for sign in _SIGNS)


def _private(text: str) -> Iterator[tuple[int, str, str]]:
    plain = undisguised(_ADDRESS.sub(_passed_on, text))
    found = (*_emails(plain), *_numbers(plain.replace("_", " ")))
    line, seen = 1, 0
    for kind, each in sorted(found, key=lambda pair: pair[1].start()):
        line += plain.count("\n", seen, each.start())
        seen = each.start()
        yield line, kind, each.group()


def _passed_on(address: re.Match[str]) -> str:
    if not _HINT.search(address[0]):
        return " "
    url = unquote(address[0])
    numbers = _CALLED.findall(url)
    if not numbers and "+" in url and network_in(url):
        numbers = _WITH_PLUS.findall(url)
    called = ("tel:" + re.sub(r"\D", "", number) for number in numbers)
    mails = _MAIL_WITHIN.findall(url) if "@" in url else ()
    return " ".join(("", *called, *mails, ""))


def _emails(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    if "@" in text:
        yield from (("an e-mail address", found) for found in _EMAIL.finditer(text))


def _numbers(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    end = 0
    for start in _START.finditer(text):
        at = start.start()
        phone, twelve = _NUMBER.match(text, at), _TWELVE_DIGITS.match(text, at)
        if phone and at >= end and _is_written_as_phone(phone["national"]):
            end = phone.end()
            yield "a telephone number", phone
        if twelve and _is_written_as_iin(twelve.group()):
            yield "an individual identification number", twelve


def _is_written_as_phone(national: str | None) -> bool:
    """False only for a number within the country whose digits stand as those of a count."""
    return national is None or "-".join(map(str, _groups(national[1:]))) in _AFTER_EIGHT


def _is_written_as_iin(twelve: str) -> bool:
    """Whether the digits stand in equal groups, or the birthday in twos, and are an IIN."""
    lengths = _groups(twelve)
    if len(set(lengths)) > 1 and lengths != [2, 2, 2, 6]:
        return False
    return not _YEARS.fullmatch(twelve) and is_iin(re.sub(r"\D", "", twelve))


def _groups(number: str) -> list[int]:
    """How many digits stand together."""
    return [len(digits) for digits in re.findall(r"\d+", number)]


def is_iin(digits: str) -> bool:
    """Whether 12 digits are an IIN of Kazakhstan: a birthday, a century and a control digit.

    The control digit is the sum of the first eleven digits with weights modulo 11, with
    a second row of weights when that is 10. An organisation's BIN has a 4, 5 or 6 where the day
    of birth begins, so it is none (Law No. 223 of 12 January 2007 on registers of these numbers).
    """
    month, day, century = int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if not (1 <= month <= 12 and 1 <= day <= 31 and century <= 6):  # noqa: PLR2004 - a calendar
        return False
    numbers = [int(digit) for digit in digits]
    for weights in _WEIGHTS:
        control = sum(w * n for w, n in zip(weights, numbers, strict=False)) % 11
        if control < 10:  # noqa: PLR2004 - one digit
            return control == numbers[11]
    return False


def _problem(finding: Finding) -> Problem:
    # The report may be public too, in the log of a build: it must not repeat the whole.
    hidden = f"{finding.found[:3]}…"
    rule = f"{finding.kind} must not stand in content"
    remedy = "Take it out; a public address belongs under `contact` or a route's `address`."
    return Problem(finding.path, finding.line, rule, hidden, remedy)
