from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from plugins.minber.languages.when import When
from plugins.minber.schema.days import Moment, build_day, day_of, day_of_epoch

ALMATY = timezone(timedelta(hours=6))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (date(2021, 10, 1), date(2021, 10, 1)),
        (Moment(When(2021, 10, 2), datetime(2021, 10, 1, 18, tzinfo=UTC)), date(2021, 10, 2)),
        (Moment(When(2021, 10)), date(2021, 10, 1)),
        # a clock without a zone is Kazakhstan's
        (datetime(2021, 10, 1, 23, 59), date(2021, 10, 1)),  # noqa: DTZ001
        (datetime(2021, 10, 1, 0, 0, tzinfo=ALMATY), date(2021, 10, 1)),
        # six hours ahead until March 2024, five since
        (datetime(2021, 10, 1, 17, 59, tzinfo=UTC), date(2021, 10, 1)),
        (datetime(2021, 10, 1, 18, 0, tzinfo=UTC), date(2021, 10, 2)),
        (datetime(2025, 10, 1, 18, 59, tzinfo=UTC), date(2025, 10, 1)),
        (datetime(2025, 10, 1, 19, 0, tzinfo=UTC), date(2025, 10, 2)),
    ],
)
def test_a_day_is_a_day_in_kazakhstan(moment, day):
    assert day_of(moment) == day


def test_the_day_of_an_epoch_is_in_kazakhstan():
    assert day_of_epoch(1_650_045_600 - 1) == date(2022, 4, 15)
    assert day_of_epoch(1_650_045_600) == date(2022, 4, 16)


def test_a_site_is_built_for_the_day_of_source_date_epoch():
    assert build_day({"SOURCE_DATE_EPOCH": "1650000000"}) == date(2022, 4, 15)
