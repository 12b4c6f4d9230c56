"""Korean says numbers, hedges, ranges, days, lists and counts as its newsrooms write them."""

from __future__ import annotations

import math
from functools import partial

import pytest

from reported.analysis.hedges import Interval
from reported.build.project import worded
from reported.document.assembly import written
from reported.dossier.claim import CODES
from reported.wording import prose
from reported.wording.coverage import coverage
from reported.wording.language import language, speaking

from ..conftest import ROOT

LOAVES = partial(prose.dressed, noun="빵 {}개")


@pytest.fixture(autouse=True)
def korean():
    with speaking(language("ko")):
        yield


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1000, "1000"), (15_809, "1만5809"), (4.8e6, "480만"), (5.5e9, "55억"), (1e8, "1억"),
        (123_456_789, "1억2345만6789"), (66.3, "66.3"), (10_001, "1만1"), (1, "1"),
    ],
)  # fmt: skip
def test_numbers_are_counted_in_man_and_eok(value, text) -> None:
    assert prose.stated(value) == prose.digits(value) == text


HEDGED = {
    "gt": "빵 1만개 넘게", "ge": "빵 1만개 이상", "lt": "빵 1만개 미만", "le": "빵 최대 1만개",
    "approx": "빵 약 1만개", "approx_ge": "빵 약 1만개 이상", "odd": "빵 1만여개",
    "odd_ge": "빵 1만여개 이상",
    "nearly": "빵 1만개 육박", "several": "빵 1만개의 몇 배", "dozens": "빵 1만개의 수십 배",
    "tens_of": "빵 1만개의 수십 배", "hundreds_of": "빵 1만개의 몇 배", "range": "빵 1만~2만개",
    "exact": "빵 1만개",
    "none": "수치 없음",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_hedge_goes_around_the_noun_or_onto_the_number(code) -> None:
    assert prose.said(code, 10_000, 20_000 if code == "range" else math.nan, of=LOAVES) == HEDGED[code]


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Interval(13_100, math.inf, True), "빵 1만3100개 초과"),
        (Interval(13_100, math.inf, False), "빵 1만3100개 이상"),
        (Interval(0, 50, True, True), "빵 50개 미만"),
        (Interval(0, 50, True, False), "빵 50개 이하"),
        (Interval(33, 50, False, False), "빵 33~50개"),
        (Interval(), "위아래 제한 없음"),
    ],
)
def test_ranges(span, text) -> None:
    assert prose.words(span, of=LOAVES) == text


def test_what_something_could_hold_stands_around_the_figure() -> None:
    assert prose.said("ge", 500, could="{} 적재 가능", of=LOAVES) == "빵 500개 이상 적재 가능"


def test_days_lists_and_counts() -> None:
    assert [prose.in_words(day) for day in ("2023-11-01", "2023-11", "2023")] == [
        "2023년 11월 1일", "2023년 11월", "2023년",
    ]  # fmt: skip
    assert prose.listed(["국정원", "백악관"]) == "국정원과 백악관"
    assert prose.listed(["백악관", "합참", "국방부"]) == "백악관, 합참과 국방부"
    assert prose.listed(["빵 1개 넘게", "물 2병 이상"], "figures") == "빵 1개 넘게, 물 2병 이상"
    assert prose.counted(15_200, "document") == "문서 1만5200건"
    assert prose.part(38, 58, "retelling") == "인용 보도 58건 중 38건"
    assert prose.part(1, 1, "retelling") == "유일한 인용 보도"


def test_korean_says_all_that_english_says() -> None:
    found = coverage(language("ko"), written(worded(ROOT)))
    assert found.lacking == [] and found.wrong == []
