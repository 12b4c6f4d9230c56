"""Dates: a day, a month or a year, as far as it is known, and the days that it can mean."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache

# Years; with those near 1 and 9999, which often stand for an open end, a calendar cannot count on.
FIRST_YEAR, LAST_YEAR = 1000, 2500
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@cache  # many rows give the same days
def start_of(text: str) -> date:
    """First day a partial date (YYYY, YYYY-MM, YYYY-MM-DD) can mean. Raises ValueError for what is none."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])  # what is left out is the first


@cache
def end_of(text: str) -> date:
    """Last day a partial date can mean. Raises ValueError for what is none."""
    first = start_of(text)
    if len(text) == 10:
        return first
    month = int(text[5:] or 12)
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


@cache
def first_day(text: str) -> date | None:
    """First day a partial date can mean; ``None`` for an empty one. Raises ValueError for what is none."""
    return start_of(text) if text else None


@cache
def last_day(text: str) -> date | None:
    """Last day a partial date can mean; ``None`` for an empty one. Raises ValueError for what is none."""
    return end_of(text) if text else None


def is_date(text: str) -> bool:
    """Whether a text is a day, a month or a year that can be counted with: YYYY-MM-DD, YYYY-MM or YYYY."""
    return in_calendar(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR


def in_calendar(text: str) -> bool:
    """Whether a text is a day, a month or a year that there is, of whatever time."""
    try:
        return DAY.fullmatch(text) is not None and bool(start_of(text))
    except ValueError:
        return False


def known_by(text: str, day: date) -> bool:
    """Whether something dated ``text`` was certainly public at the end of ``day``."""
    last = last_day(text)
    return last is not None and last <= day
