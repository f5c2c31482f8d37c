"""Private data must not come into the tree: what is published once cannot be taken back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from plugins.minber.problems import Problem
from plugins.minber.schema.facts import CampaignFacts, Facts, PetitionFacts
from plugins.minber.source.folders import Folder

_ADDRESS = re.compile(r"https?://\S+")
# Only from the first letter on: else a long word is read again from each of its letters.
# The hosts of examples are nobody's (RFC 2606).
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+@(?!example\.(?:com|net|org)\b)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
)
_PHONE = re.compile(
    r"(?<![\w+])(?:\+\d{1,3}|8)[ \u00a0(-]{0,2}\d{3}[ \u00a0)-]{0,2}\d{3}"
    r"(?:[ \u00a0-]?\d{2}){2}(?!\w)"
)
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")

_HOST_OF_EMAIL = re.compile(r"@[\w-]+\.")
# By the bytes of a text in UTF-8 one sees at once that it holds no long number: each digit becomes
# a 0, what may stand between the digits of a telephone number goes, and what may be a digit of
# another script (it begins with one of these bytes) becomes a byte that is in no text.
_OTHER_DIGITS = bytes((*range(0xD9, 0xE2), *range(0xEA, 0xF5)))
_DIGITS = bytes.maketrans(b"123456789" + _OTHER_DIGITS, b"0" * 9 + b"\xff" * len(_OTHER_DIGITS))
_BETWEEN_DIGITS = "()- \u00a0".encode()
_FEWEST_DIGITS = b"0" * 11

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
    """E-mail addresses, telephone numbers and IINs in a folder's texts, by path and line."""
    return tuple(
        Finding(file.path, number, kind, found)
        for _, file in sorted(folder.files.items())
        for number, line in _suspicious_lines(file.text)
        for kind, found in _private(line)
    )


def privacy_problems(findings: Iterable[Finding], declared: Collection[str]) -> list[Problem]:
    """The findings that are not declared to be public, each as a problem."""
    return [_problem(each) for each in findings if _same(each.found) not in declared]


def declared_in(facts: Facts | None) -> set[str]:
    """What facts mean to be public: a campaign's e-mail, the addresses of a petition's routes."""
    match facts:
        case CampaignFacts(contact=str(contact)):
            return {_same(contact)}
        case PetitionFacts(routes=routes):
            addresses = " ".join(route.address for route in routes if route.address)
            return {_same(found) for _, found in _private(addresses)}
    return set()


def _same(found: str) -> str:
    """An address in small letters, a number in digits: however it is written."""
    return found.casefold() if "@" in found else re.sub(r"\D", "", found)


def _suspicious_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are worth a close look; hardly a text has one."""
    if _is_suspicious(text):
        lines = enumerate(text.split("\n"), start=1)
        yield from ((number, line) for number, line in lines if _is_suspicious(line))


def _is_suspicious(text: str) -> bool:
    """Whether a text may hold anything private: all that `_private` finds, and little else."""
    # What stands for another character may stand for any.
    if "&" in text or "%" in text or _HOST_OF_EMAIL.search(text):
        return True
    in_bytes = _ADDRESS.sub(" ", text).encode("utf-8", "surrogatepass")
    digits = in_bytes.translate(_DIGITS, _BETWEEN_DIGITS)
    return _FEWEST_DIGITS in digits or b"\xff" in digits


def _private(line: str) -> Iterator[tuple[str, str]]:
    # An address may be written in character references or percent signs.
    text = _ADDRESS.sub(" ", unquote(unescape(line)))
    yield from (("an e-mail address", found.group()) for found in _EMAIL.finditer(text))
    yield from (("a telephone number", found.group()) for found in _PHONE.finditer(text))
    for found in _TWELVE_DIGITS.finditer(text):
        if is_iin(found.group()):
            yield "an individual identification number", found.group()


def is_iin(digits: str) -> bool:
    """Whether 12 digits are an IIN of Kazakhstan: a birthday, a century and a control digit.

    The control digit is the sum of the first eleven digits with weights modulo 11, with
    a second row of weights when that is 10.
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
