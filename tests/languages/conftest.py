from __future__ import annotations

import pytest

from plugins.minber.languages.settings import languages_from
from plugins.minber.languages.words import read_words
from tests.languages.rows import LANGUAGES

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
KK = {
    "date.day": "%(year)s ж. %(day)s %(month)s",
    "date.month": "%(year)s ж. %(month)s",
    "date.until": "%(date)s дейін",
    "date.as-of": "%(date)s жағдай бойынша",
    "date.since": "%(date)s бастап",
    "months.until": "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға"
    " қыркүйекке қазанға қарашаға желтоқсанға",
    "months.as-of": "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі"
    " тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы",
    "months.since": "қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан"
    " қыркүйектен қазаннан қарашадан желтоқсаннан",
    "list.and": "%(all)s және %(last)s",
    "language.in": "%(language)sнде",
    "language.in.ru": "орыс тілінде",
    "language.from": "%(language)sнен",
    "language.from.ru": "орыс тілінен",
}
_RU_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
RU = {
    "date.day": "%(day)s %(month)s %(year)s г.",
    "date.month": "%(month)s %(year)s г.",
    "date.until": "до %(date)s",
    "date.as-of": "на %(date)s",
    "date.as-of-month": "по данным %(date)s",
    "date.since": "с %(date)s",
    "months.until": _RU_MONTHS,
    "months.as-of": _RU_MONTHS,
    "months.since": _RU_MONTHS,
    "list.and": "%(all)s и %(last)s",
    "language.in": "на языке: %(language)s",
    "language.in.kk": "на казахском языке",
    "language.from": "с языка: %(language)s",
    "language.from.kk": "с казахского",
}
_EN_MONTHS = "January February March April May June July August September October November December"
EN = {
    "date.day": "%(day)s %(month)s %(year)s",
    "date.month": "%(month)s %(year)s",
    "date.until": "until %(date)s",
    "date.as-of": "as of %(date)s",
    "date.since": "since %(date)s",
    "months.until": _EN_MONTHS,
    "months.as-of": _EN_MONTHS,
    "months.since": _EN_MONTHS,
    "list.and": "%(all)s and %(last)s",
    "language.in": "in %(language)s",
    "language.from": "from %(language)s",
}


@pytest.fixture(scope="session")
def languages():
    return languages_from(LANGUAGES)


@pytest.fixture(scope="session")
def language(languages):
    return {each.code: each for each in languages}


@pytest.fixture(scope="session")
def words(languages, tmp_path_factory):
    folder = tmp_path_factory.mktemp("translations")
    for code, entries in {"kk": KK, "ru": RU, "en": EN}.items():
        text = "\n".join(f'msgid "{key}"\nmsgstr "{entry}"\n' for key, entry in entries.items())
        (folder / f"{code}.po").write_text(f"{HEADER}\n{text}", "utf-8")
    return {each.code: read_words(folder / f"{each.code}.po", each) for each in languages}
