from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.dates import phrase_with_date, written_date, written_number
from plugins.minber.languages.when import When

DAY = datetime.date(2021, 10, 1)
MONTH = When(2021, 10)
KK_MONTHS = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
)


def shown(text):
    """With U+00A0 made visible."""
    return text.replace("\u00a0", "·")


@pytest.mark.parametrize(
    ("code", "value", "style", "expected"),
    [
        ("kk", DAY, "long", "2021·ж.·1·қазан"),
        ("kk", DAY, "medium", "2021·ж. 1·қаз."),
        ("kk", MONTH, "long", "2021·ж.·қазан"),
        ("kk", MONTH, "medium", "2021·ж. қаз."),
        ("ru", DAY, "long", "1·октября 2021·г."),
        ("ru", DAY, "medium", "1·окт. 2021·г."),
        ("ru", MONTH, "long", "октябрь 2021·г."),
        ("ru", MONTH, "medium", "окт. 2021·г."),
        ("en", DAY, "long", "1·October 2021"),
        ("en", DAY, "medium", "1·Oct 2021"),
        ("en", MONTH, "long", "October 2021"),
        ("en", MONTH, "medium", "Oct 2021"),
        ("en", When(2021, 10, 1), "long", "1·October 2021"),
        ("en", datetime.datetime(2021, 10, 1, 23), "long", "1·October 2021"),  # noqa: DTZ001
    ],
)
def test_a_date_alone(language, code, value, style, expected):
    assert shown(written_date(value, language[code], style)) == expected


@pytest.mark.parametrize(
    ("code", "phrase", "value", "expected"),
    [
        ("kk", "until", DAY, "2021 ж. 1·қазанға дейін"),
        ("kk", "until", MONTH, "2021 ж. қазанға дейін"),
        ("kk", "as-of", DAY, "2021 ж. 1·қазандағы жағдай бойынша"),
        ("kk", "since", When(2021, 9), "2021 ж. қыркүйектен бастап"),
        ("ru", "until", DAY, "до 1·октября 2021·г."),
        ("ru", "as-of", DAY, "на 1·октября 2021·г."),
        # "на октября" would be wrong: a month alone has a phrase of its own.
        ("ru", "as-of", MONTH, "по данным октября 2021·г."),
        ("ru", "since", When(2021, 9), "с сентября 2021·г."),
        ("en", "until", DAY, "until 1·October 2021"),
        ("en", "as-of", MONTH, "as of October 2021"),
        ("en", "since", When(2021, 9), "since September 2021"),
    ],
)
def test_a_date_in_a_phrase_has_its_month_in_the_right_case(words, code, phrase, value, expected):
    # The entries write ordinary spaces where the site's may have U+00A0.
    expected = expected.replace("2021 ж.", "2021·ж.")
    assert shown(phrase_with_date(phrase, value, words[code])) == expected


# Dative after a voiceless, a voiced and a nasal end; ablative -нан, -нен after a nasal.
PARADIGMS = {
    "until": "ға ға ға ге ға ға ге ға ке ға ға ға".split(),
    "as-of": "дағы дағы дағы дегі дағы дағы дегі дағы тегі дағы дағы дағы".split(),
    "since": "дан нан дан ден дан нан ден дан тен нан дан нан".split(),
}


@pytest.mark.parametrize("phrase", PARADIGMS)
def test_kazakh_months_end_in_harmony(words, phrase):
    phrases = [phrase_with_date(phrase, When(2021, n), words["kk"]) for n in range(1, 13)]
    expected = [month + ending for month, ending in zip(KK_MONTHS, PARADIGMS[phrase], strict=True)]
    assert [each.split()[2] for each in phrases] == expected


def test_kazakh_months_alone_are_in_the_nominative(language):
    months = [written_date(When(2021, n), language["kk"]).split()[2] for n in range(1, 13)]
    assert months == KK_MONTHS


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_no_date_has_the_space_that_fonts_lack(language, date):
    assert not any("\u202f" in written_date(date, each) for each in language.values())


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [
        ("kk", 9000, "9·000"),
        ("ru", 1234567.5, "1·234·567,5"),
        ("en", 1234567.5, "1,234,567.5"),
        ("kk", 0, "0"),
    ],
)
def test_a_number(language, code, number, expected):
    assert shown(written_number(number, language[code])) == expected
