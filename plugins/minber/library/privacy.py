"""Private data must not come into the tree: what is published once cannot be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.minber.problems import Problem
from plugins.minber.schema.facts import CampaignFacts, PetitionFacts
from plugins.minber.schema.records import Record

_ADDRESS = re.compile(r"https?://\S+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_PHONE = re.compile(
    r"(?<![\w+])(?:\+\d{1,3}|8)[ \u00a0(-]{0,2}\d{3}[ \u00a0)-]{0,2}\d{3}(?:[ \u00a0-]?\d{2}){2}(?!\w)"
)
_TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)")

_WEIGHTS = (tuple(range(1, 12)), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))


def privacy_problems(record: Record) -> list[Problem]:
    """E-mail addresses, telephone numbers and IINs in a folder's texts, but for declared ones."""
    declared = _declared(record)
    problems = []
    for name, file in sorted(record.folder.files.items()):
        if name.endswith((".md", ".yaml", ".csv")):
            for number, line in enumerate(file.text.split("\n"), start=1):
                for kind, found in _private(line):
                    if found not in declared:
                        problems.append(_problem(file.path, number, kind, found))
    return problems


def _declared(record: Record) -> set[str]:
    """A campaign's public e-mail, and the addresses that a petition's routes show."""
    match record.facts:
        case CampaignFacts(contact=str(contact)):
            return {contact}
        case PetitionFacts(routes=routes):
            addresses = " ".join(route.address for route in routes if route.address)
            return {found for _, found in _private(addresses)}
    return set()


def _private(line: str) -> Iterator[tuple[str, str]]:
    text = _ADDRESS.sub(" ", line)
    yield from (("an e-mail address", found.group()) for found in _EMAIL.finditer(text))
    yield from (("a telephone number", found.group()) for found in _PHONE.finditer(text))
    for found in _TWELVE_DIGITS.finditer(text):
        if is_iin(found.group()):
            yield "an individual identification number", found.group()


def is_iin(digits: str) -> bool:
    """Whether 12 digits are an IIN of Kazakhstan: a birthday, a century and a control digit.

    The control digit is the sum of the first eleven digits with weights modulo 11, with
    a second row of weights when that is 10 (government decree No. 853 of 22 May 2007).
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


def _problem(path: str, line: int, kind: str, found: str) -> Problem:
    # The report may be public too, in the log of a build: it must not repeat the whole.
    hidden = f"{found[:3]}…"
    remedy = "Take it out; a public address belongs under `contact` or a route's `address`."
    return Problem(path, line, f"{kind} must not stand in content", hidden, remedy)
